import { formatJsonSchema } from './json-schema.ts';
import { scaffoldYaml } from './scaffold-yaml.ts';

/** The files of a new scenario, by their path in its folder. */
export function scaffold(id: string): ReadonlyMap<string, string> {
  const title = titleOf(id);
  return new Map([
    ['scenario.yaml', scaffoldYaml(title)],
    ['scenario.schema.json', formatJsonSchema()],
    ['background.md', BACKGROUND(title)],
    ['briefs/east.md', EAST],
    ['briefs/west.md', WEST],
  ]);
}

/** "spring-talks" as a title: "Spring talks". */
function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const BACKGROUND = (title: string) => `# ${title}: the background

What both delegations may read. Say what happened until the first day, who holds whom, what is known and
what is contested, and what the law says. Half a page to a page and a half.

The rest of this page is an example, and fictional.

## Until now

Eastland and Westland have quarrelled over a mountain pass since the winter. Each has taken some dozens of
the other's soldiers. Eastland also holds nine merchants who were on the wrong side when the pass closed.

Families on both sides ask for their people. The two governments have dealt with each other before, through
the Lake City, and not always well.

## What the law says

Prisoners who are fit may be exchanged while the fighting goes on, and need not be. Those who are seriously
wounded or sick must be sent home once they can travel, whatever is given for them. Civilians are no
prisoners of war, and have no price.

## What is contested

- How many recruits Eastland holds: it says about twenty, Westland says not more than ten.
`;

const EAST = `# Confidential brief for the delegation of Eastgate

## Where you stand

You hold about as many of theirs as they hold of yours. Yours are soldiers, and the guides who know the
paths over the pass. Theirs are soldiers and a number of recruits, whose parents are heard every day.

## Who is waiting

The guides first: without them nobody is fetched from the mountain. Then the soldiers captured in the
winter, and the wounded.

## What the capital wants most

The guides. It prefers one for one, and would pay a little more for a guide than for a soldier.

## What the capital fears

- To be seen to pay two for one.
- That the recruits go home and nothing is left that Westhaven wants.

## What you may not do

The seriously wounded and the merchants are owed: you may not offer them for anything. You may not threaten
prisoners or show them to the public, and your lists must say truly whom you hold.
`;

const WEST = `# Confidential brief for the delegation of Westhaven

## Where you stand

Your government has said that it does not bargain. But recruits are in captivity, their parents stand before
the ministry, and every week it will be harder to say no.

## Who is waiting

The recruits first. Then the soldiers captured in the winter, the wounded, and the merchants.

## What the capital wants most

The recruits home before the summer, and no picture of your minister shaking hands.

## What the capital fears

- That the guides lead others back over the pass: you are told to give none of them. If you come to think
  that this costs more than it is worth, you answer for breaking it.
- To be seen as the side that begged.

## What you may not do

The seriously wounded are owed: you may not offer them for anything, nor send anybody home who is sick and
does not wish to go. You may not threaten prisoners or show them to the public, and your lists must say
truly whom you hold.
`;
