import { parseNegotiator } from '../negotiators/index.ts';
import type { Negotiator } from '../negotiators/negotiator.ts';
import { nearest } from '../scenario/problem.ts';
import type { PartyIndex, PerParty, Scenario } from '../scenario/scenario.ts';
import { isOutside, OUTSIDE } from '../table/record.ts';
import { type OutsideSeat, outsideSeat } from '../table/table.ts';
import { isSeed, LONGEST_SEED } from '../terminal/seed.ts';
import { badInput } from './failure.ts';

/* Who sits where, as the command line says it. */

/** The negotiators that the scenario names, with those in `given` (`PARTY=NEGOTIATOR`) in their place. */
export function seatsFrom(scenario: Scenario, given: readonly string[]): PerParty<Negotiator> {
  return seatsNamed(scenario, given, negotiatorNamed);
}

/** The same, where `exec:PROGRAM` seats another program. */
export function seatsOrProgramsFrom(
  scenario: Scenario,
  given: readonly string[],
): PerParty<Negotiator | OutsideSeat> {
  return seatsNamed(scenario, given, name => (isOutside(name) ? outsideSeat(name) : negotiatorNamed(name)));
}

function seatsNamed<T>(
  scenario: Scenario,
  given: readonly string[],
  named: (name: string) => T | Negotiator,
): PerParty<T | Negotiator> {
  const chosen = new Map<PartyIndex, T | Negotiator>();
  for (const text of given) {
    const [party, name] = parseSeat(scenario, text);
    if (chosen.has(party)) throw badInput(`--seat ${text}: ${scenario.parties[party].id} has a seat already`);
    chosen.set(party, named(name));
  }
  const seat = (party: PartyIndex) => chosen.get(party) ?? negotiatorNamed(scenario.parties[party].seat);
  return [seat(0), seat(1)];
}

function parseSeat(scenario: Scenario, text: string): [PartyIndex, string] {
  const at = text.indexOf('=');
  if (at < 0)
    throw badInput(`--seat ${text}: expected PARTY=NEGOTIATOR, such as ${scenario.parties[0].id}=boulware`);
  const name = text.slice(at + 1);
  if (name.startsWith(OUTSIDE) && name.slice(OUTSIDE.length).trim() === '') {
    const party = text.slice(0, at);
    throw badInput(
      `--seat ${text}: no program is named; expected ${party}=exec:PROGRAM, such as ${party}=exec:./bot.py`,
    );
  }
  if (name === 'person') {
    throw badInput(`--seat ${text}: nobody can be asked here; \`parley play\` is for people`);
  }
  return [partyNamed(scenario, text.slice(0, at)), name];
}

export function partyNamed(scenario: Scenario, id: string): PartyIndex {
  const ids = scenario.parties.map(party => party.id);
  if (id === ids[0]) return 0;
  if (id === ids[1]) return 1;
  const meant = nearest(id, ids);
  throw badInput(
    `unknown party "${id}"; ${meant ? `did you mean "${meant}"?` : `expected ${ids.join(' or ')}`}`,
  );
}

export function negotiatorNamed(text: string): Negotiator {
  if (text.startsWith(OUTSIDE)) {
    throw badInput(`${text}: another program can sit only in \`parley run\`, as --seat PARTY=exec:PROGRAM`);
  }
  const found = parseNegotiator(text);
  if (!found.ok) throw badInput(found.message);
  return found.negotiator;
}

/** Whom the person plays: one party, both, whoever mediates, or nobody. */
export type SideChosen = PartyIndex | 'both' | 'mediator' | 'none';

export function sideFrom(scenario: Scenario, text: string): SideChosen {
  if (text === 'both' || text === 'none') return text;
  if (text === 'mediator') return asMediator(scenario);
  const words = [...scenario.parties.map(party => party.id), 'both', 'none', 'mediator'];
  if (!words.includes(text)) {
    const meant = nearest(text, words);
    throw badInput(
      `--as ${text}: ${meant ? `did you mean "${meant}"?` : `expected one of ${words.join(', ')}`}`,
    );
  }
  return partyNamed(scenario, text);
}

function asMediator({ id, mediators }: Scenario): 'mediator' {
  if (mediators.some(({ role }) => role === 'mediator')) return 'mediator';
  throw badInput(
    `--as mediator: nobody in ${id} proposes terms as a mediator; expected a party, both or none`,
  );
}

export function seedFrom(text: string): string {
  if (isSeed(text)) return text;
  throw badInput(
    `--seed ${JSON.stringify(text)}: expected up to ${LONGEST_SEED} letters, digits, dots, underscores or hyphens, a letter or a digit first`,
  );
}
