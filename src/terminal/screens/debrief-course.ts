import { type Line, line, wrapped } from '../line.ts';
import type { DebriefScreen } from '../screen.ts';
import { leverageByDay } from '../sight.ts';
import { courseChart, coach as words } from '../words.ts';
import { curveRows, eventRows } from './course-rows.ts';
import { DEBRIEF_LABEL, debriefScale, turningMarks } from './game-graph.ts';

/* The whole course at one glance, by the true numbers, with the turning points that the coach has found. */

export function courseLines({ scene, accounts, coaching }: DebriefScreen, columns: number): Line[] {
  const { course, sight } = scene;
  const party = coaching?.party ?? sight.side;
  const scale = debriefScale(course, columns);
  const { top, middle, bottom } = courseChart.axis;
  const upTo = course.positions.length - 1;
  const says = (text: string) => wrapped(text, columns - 4, 'dim');
  const leverage = leverageByDay(course.positions, party);
  return [
    ...says(words.leverage(course.scenario.parties[party].capital)),
    ...curveRows(leverage, scale, [top, '', middle, '', bottom], DEBRIEF_LABEL),
    ...eventRows({ course, upTo, viewer: null, accounts, side: party }, scale, DEBRIEF_LABEL),
    ...(coaching ? turningMarks(coaching, scale) : []),
    ...says(courseChart.legend.join(', ')),
  ].map(row => line('   ', ...row));
}
