import type {
  Bounds,
  Example,
  HeldLine,
  MediatorLine,
  OwnLine,
  PayoffSheet,
} from '../analysis/payoff-sheet.ts';
import type { View } from '../campaign/view.ts';
import { the } from '../scenario/article.ts';
import { other, type Scenario } from '../scenario/scenario.ts';
import { type Block, heading, list, newPage, paragraph, subheading, table } from './block.ts';
import { formatDate } from './date.ts';
import { formatCount, peopleText } from './people.ts';
import { worth as formatWorth } from './worth.ts';

/* The private pay-off sheet of a delegation, in words and numbers. */

export interface Sheet {
  readonly scenario: Scenario;
  readonly view: View;
  readonly sheet: PayoffSheet;
  /** Of the campaign whose numbers these are; absent for those of an exercise on paper. */
  readonly seed: string | undefined;
  /** The command that plays the scenario for this party. */
  readonly play: string;
}

export function sheetBlocks(told: Sheet): Block[] {
  return [
    newPage('Your pay-off sheet'),
    ...introduction(told),
    ...ownPeople(told),
    ...theirPeople(told),
    ...prices(told),
    ...leastAcceptable(told),
    ...workedExamples(told),
    ...suppositions(told),
    ...whichNumbers(told),
  ];
}

/** To a hundredth: on paper it is added up by hand. */
function worth(value: number): string {
  return formatWorth(value, 2);
}

function worthBounds({ low, high }: Bounds): string {
  return worth(low) === worth(high) ? worth(low) : `${worth(low)} to ${worth(high)}`;
}

function peopleBounds({ low, high }: Bounds): string {
  return low === high ? formatCount(low) : `${formatCount(low)} to ${formatCount(high)}`;
}

function nameOf({ scenario }: Sheet, { group, owed }: { group: number; owed: boolean }): string {
  return `${scenario.groups[group]?.name ?? ''}${owed ? ' (owed)' : ''}`;
}

const they = ({ scenario, view }: Sheet) => scenario.parties[other(view.party)];

function introduction({ sheet, view }: Sheet): Block[] {
  return [
    paragraph(
      'The sheet says in numbers what your capital would say in words, so that it can be seen at the end what you gained. ' +
        'One unit is one ordinary soldier of your own, home. The numbers are assumptions about two governments, made for ' +
        'this exercise. They do not measure what a person is worth.',
    ),
    paragraph(
      `Public pressure on you to bring people home is ${worth(sheet.pressure)} today, from 0 (nobody asks) to 1. Captures of ` +
        `your people, the press and appeals raise it; returns lower it; in quiet times it drifts back to ${worth(view.known.own.pressure)}. ` +
        `Trust between the two sides stands at ${worth(view.trust)}.`,
    ),
  ];
}

function ownPeople(told: Sheet): Block[] {
  const row = (line: OwnLine) => [
    nameOf(told, line),
    peopleBounds(line.held),
    worth(line.worth),
    `+${worth(line.perTenth)}`,
  ];
  return [
    subheading(`Your people, held by ${the(they(told).name)}`),
    table(
      ['Group', 'held, as far as you know', 'one home is worth', 'per 0.1 more pressure'],
      told.sheet.own.map(row),
    ),
    paragraph(
      'Add up the worth of everybody who comes home to you. People marked owed must go home whatever is given for ' +
        'them; they have their worth, but are counted on neither side of a bargain.',
    ),
  ];
}

function theirPeople(told: Sheet): Block[] {
  const row = (line: HeldLine) => [nameOf(told, line), formatCount(line.held), worth(line.grip)];
  const unwilling = told.sheet.held.filter(line => line.unwilling > 0);
  return [
    subheading(`People of ${the(they(told).name)}, held by you`),
    table(['Group', 'you hold', 'giving one up costs you'], told.sheet.held.map(row)),
    paragraph(
      'Take away the cost of everybody whom you send home. You know exactly whom you hold; the other side does not.',
    ),
    ...unwilling.map(line =>
      paragraph(
        `Of ${nameOf(told, line)}, ${formatCount(line.unwilling)} do not wish to be sent home while fighting goes on, and may not be.`,
      ),
    ),
  ];
}

function prices({ sheet, scenario }: Sheet): Block[] {
  const { imbalance, precedent, interned, paroled } = sheet;
  const percent = (share: number) => `${Math.round(100 * share)} in 100`;
  return [
    subheading('The price of numbers'),
    list([
      `Each person whom you give beyond those whom you receive costs a further ${worth(imbalance)}: an uneven exchange has to be explained at home.`,
      `Each person whom you give beyond the ratio of the last exchange costs ${worth(precedent)} on top: what was paid once is asked for ` +
        'again. Before the first exchange that ratio is one for one.',
      ...(scenario.mediators.some(({ hosts }) => hosts)
        ? [
            `One of yours who goes to a neutral country until the end, and not home, counts ${percent(interned.worth)} of the worth; ` +
              `one of theirs costs you ${percent(interned.grip)} of the price.`,
          ]
        : []),
      ...(scenario.parties.some(({ parole }) => parole)
        ? [
            `Where those who go home give parole not to fight again, yours count ${percent(paroled.worth)} of the worth, ` +
              `theirs cost you ${percent(paroled.grip)} of the price.`,
          ]
        : []),
    ]),
  ];
}

