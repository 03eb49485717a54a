import { listed } from '../../report/people.ts';
import { PARTIES, type Party, type PartyIndex, type Scenario } from '../../scenario/scenario.ts';
import { EMPTY, type Line, line, padEnd, toned, wrapped } from '../line.ts';
import { start as words } from '../words.ts';

/* More about a campaign that can be chosen, where there is room: between whom, who is held, who helps, by which sources. */

const LABEL = 12;
/** Sources that are named; of more only their number is said. */
const MOST_SOURCES = 4;

/** As much of it as finds room below a free row, no part cut. */
export function detailRows(blocks: readonly (readonly Line[])[], rows: number): Line[] {
  const kept: Line[] = [EMPTY];
  for (const block of blocks) {
    if (kept.length + block.length > rows) break;
    kept.push(...block);
  }
  return kept.length > 1 ? kept : [];
}

/** All there is to know of a campaign before one plays it. */
export function blocksOf(scenario: Scenario, columns: number): Line[][] {
  const { between, sources: told } = words.details;
  const { parties, sources } = scenario;
  const named = sources
    .slice(0, MOST_SOURCES)
    .map(({ title, publisher }) => words.sourceOf(publisher, title));
  const more = sources.length > named.length ? [words.moreSources(sources.length - named.length)] : [];
  return [
    field(between, listed(parties.map(calledWithCapital)), columns),
    ...sideBlocksOf(scenario, columns),
    ...(named.length > 0
      ? [[...named, ...more].flatMap((text, at) => field(at === 0 ? told : '', text, columns))]
      : []),
  ];
}

/** What of it bears on whom one would speak for: who holds whom, and who can help. */
export function sideBlocksOf(scenario: Scenario, columns: number): Line[][] {
  const { held, through } = words.details;
  const { mediators } = scenario;
  return [
    PARTIES.flatMap((party, at) => field(at === 0 ? held : '', heldBy(scenario, party), columns)),
    ...(mediators.length > 0
      ? [field(through, words.mediators(mediators.map(({ name }) => name)), columns)]
      : []),
  ];
}

function field(label: string, text: string, columns: number): Line[] {
  return wrapped(text, columns - LABEL - 4).map((row, at) =>
    line('  ', toned(padEnd(at === 0 ? label : '', LABEL), 'dim'), ...row),
  );
}

/** A party with the capital that decides for it. */
export function calledWithCapital({ name, capital }: Party): string {
  return words.withCapital(name, capital);
}

function heldBy({ groups, parties }: Scenario, holder: PartyIndex): string {
  const names = groups.filter(group => group.holder === holder).map(({ name }) => name);
  return words.heldBy(parties[holder].name, names);
}
