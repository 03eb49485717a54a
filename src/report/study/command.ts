import { type StudyHead, settingOf } from '../../analysis/study/head.ts';
import { seedCount } from '../../analysis/study/plan.ts';
import { asTyped } from '../typed.ts';

/** The command that plays one run of a study again by itself. */
export function commandFor(head: StudyHead, run: number, days?: number): string {
  const { seed, point } = settingOf(head, run);
  const at = head.points[point];
  const scenario = head.scenarios[at?.scenario ?? 0];
  if (!at || !scenario) return '';
  const seats = at.seats.flatMap((seat, party) =>
    seat === scenario.seats[party] ? [] : [`--seat ${asTyped(`${scenario.parties[party]}=${seat}`)}`],
  );
  return [
    `parley run ${asTyped(scenario.given)} --seed ${seed}`,
    ...seats,
    ...at.changes.map(({ path, value }) => `--set ${asTyped(`${path}=${value}`)}`),
    ...(days === undefined ? [] : [`--days ${days}`]),
  ].join(' ');
}

/** The command that plays the whole study again, from the folder in which its file lies. */
export function studyCommand({ file, seeds, stop }: StudyHead): string {
  const widths = stop?.widths.map(
    ({ aggregate, metric, within, percent }) => `${aggregate}(${metric})=${within}${percent ? '%' : ''}`,
  );
  return [
    `parley study ${file === null ? 'FILE' : asTyped(file)} --runs ${seedCount(seeds)}`,
    ...(widths ?? []).map(width => `--until-halfwidth ${asTyped(width)}`),
    ...(stop?.certain ? ['--until-certain'] : []),
    '--out FOLDER',
  ].join(' ');
}