function leastAcceptable(told: Sheet): Block[] {
  const { scenario, sheet } = told;
  return [
    subheading('The least you may accept'),
    paragraph(
      `To be seen to deal costs your capital ${worth(sheet.reluctance)}. Under pressure that weighs less: today a deal must be worth ` +
        `at least ${worth(sheet.reservation)}; if it is worth less, no agreement is better. With a mediator at the table the least is ` +
        'lower, since its name covers a part, and more of it where talks were asked for quietly.',
    ),
    ...mediatorTable(told),
    ...occasions(scenario),
    paragraph(
      `Time: your capital counts a deal that comes a day later at ${(100 * sheet.patience).toFixed(1)} in 100 of the same deal today. ` +
        'The debrief does not reckon it; it tells you how much of a hurry you are in.',
    ),
  ];
}

function mediatorTable({ scenario, sheet }: Sheet): Block[] {
  if (sheet.mediators.length === 0) return [];
  const row = (line: MediatorLine) => [
    scenario.mediators[line.mediator]?.name ?? '',
    line.accepted ? 'yes' : 'no',
    line.accepted ? worth(line.reservation) : '-',
    line.accepted ? worth(line.reservationInPublic) : '-',
    `${Math.round(100 * line.acceptedByThem)} in 100`,
  ];
  return [
    table(
      ['Mediator', 'accepted by you', 'least, asked quietly', 'least, in public', 'they accept'],
      sheet.mediators.map(row),
    ),
  ];
}

function occasions(scenario: Scenario): Block[] {
  if (scenario.occasions.length === 0) return [];
  return [
    paragraph('In the days around these dates the least falls for both sides, most on the day itself:'),
    list(
      scenario.occasions.map(
        ({ day, name, weight }) =>
          `${formatDate(scenario, day)}, ${name}: by up to ${Math.round(100 * weight.best)} in 100`,
      ),
    ),
  ];
}

function workedExamples(told: Sheet): Block[] {
  if (told.sheet.examples.length === 0) return [];
  return [subheading('How to reckon'), list(told.sheet.examples.map(example => exampleText(told, example)))];
}

function exampleText({ scenario, view, sheet }: Sheet, example: Example): string {
  const part = (home: number) =>
    example.deal.map((count, group) => (scenario.groups[group]?.home === home ? count : 0));
  const price = example.imbalance + example.precedent;
  const over = example.value - sheet.reservation;
  const sum = `${worth(example.worth)} for those received, less ${worth(example.grip)} for those given`;
  const numbers =
    price > 0
      ? `, less ${worth(price)} for giving ${formatCount(example.given - example.received)} more than you receive`
      : '';
  return (
    `${peopleText(scenario, part(view.party))} home, for ${peopleText(scenario, part(other(view.party)))}: ` +
    `${sum}${numbers}, makes ${worth(example.value)}. That is ${worth(Math.abs(over))} ` +
    `${over >= 0 ? 'more than the least you may accept without a mediator' : 'short of the least you may accept without a mediator'}.`
  );
}

/** Bounds and never the likeliest value: on paper it would come near the one that the other side plays with. */
function suppositions(told: Sheet): Block[] {
  const { sheet } = told;
  const { name, capital } = they(told);
  const grip = (line: OwnLine) => [nameOf(told, line), worthBounds(line.theirGrip)];
  const home = (line: HeldLine) => [nameOf(told, line), worthBounds(line.theirWorth)];
  return [
    heading(`What you may suppose of ${capital}`),
    paragraph(
      `You do not know the numbers of ${the(name)}. Everybody may suppose that they lie within these bounds; where, you may ` +
        'find out by talking. What people are worth is given for the pressure that can be read from outside.',
    ),
    list([
      `Public pressure on ${capital} can be read from outside: it is between ${worth(sheet.theirs.pressure.low)} and ${worth(sheet.theirs.pressure.high)}.`,
      `To be seen to deal costs ${capital} ${worthBounds(sheet.theirs.reluctance)}, before pressure and mediators take their part off.`,
      `Each person whom ${capital} gives beyond those it receives costs it ${worthBounds(sheet.theirs.imbalance)}.`,
    ]),
    table([`People of ${the(name)}, held by you`, 'one home may be worth to them'], sheet.held.map(home)),
    table([`Your people, held by ${the(name)}`, 'giving one up may cost them'], sheet.own.map(grip)),
  ];
}

function whichNumbers({ seed, play }: Sheet): Block[] {
  return [
    subheading('Which numbers these are'),
    paragraph(
      seed === undefined
        ? 'The middle ones of the scenario, for an exercise on paper. A campaign played with the program draws its own, within the ranges ' +
            `of the scenario: for the papers of such a campaign choose a seed N, print them with --seed N, and play it with: ${play} --seed N. ` +
            'On paper no news comes by itself: your teacher has it, and brings it on its day.'
        : `Those of the campaign with seed ${seed}. To play that campaign: ${play} --seed ${seed}`,
    ),
  ];
}
