import type { Scenario, Source } from '../scenario/scenario.ts';

/* The sources that a text names in brackets: "[ki-pause]". */

/** Those of the scenario's sources that the texts name, in the order of the scenario's list. */
export function citedIn({ sources }: Scenario, texts: readonly string[]): Source[] {
  const all = texts.join('\n');
  return sources.filter(({ id }) => all.includes(`[${id}]`));
}

/** "[ki-pause] Title. Publisher (a copy, not the original publisher)." The address stands beside it. */
export function sourceText({ id, title, publisher, copy }: Source): string {
  return `[${id}] ${title}. ${publisher}${copy ? ' (a copy, not the original publisher)' : ''}.`;
}
