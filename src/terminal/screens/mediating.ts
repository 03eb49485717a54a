import type { Scene } from '../scene.ts';
import type { Entry } from '../screen.ts';
import { APART } from '../sight.ts';
import { mediating as words } from '../words.ts';
import { openText } from './composer-counts.ts';

/* What a person can do who mediates, and what it waits for where it can do nothing. */

export function mediatorsEntries(scene: Scene): Entry[] {
  if (!scene.speaks) return [];
  return [
    { ...words.text, lead: () => ({ screen: openText(scene) }) },
    { ...words.pass, lead: () => ({ order: { do: 'pass', until: 'day' } }) },
  ];
}

/** What the mediator waits for. */
export function mediatorWaitsFor({ sight, course, speaks }: Scene): string {
  if (speaks) return words.maySpeak;
  const { phase, talks } = sight;
  if (phase === APART) return words.apart;
  if (phase.startsWith('handOver')) return words.agreed;
  if (talks.mediator !== null && course.parameters.mediators[talks.mediator]?.proposes !== true)
    return words.carries;
  return phase === 'rounds.singleText' ? words.textOnTable : words.notYet;
}
