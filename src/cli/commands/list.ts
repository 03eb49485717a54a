import { NEGOTIATORS } from '../../negotiators/index.ts';
import { formatDate } from '../../report/date.ts';
import { wrap } from '../../report/wrap.ts';
import { locate, packagedIds, readScenario } from '../scenarios.ts';
import type { Shell } from '../shell.ts';

/** `parley list`: the scenarios and the negotiators there are. */
export async function list(shell: Shell): Promise<void> {
  const scenarios = packagedIds().map(id => scenarioEntry(id, shell.width));
  const negotiators = NEGOTIATORS.map(kind => negotiatorEntry(kind, shell.width));
  await shell.print(`SCENARIOS\n${scenarios.join('\n')}\n\nNEGOTIATORS\n${negotiators.join('\n')}\n`);
}

function scenarioEntry(id: string, width: number): string {
  const read = readScenario(locate(id));
  if (!read.ok) return `  ${id}\n    not sound; \`parley check ${id}\` tells what is wrong`;
  const scenario = read.value;
  const dates = `${formatDate(scenario, 0)} to ${formatDate(scenario, scenario.days)}`;
  const seats = scenario.parties.map(party => `${party.id} (${party.seat})`).join(', ');
  return [
    wrap(`${id}: ${scenario.title}, ${dates}`, { width, indent: 2, hanging: 4 }),
    wrap(scenario.summary, { width, indent: 4 }),
    wrap(`Parties and who sits there by default: ${seats}`, { width, indent: 4, hanging: 6 }),
  ].join('\n');
}

function negotiatorEntry(kind: (typeof NEGOTIATORS)[number], width: number): string {
  const parameters = kind.parameters.map(({ name, meaning, minimum, maximum, standard }) =>
    wrap(
      `${kind.name}:${name}=${standard} sets ${name}, ${minimum} to ${maximum} (${standard} unless given): ${meaning}`,
      {
        width,
        indent: 4,
        hanging: 6,
      },
    ),
  );
  return [
    wrap(`${kind.name}: ${kind.idea} ${kind.citation}.`, { width, indent: 2, hanging: 4 }),
    ...parameters,
  ].join('\n');
}
