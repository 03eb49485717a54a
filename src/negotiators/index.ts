import { nearest } from '../scenario/problem.ts';
import { bayesian } from './bayesian.ts';
import { boulware } from './boulware.ts';
import { conceder } from './conceder.ts';
import { equilibrium } from './equilibrium.ts';
import { hardliner } from './hardliner.ts';
import { humanitarian } from './humanitarian.ts';
import { linear } from './linear.ts';
import { micro } from './micro.ts';
import { type Negotiator, type NegotiatorKind, readingOnItsTurn } from './negotiator.ts';
import { niceTitForTat } from './nice-tit-for-tat.ts';
import { parity } from './parity.ts';
import { random } from './random.ts';
import { search } from './search.ts';
import { titForTat } from './tit-for-tat.ts';

/** All negotiators, in the order menus show them. */
export const NEGOTIATORS: readonly NegotiatorKind[] = [
  boulware,
  conceder,
  linear,
  titForTat,
  niceTitForTat,
  micro,
  bayesian,
  equilibrium,
  parity,
  humanitarian,
  hardliner,
  search,
  random,
];

export type Named =
  | { readonly ok: true; readonly negotiator: Negotiator }
  | { readonly ok: false; readonly message: string };

/** A negotiator from its name and parameters: `boulware`, `boulware:e=0.2`. */
export function parseNegotiator(text: string): Named {
  const [name = '', ...settings] = text.split(/[:,]/);
  const kind = NEGOTIATORS.find(candidate => candidate.name === name);
  if (!kind) return { ok: false, message: unknownName(name) };
  const values = kind.parameters.map(parameter => parameter.standard);
  const names = settings.map(setting => setting.split('=')[0]);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) return { ok: false, message: `${text}: ${twice} is given twice` };
  for (const setting of settings) {
    const fault = set(kind, values, setting);
    if (fault) return { ok: false, message: `${text}: ${fault}` };
  }
  const decide = readingOnItsTurn(kind.make(...values));
  return { ok: true, negotiator: { ...kind, name: text, decide } };
}

function unknownName(name: string): string {
  const names = NEGOTIATORS.map(kind => kind.name);
  const meant = nearest(name, names);
  return `unknown negotiator "${name}"; ${meant ? `did you mean "${meant}"?` : `expected one of ${names.join(', ')}`}`;
}

function set(kind: NegotiatorKind, values: number[], setting: string): string | null {
  const [name = '', given = ''] = setting.split('=');
  const index = kind.parameters.findIndex(parameter => parameter.name === name);
  const parameter = kind.parameters[index];
  if (!parameter) {
    const known = kind.parameters.map(({ name: known }) => known).join(', ') || 'none';
    return `unknown parameter "${name}"; ${kind.name} has: ${known}`;
  }
  const value = /^-?\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN;
  if (!(value >= parameter.minimum && value <= parameter.maximum)) {
    return `${name} expects a number from ${parameter.minimum} to ${parameter.maximum}, got "${given}"`;
  }
  values[index] = value;
  return null;
}
