import { readdirSync, readFileSync } from 'node:fs';
import { parseNegotiator } from '../src/negotiators/index.ts';
import type { Negotiator } from '../src/negotiators/negotiator.ts';
import { parseScenario } from '../src/scenario/parse.ts';
import { formatProblem } from '../src/scenario/problem.ts';
import type { ScenarioTexts } from '../src/scenario/references.ts';
import type { Scenario } from '../src/scenario/scenario.ts';

const SCENARIOS = new URL('../scenarios/', import.meta.url);

/** Every scenario of the library, by name. */
export const SCENARIO_IDS = readdirSync(SCENARIOS, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name);

export function scenarioTexts(id: string): ScenarioTexts {
  const folder = new URL(`${id}/`, SCENARIOS);
  const names = readdirSync(folder, { recursive: true }).map(String);
  return {
    id,
    file: `scenarios/${id}/scenario.yaml`,
    yaml: readFileSync(new URL('scenario.yaml', folder), 'utf8'),
    attachments: new Map(
      names
        .filter(name => name.endsWith('.md'))
        .map(name => [name, readFileSync(new URL(name, folder), 'utf8')]),
    ),
  };
}

const parsedBefore = new Map<string, Scenario>();

/** A scenario of the library, which must be sound; read once, since nothing changes it. */
export function scenario(id: string): Scenario {
  const before = parsedBefore.get(id);
  if (before) return before;
  const parsed = parseScenario(scenarioTexts(id));
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  parsedBefore.set(id, parsed.value);
  return parsed.value;
}

export function negotiator(name: string): Negotiator {
  const named = parseNegotiator(name);
  if (!named.ok) throw new Error(named.message);
  return named.negotiator;
}
