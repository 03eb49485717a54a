import type { Parsed, Problem } from '../scenario/problem.ts';
import type { PerParty } from '../scenario/scenario.ts';
import { type Cell, parseCsv } from './csv.ts';
import { type PointRow, pointSetOf } from './point-rows.ts';
import type { PointSet } from './point-set.ts';

/*
 * A set of points as comma-separated values: a label and the values to both parties, the names of the parties
 * in the first line. Without such a line they are the first and the second.
 */

export const UNNAMED: PerParty<string> = ['the first', 'the second'];
const EXAMPLE = 'a label and two values, such as peace,0.9,0.6';
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** What is meant for a number, well written or not: no party is called so. */
const LIKE_A_NUMBER = /^(?:[+-]?\.?\d|[+-]?(?:nan|inf(?:inity)?)$)/i;

export function parsePointTable(text: string, file: string): Parsed<PointSet> {
  const csv = parseCsv(text);
  if (!csv.ok) return { ok: false, problems: [{ file, ...csv.fault }] };
  const at = (cell: Cell | undefined, message: string): Problem => ({
    ...{ file, line: cell?.line ?? 0, column: cell?.column ?? 0 },
    message,
  });
  const [first] = csv.rows;
  if (!first)
    return { ok: false, problems: [at(undefined, `the file is empty; expected lines of ${EXAMPLE}`)] };
  const isHeader = first.length === 3 && !first.slice(1).some(cell => LIKE_A_NUMBER.test(named(cell)));
  const body = isHeader ? csv.rows.slice(1) : csv.rows;
  const read = body.map(row => rowOf(row, at));
  const problems = read.flatMap(row => (row.ok ? [] : row.problems));
  if (problems.length > 0) return { ok: false, problems };
  return pointSetOf({
    parties: isHeader ? [named(first[1]), named(first[2])] : UNNAMED,
    rows: read.flatMap(row => (row.ok ? [row.value] : [])),
    disagreement: null,
    problem: message => at(first[0], message),
  });
}

const named = (cell: Cell | undefined) => cell?.text.trim() ?? '';

type At = (cell: Cell | undefined, message: string) => Problem;

function rowOf(row: readonly Cell[], at: At): Parsed<PointRow> {
  const [label, first, second] = row;
  if (row.length !== 3) return { ok: false, problems: [at(label, cellsFault(row))] };
  const problems = [first, second].flatMap(cell => {
    const fault = numberFault(named(cell));
    return fault ? [at(cell, fault)] : [];
  });
  if (problems.length > 0) return { ok: false, problems };
  const values = [Number(named(first)), Number(named(second))] as const;
  return { ok: true, value: { label: named(label), values, problem: message => at(label, message) } };
}

function cellsFault(row: readonly Cell[]): string {
  const got = `expected ${EXAMPLE}; got ${row.length === 1 ? '1 cell' : `${row.length} cells`}`;
  if (row.length < 3 && row.some(cell => /[;\t]/.test(cell.text)))
    return `${got}; put commas between the cells, not semicolons or tabs`;
  if (row.length === 5 && row.slice(1).every(cell => /^[+-]?\d+$/.test(cell.text.trim())))
    return `${got}; write decimals with a point, not a comma`;
  return row.length > 3
    ? `${got}; between more than two parties nothing is reckoned, and a label with a comma goes in quotes`
    : got;
}

function numberFault(text: string): string | null {
  const shown = JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}...` : text);
  if (!NUMBER.test(text)) return `expected a number such as 0.9, got ${text === '' ? 'nothing' : shown}`;
  return Number.isFinite(Number(text)) ? null : `expected a finite number, got ${shown}`;
}
