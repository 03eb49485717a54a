import type { Debrief, DebriefedDeal, TalksWithoutDeal } from '../analysis/debrief.ts';
import type { Campaign, Overture } from '../campaign/campaign.ts';
import { minus, sum } from '../campaign/counts.ts';
import type { Finding } from '../campaign/finding.ts';
import { LAW } from '../campaign/law.ts';
import type { LawRule } from '../campaign/law-rule.ts';
import { possessive, the } from '../scenario/article.ts';
import { other, type PartyIndex, type PerParty, type Scenario } from '../scenario/scenario.ts';
import { formatDate } from './date.ts';
import { agreements, capitalOf, type Told } from './debrief-agreements.ts';
import {
  byHome,
  counted,
  countedDays,
  countedPeople,
  formatCount,
  heldPart,
  peopleText,
  withGroupNames,
} from './people.ts';
import { peopleLegend, peopleTable } from './people-table.ts';
import { mediatorName } from './sentence.ts';
import { worth } from './worth.ts';
import { wrap } from './wrap.ts';

/* What a campaign came to, for its player and a class. Every number says how it is reckoned. */

/** `side`: for which side it is, which the heading names and which is told first; left out, for neither. */
export function formatDebrief(
  scenario: Scenario,
  debrief: Debrief,
  width = 80,
  side: PartyIndex | null = null,
): string {
  const told = { scenario, debrief, width, sides: [side ?? 0, other(side ?? 0)] } as const;
  const whose = side === null ? '' : `, for ${scenario.parties[side].capital}`;
  return [
    `${heading(told)}${whose}`,
    whatHappened(told),
    whoCameHome(told),
    agreements(told),
    withoutDeal(told),
    instructed(told),
    underTheLaw(told),
    definitions(told),
  ]
    .filter(section => section !== '')
    .join('\n\n');
}

function heading({ scenario, debrief }: Told): string {
  const until = formatDate(scenario, Math.max(0, debrief.day));
  return debrief.ended
    ? `DEBRIEF at the end, ${until}`
    : `DEBRIEF so far, ${until} (day ${debrief.day} of ${scenario.days})`;
}

/** One line of what a whole campaign came to. */
export function outcomeLine(scenario: Scenario, { exchanges, ledger, captivityEnded }: Campaign): string {
  const done = exchanges.filter(({ completed }) => completed).length;
  const home = byHome(scenario, ledger.returned);
  const people = scenario.parties.map(
    (party, index) => `${countedPeople(home[index] ?? 0)} home to ${the(party.name)}`,
  );
  return `${counted(done, 'exchange')}; ${people.join(', ')}; ${countedDays(sum(captivityEnded))} of captivity ended`;
}

function whatHappened({ scenario, debrief, width, sides }: Told): string {
  const { ended } = debrief;
  const moments = [
    ...debrief.overtures.map(overture => ({ day: overture.day, text: overtureText(scenario, overture) })),
    ...debrief.deals.map(deal => ({ day: deal.day, text: dealLine(scenario, deal, ended, sides) })),
    ...debrief.talksWithoutDeal.map(talks => ({
      day: talks.ended,
      text: endingText(scenario, talks, ended),
    })),
  ].sort((a, b) => a.day - b.day);
  if (moments.length === 0) return 'WHAT HAPPENED WHEN\n  Nobody asked for talks.';
  const lines = moments.map(({ day, text }) =>
    wrap(`${formatDate(scenario, day)} (day ${day}): ${text}`, { width, indent: 2, hanging: 4 }),
  );
  return ['WHAT HAPPENED WHEN', ...lines].join('\n');
}

const ANSWERS: Readonly<Record<Overture['answer'], string>> = {
  open: 'not answered yet',
  agreed: 'agreed to',
  declined: 'declined',
  lapsed: 'left without an answer',
};

function overtureText(scenario: Scenario, { by, mediator, openly, answer }: Overture): string {
  const through = mediator === null ? '' : `, with a mediator (${mediatorName(scenario, mediator)})`;
  return `${scenario.parties[by].capital} asks for talks ${openly ? 'openly' : 'quietly'}${through}; ${ANSWERS[answer]}.`;
}

function dealLine(
  scenario: Scenario,
  deal: DebriefedDeal,
  ended: boolean,
  sides: PerParty<PartyIndex>,
): string {
  const home = byHome(scenario, minus(deal.people, deal.interned));
  const away = sum(deal.interned) > 0 ? [`${formatCount(sum(deal.interned))} to a neutral country`] : [];
  const numbers = [
    ...sides.map(party => `${home[party]} home to ${the(scenario.parties[party].name)}`),
    ...away,
  ].join(', ');
  if (deal.outcome === 'completed') return `exchange: ${numbers}${shortText(scenario, deal, sides)}.`;
  if (deal.outcome === 'pending')
    return `the hand-over agreed on day ${deal.agreedOn} ${ended ? 'was still to come at the end' : 'is still to come'}; so far ${numbers}.`;
  return `the agreement is broken by ${capitalOf(scenario, deal.brokenBy)}: ${numbers}.`;
}

/** Who brought fewer people than it had promised and held. */
function shortText(scenario: Scenario, { short }: DebriefedDeal, sides: PerParty<PartyIndex>): string {
  const parts = sides
    .filter(party => short[party] > 0)
    .map(
      party => `${scenario.parties[party].capital} brought ${formatCount(short[party])} fewer than promised`,
    );
  return parts.map(part => `; ${part}`).join('');
}

function endingText(scenario: Scenario, talks: TalksWithoutDeal, ended: boolean): string {
  if (talks.ending === 'walkedOut') return `${capitalOf(scenario, talks.by)} walks out of the talks.`;
  if (talks.ending === 'petered') return 'the talks end without an agreement.';
  return ended ? 'the talks were not finished.' : 'no agreement yet; the talks go on.';
}

