import { type CheckedDocument, checkDocument, readDocument, type YamlText } from './document.ts';
import type { Parsed } from './problem.ts';
import { type StudyFile, studySchema } from './study-schema.ts';

/** A study's text as the schema has it, with the means to say where in it something stands. */
export function readStudy(text: YamlText): Parsed<CheckedDocument<StudyFile>> {
  const read = readDocument(text, 'a study');
  return read.ok ? checkDocument(studySchema, read.value) : read;
}

/** The values of one varied figure or seat, in order. */
export function levelsOf(given: StudyFile['vary'][string]): readonly (number | string)[] {
  if (Array.isArray(given)) return given;
  const { from, to, step, points } = given as Exclude<typeof given, readonly unknown[]>;
  const width = step ?? (to - from) / ((points ?? 2) - 1);
  // A step that is off by rounding alone still reaches the end.
  const steps = points === undefined ? Math.floor((to - from) / width + 1e-9) : points - 1;
  return Array.from({ length: steps + 1 }, (_, index) => tidy(from + index * width));
}

/** 0.1 + 0.2 is 0.3 to whoever wrote it. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
