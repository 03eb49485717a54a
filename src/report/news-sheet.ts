import type { Parameters } from '../campaign/parameters.ts';
import { leading, the } from '../scenario/article.ts';
import { toldAlone } from '../scenario/audience.ts';
import {
  type Effect,
  type Inject,
  other,
  type PartyIndex,
  type Scenario,
  type ScheduledCapture,
} from '../scenario/scenario.ts';
import { capturedBounds } from '../table/first-morning.ts';
import { type Block, heading, list, type Paper, paragraph, subheading } from './block.ts';
import { formatDate } from './date.ts';
import { counted, countedGroup, formatCount, groupInText, listed } from './people.ts';

/*
 * The news of an exercise on paper, where nothing arrives by itself: what one delegation comes to
 * know day by day, for a teacher to read out or to cut apart and hand over.
 */

/** Captures and news after the first morning as a delegation hears them, at the numbers of an exercise on paper. */
export function newsSheet(scenario: Scenario, parameters: Parameters, party: PartyIndex): Paper {
  const { capital } = scenario.parties[party];
  return {
    title: `${scenario.title}: news for the delegation of ${capital}`,
    marking: `For the teacher: news for the delegation of ${capital}, to be handed over day by day`,
    blocks: [
      paragraph(
        'For an exercise on paper. Keep this back, and hand each piece over on its day. People who are captured are added ' +
          'to those whom the pay-off sheet names; in a campaign that is played with the program all this arrives by itself.',
      ),
      ...dated(scenario, parameters, party),
      ...undated(scenario, party),
    ],
  };
}

function dated(scenario: Scenario, parameters: Parameters, party: PartyIndex): Block[] {
  const captures = scenario.captures
    .map((capture, index) => ({
      day: capture.day,
      blocks: capturedBlocks(scenario, capture, parameters.captures[index]?.people ?? [], party),
    }))
    // The first morning's are on the pay-off sheet.
    .filter(({ day }) => day > 0);
  const news = newsFor(scenario, party).flatMap(inject =>
    inject.day === undefined ? [] : [{ day: inject.day, blocks: injectBlocks(scenario, inject, party) }],
  );
  const pieces = [...captures, ...news].sort((a, b) => a.day - b.day);
  if (pieces.length === 0) return [paragraph('The scenario dates no news after its first morning.')];
  return pieces.flatMap(({ day, blocks }) => [
    heading(`${formatDate(scenario, day)} (day ${day})`),
    ...blocks,
  ]);
}

function capturedBlocks(
  scenario: Scenario,
  capture: ScheduledCapture,
  people: readonly number[],
  party: PartyIndex,
): Block[] {
  const bounds = capturedBounds(scenario, capture);
  const items = scenario.groups.flatMap(({ home, name }, group) => {
    const { low, high } = bounds[group] ?? { low: 0, high: 0 };
    const taken = people[group] ?? 0;
    if (home === party) {
      const count = low === high ? formatCount(low) : `${formatCount(low)} to ${formatCount(high)}`;
      return high > 0 ? [`${name}: ${count} more of yours are held, as far as is known.`] : [];
    }
    return taken > 0 ? [`You hold ${formatCount(taken)} more: ${groupInText(scenario, group)}.`] : [];
  });
  return [subheading(capture.title), list(items)];
}

/** The news that a delegation is told: none that only instructs the other. */
function newsFor({ injects }: Scenario, party: PartyIndex): readonly Inject[] {
  return injects.filter(({ effects }) => toldAlone(effects) !== other(party));
}

/** News that has no day of its own: what chance would bring, and what a teacher brings. */
function undated(scenario: Scenario, party: PartyIndex): Block[] {
  const news = newsFor(scenario, party).filter(({ day }) => day === undefined);
  if (news.length === 0) return [];
  return [
    heading('Without a day: bring it when it fits, or not at all'),
    ...news.flatMap(inject => injectBlocks(scenario, inject, party)),
  ];
}

function injectBlocks(scenario: Scenario, { title, text, effects }: Inject, party: PartyIndex): Block[] {
  const items = effects.flatMap(effect => effectItems(scenario, effect, party));
  return [subheading(title), paragraph(text), ...(items.length > 0 ? [list(items)] : [])];
}

/** What a piece of news changes for the delegation; of the other side only what anybody can see. */
function effectItems(scenario: Scenario, effect: Effect, party: PartyIndex): string[] {
  switch (effect.kind) {
    case 'captured':
      return effect.groups.map(({ group, people }) => {
        const index = scenario.groups.findIndex(({ id }) => id === group);
        const { name, capital } = scenario.parties[scenario.groups[index]?.home ?? other(party)];
        return `Captured, of ${the(name)}: ${countedGroup(scenario, index, people.best)}. ${capital} knows it too.`;
      });
    case 'pressure':
      if (effect.party !== party) return [];
      return [`Public pressure on you rises by ${effect.strength.best.toFixed(2)} of what is left to 1.`];
    case 'trust':
      return [`Trust ${effect.share.best < 0 ? 'falls' : 'rises'} on both sides.`];
    case 'halt':
      return [`A hand-over that is arranged waits ${counted(effect.days.best, 'more day')}.`];
    case 'mediator': {
      const mediator = scenario.mediators.find(({ id }) => id === effect.mediator)?.name ?? '';
      return [`${leading(mediator)} is at the table if talks are under way and both capitals accept it.`];
    }
    case 'internmentEnds':
      return [`People of ${the(scenario.parties[effect.party].name)} interned in a neutral country go home.`];
    case 'instruct':
      return effect.party === party
        ? [`New instructions of your capital: ${listed(effect.instructions.map(({ text }) => text))}`]
        : [];
  }
}
