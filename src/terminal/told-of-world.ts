import type { Campaign } from '../campaign/campaign.ts';
import type { Counts } from '../campaign/counts.ts';
import type { WorldEvent, WorldEventOf } from '../campaign/event.ts';
import type { SettledEffect } from '../campaign/parameters.ts';
import { toldAlone } from '../scenario/audience.ts';
import { dateOf, PARTIES, type PartyIndex } from '../scenario/scenario.ts';
import type { Position } from '../statechart/position.ts';
import { dealInWords, type Ear, mediatorName, subject, type Taken, type Told } from './ear.ts';
import { happened, shortDate } from './words.ts';

/** What happened without either party. */
export function toldOfWorld(ear: Ear, event: WorldEvent, { campaign }: Position): Told[] {
  const one = (text: string, concerns = true): Told[] => [{ text, by: null, concerns }];
  const date = (day: number) => shortDate(dateOf(ear.scenario, day));
  switch (event.type) {
    case 'captured':
      return ofCapture(ear, event, campaign);
    case 'pressReport':
      return one(happened.report(ear.scenario.parties[event.about].name), false);
    case 'captivityWears':
      return ofWear(ear, event, campaign);
    case 'verificationBegins':
      return one(happened.checking(event.days, event.capacity));
    case 'handOverSet':
      return one(happened.set(date(campaign.day + event.days), ear.scenario.place));
    case 'accident':
      return one(happened.accident(date(campaign.day + event.days)));
    case 'mediatorProposes': {
      const name = mediatorName(ear, campaign.talks.mediator) ?? '';
      return one(happened.mediatorOffers(name, dealInWords(ear, campaign, event)));
    }
    case 'horizonReached':
      return one(happened.over);
    case 'inject':
      return ofInject(ear, event, campaign);
    case 'dayBegins':
      return [];
  }
}

type Captured = Pick<WorldEventOf<'captured'>, 'people' | 'heard' | 'title'>;

/** Those who hold the people know how many; those whose people they are have heard of it. */
function ofCapture(ear: Ear, event: Captured, campaign: Campaign): Told[] {
  const { groups } = campaign.parameters;
  return PARTIES.flatMap(home => {
    const total = (counts: Counts) =>
      groups.reduce((people, g) => people + (g.home === home ? (counts[g.index] ?? 0) : 0), 0);
    const heard = hearsOf(ear, home);
    const taken: Taken = {
      home,
      low: total(heard ? event.heard.low : event.people),
      high: total(heard ? event.heard.high : event.people),
    };
    if (taken.high === 0) return [];
    const text = takenInWords(ear, taken, event.title);
    return [
      {
        text,
        by: null,
        concerns: event.title !== undefined,
        ...(event.title === undefined ? { taken } : { captured: taken }),
      },
    ];
  });
}

/** Those whose people they are, and a mediator, go by what is reported. */
function hearsOf({ viewer }: Ear, home: PartyIndex): boolean {
  return viewer === home || viewer === 'mediator';
}

/** What only instructs one side is told to that side; to who knows everything, with whom it went to. */
function ofInject(ear: Ear, { title, effects }: WorldEventOf<'inject'>, campaign: Campaign): Told[] {
  const alone = toldAlone(effects);
  if (alone !== null && ear.viewer !== null && ear.viewer !== alone) return [];
  const named = alone !== null && ear.viewer === null;
  const text = named ? happened.toldAlone(title, ear.scenario.parties[alone].capital) : title;
  return [
    { text, by: null, concerns: true },
    ...effects.flatMap(effect => capturedBy(ear, effect, campaign)),
  ];
}

/** An inject that takes people is public: everybody hears exactly how many were taken. */
function capturedBy(ear: Ear, effect: SettledEffect, campaign: Campaign): Told[] {
  if (effect.kind !== 'captured') return [];
  const { people } = effect;
  return ofCapture(ear, { people, heard: { low: people, best: people, high: people } }, campaign);
}

export function takenInWords(ear: Ear, { home, low, high }: Taken, title?: string): string {
  const words = hearsOf(ear, home) ? happened.heard : happened.captured;
  return words(ear.scenario.parties[home].name, low, high, title);
}

/** Illness and death in captivity are known to the holder alone, until lists and visits show them. */
function ofWear(ear: Ear, event: WorldEventOf<'captivityWears'>, campaign: Campaign): Told[] {
  const { groups } = campaign.parameters;
  return PARTIES.flatMap(holder => {
    if (ear.viewer !== null && ear.viewer !== holder) return [];
    const total = (counts: Counts) =>
      groups.reduce((people, g) => people + (g.holder === holder ? (counts[g.index] ?? 0) : 0), 0);
    const by = subject(ear, holder);
    const [ill, died] = [total(event.ill), total(event.died)];
    return [
      ...(ill > 0 ? [{ text: happened.ill(ill, by), by: null, concerns: false }] : []),
      ...(died > 0 ? [{ text: happened.died(died, by), by: null, concerns: false }] : []),
    ];
  });
}
