import { type Run, type StudyHead, settingOf } from '../../analysis/study/head.ts';
import type { MetricKind } from '../../analysis/study/metric.ts';
import { metricOf } from '../../analysis/study/metrics.ts';

/** What a field holds: a text, a whole number of at most 32 bits or of any size, or any number. */
export type FieldType = 'text' | 'small' | 'whole' | 'number';

/** One column of the rows. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** Whether a row can have nothing there. */
  readonly optional: boolean;
}

export type Value = string | number | null;

/** The columns of a study's rows, and what stands in them. */
export interface Fields {
  readonly fields: readonly Field[];
  valuesOf(run: Run): Value[];
}

/**
 * The run, its seed, what is varied and drawn, what was measured. A figure that is called as a metric is
 * (trust at the start, trust at the end) says in its name that it was set, or drawn.
 */
export function fieldsOf(head: StudyHead): Fields {
  const several = head.scenarios.length > 1;
  const draws = head.drawn.length > 0;
  const paths = head.varied.map(({ path }) => path);
  return {
    fields: [
      { name: 'run', type: 'whole', optional: false },
      ...(several ? [{ name: 'scenario', type: 'text', optional: false } as const] : []),
      { name: 'seed', type: 'text', optional: false },
      ...head.varied.map(({ path, levels }) => ({
        name: head.metrics.includes(path) ? `set.${path}` : path,
        type: levelType(levels),
        optional: true,
      })),
      ...(draws ? [{ name: 'draw', type: 'small', optional: true } as const] : []),
      ...head.drawn.map(
        path =>
          ({
            name: head.metrics.includes(path) ? `drawn.${path}` : path,
            type: 'number',
            optional: true,
          }) as const,
      ),
      ...head.metrics.map(name => ({ name, type: metricType(name), optional: true })),
    ],
    valuesOf({ run, values }) {
      const { seed, point } = settingOf(head, run);
      const at = head.points[point];
      return [
        run,
        ...(several ? [head.scenarios[at?.scenario ?? 0]?.id ?? ''] : []),
        seed,
        ...paths.map(path => at?.settings[path] ?? null),
        ...(draws ? [at?.draw ?? null, ...head.drawn.map(path => at?.drawn[path] ?? null)] : []),
        ...values,
      ];
    },
  };
}

function levelType(levels: readonly (number | string)[]): FieldType {
  return levels.every(level => typeof level === 'number') ? 'number' : 'text';
}

const TYPES: Readonly<Record<MetricKind, FieldType>> = {
  yes: 'small',
  day: 'small',
  count: 'whole',
  amount: 'number',
};

function metricType(name: string): FieldType {
  return TYPES[metricOf(name)?.family.kind ?? 'amount'];
}
