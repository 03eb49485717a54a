import { unmet, type Verdict, type VerdictSuite } from './verdict.ts';

/*
 * Verdicts for GitHub Actions: annotations, which are lines on standard output that the runner reads, and
 * a job summary in Markdown. See "Workflow commands for GitHub Actions" in its documentation.
 */

/** A step shows at most this many annotations of one kind; more would be dropped unseen. */
export const MOST_ANNOTATIONS = 10;
/** Largest job summary of a step, in bytes: 1 MiB, and a summary that is larger is refused as a whole. */
export const LARGEST_SUMMARY = 1024 * 1024;

/** The annotations, one a line; the last says how many more there are. */
export function formatAnnotations(suites: readonly VerdictSuite[]): string {
  const failed = unmet(suites);
  const shown = failed.length > MOST_ANNOTATIONS ? failed.slice(0, MOST_ANNOTATIONS - 1) : failed;
  const rest = failed.length - shown.length;
  return [
    ...shown.map(annotation),
    ...(rest > 0
      ? [`::error title=parley::${rest} more were not met; the summary of the job lists them\n`]
      : []),
  ].join('');
}

function annotation({ suite, name, was, place, command }: ReturnType<typeof unmet>[number]): string {
  const at = place ? `file=${property(place.file)},line=${place.line},col=${place.column},` : '';
  const message = [`expected ${name}, was ${was} (${suite})`, ...(command ? [command] : [])].join('\n');
  return `::error ${at}title=${property(name)}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** The job summary, of at most so many bytes: what was not met comes first, and what has no room is counted. */
export function formatJobSummary(
  title: string,
  suites: readonly VerdictSuite[],
  largest = LARGEST_SUMMARY,
): string {
  const all = suites.flatMap(({ name, verdicts }) => verdicts.map(verdict => ({ suite: name, ...verdict })));
  const failed = all.filter(({ met }) => !met).length;
  const head =
    `## ${cell(title)}\n\n${all.length - failed} of ${all.length} met\n\n` +
    '| | expected | was |\n|---|---|---|\n';
  const rows = all.toSorted((a, b) => Number(a.met) - Number(b.met)).map(row);
  const closing = (left: number) => (left > 0 ? `\n${left} more are not shown.\n` : '');
  const room = largest - Buffer.byteLength(head) - Buffer.byteLength(closing(rows.length));
  let used = 0;
  const fitting = rows.findIndex(text => {
    used += Buffer.byteLength(text);
    return used > room;
  });
  const shown = fitting < 0 ? rows : rows.slice(0, fitting);
  return head + shown.join('') + closing(rows.length - shown.length);
}

function row({ suite, name, met, was, command }: Verdict & { readonly suite: string }): string {
  const again = command ? `<br>\`${cell(command)}\`` : '';
  return `| ${met ? 'met' : '**not met**'} | ${cell(suite)}: ${cell(name)} | ${cell(was)}${met ? '' : again} |\n`;
}

function cell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replace(/\s*\n\s*/g, '<br>');
}