function whoCameHome({ scenario, debrief, width, sides }: Told): string {
  const days = sides.map(
    party =>
      `${formatCount(debrief.captivityEnded[party])} for ${possessive(scenario.parties[party].name)} people`,
  );
  const together = formatCount(sum(debrief.captivityEnded));
  return [
    'WHO CAME HOME',
    ...sides.map(home => peopleTable(scenario, debrief, home)),
    wrap(peopleLegend(debrief), { width, indent: 2 }),
    wrap(
      `Days of captivity ended: ${days.join(', ')}; together ${together}. For each person home, the days that ` +
        'were left to the end of the period.',
      { width, indent: 2 },
    ),
  ].join('\n\n');
}

function withoutDeal({ scenario, debrief, width, sides }: Told): string {
  if (debrief.talksWithoutDeal.length === 0) return '';
  const lines = debrief.talksWithoutDeal.map(talks => {
    const offers = counted(talks.offers.length, 'offer');
    const days = talks.began === talks.ended ? `Day ${talks.ended}` : `Day ${talks.began} to ${talks.ended}`;
    const text = `${days}, ${offers}: ${endingText(scenario, talks, debrief.ended)} ${possibleText(scenario, talks, sides)}`;
    return wrap(text, { width, indent: 2, hanging: 4 });
  });
  return ['TALKS WITHOUT AN AGREEMENT', ...lines].join('\n');
}

/** Whether there was something to agree on when the talks ended. */
function possibleText(
  scenario: Scenario,
  { possible, reservations }: TalksWithoutDeal,
  order: PerParty<PartyIndex>,
): string {
  if (!possible) return 'No deal that was good for both sides was found for their last day.';
  const gains = order.map(
    party => `${scenario.parties[party].capital} ${worth(possible.values[party] - reservations[party])}`,
  );
  const sides = order.map(
    party =>
      `${peopleText(scenario, heldPart(scenario, possible.deal, party))} from ${scenario.parties[party].capital}`,
  );
  return `A deal good for both was possible, the Nash deal of their last day: ${sides.join('; ')} (gains: ${gains.join(', ')}).`;
}

/** What the delegations were told in confidence: after the campaign both may know it. */
function instructed({ scenario, debrief, width, sides }: Told): string {
  const lines = sides.flatMap(party =>
    debrief.instructions[party].map(({ text, followed }) =>
      wrap(`${scenario.parties[party].capital}: ${text} ${followed ? 'Done.' : 'Not done.'}`, {
        width,
        indent: 2,
        hanging: 4,
      }),
    ),
  );
  return lines.length === 0 ? '' : ['INSTRUCTIONS FROM THE CAPITALS', ...lines].join('\n');
}

function underTheLaw({ scenario, debrief, width, sides }: Told): string {
  const found = LAW.flatMap(rule => {
    const findings = debrief.findings.filter(finding => finding.rule === rule.id);
    return findings.length === 0 ? [] : [ruleText(scenario, rule, { findings, width, sides })];
  });
  if (found.length === 0) return 'UNDER THE LAW OF WAR\n  Nothing was found by the checks that are made.';
  return ['UNDER THE LAW OF WAR', ...found].join('\n\n');
}

/** Instances of a rule told one by one; more are only counted. */
const INSTANCES = 4;

function ruleText(
  scenario: Scenario,
  rule: LawRule,
  { findings, width, sides }: Pick<Told, 'width' | 'sides'> & { readonly findings: readonly Finding[] },
): string {
  const counts = sides
    .map(party => {
      const times = findings.filter(finding => finding.by === party).length;
      return `${scenario.parties[party].capital} ${times}`;
    })
    .join(', ');
  const instances = findings.slice(0, INSTANCES).map(({ day, by, saw }) =>
    wrap(`Day ${day}, ${scenario.parties[by].capital}: ${withGroupNames(scenario, saw)}`, {
      width,
      indent: 4,
      hanging: 6,
    }),
  );
  const more = findings.length > INSTANCES ? [`    and ${findings.length - INSTANCES} more`] : [];
  return [
    wrap(`${rule.title} (${rule.article}; ${rule.severity}). Found: ${counts}.`, {
      width,
      indent: 2,
      hanging: 4,
    }),
    wrap(rule.explanation, { width, indent: 4 }),
    ...instances,
    ...more,
  ].join('\n');
}

/** The terms that are used above, and no others. */
function definitions({ debrief, width }: Told): string {
  const agreed = debrief.deals.length > 0;
  const possible = debrief.talksWithoutDeal.some(talks => talks.possible !== null);
  if (!agreed && !possible) return '';
  const lines = [
    "A unit of worth is an ordinary soldier of one's own, home. Value: worth of those who come, less grip of those given, less the price of giving more than one receives or than last time; by the true values of both sides on the day of the agreement, or on the last day of talks without one.",
    'Reservation: the least that a deal has to be worth to a party that day. Gain: value less reservation.',
    ...(agreed ? [LEFT_ON_THE_TABLE] : []),
    ...(possible ? [NASH_DEAL] : []),
    'Worth, grip and reservation rest on assumptions that the scenario labels and explains; they are no facts about anybody.',
  ];
  return ['HOW THIS IS RECKONED', ...lines.map(line => wrap(line, { width, indent: 2, hanging: 4 }))].join(
    '\n',
  );
}

const LEFT_ON_THE_TABLE =
  'Left on the table: how much more a party could have had by another deal that was possible and leaves the other no worse off. All deals are gone through; where one hand-over carries thousands only those along the convex hull of both values, so it may be a little more.';
const NASH_DEAL = 'Nash deal: the greatest product of both gains, of all deals that were possible.';
