import { cells, type Line, line, type Segment, toned } from '../line.ts';
import { track as words } from '../words.ts';

/* The phases as stations on a track, the present one marked by its sign as well as by its looks. */

/** The stations in their order, and the phases that each stands for by the beginning of their names. */
const FULL = [
  ['silence', 'initiation.standoff'],
  ['asked', 'initiation.overture'],
  ['lists', 'preparation.lists'],
  ['checks', 'preparation.verification'],
  ['offers', 'rounds'],
  ['agreed', 'handOver.arranging'],
  ['handOver', 'handOver'],
] as const;

const SHORT = [
  ['silence', 'initiation'],
  ['preparation', 'preparation'],
  ['offers', 'rounds'],
  ['handOver', 'handOver'],
] as const;

type Station = keyof typeof words.stations;
type Track = readonly (readonly [Station, string])[];

const GAPS = [' ─── ', ' ── ', ' ─ ', '  ', ' '] as const;

/** The whole track in one row; with little room fewer stations stand for more phases. */
export function trackRow(phase: string, width: number): Line {
  const fits = ([track, gap]: readonly [Track, string]) => cells(lengthOf(track, phase, gap)) <= width - 2;
  const ways = [FULL, SHORT].flatMap(track => GAPS.map(gap => [track, gap] as const));
  const [track, gap] = ways.find(fits) ?? [SHORT, ' '];
  const here = presentOn(track, phase);
  const stations = track.flatMap(([name], index): Segment[] => {
    const present = index === here;
    const sign = present ? words.here : words.there;
    const between = index > 0 ? [toned(gap, 'dim')] : [];
    return [...between, toned(`${sign} ${titleOf(name, phase)}`, present ? 'key' : 'dim')];
  });
  return line(' ', ...stations);
}

/** The station that a phase is at, by its name. */
export function stationOf(phase: string): string {
  const name = FULL[presentOn(FULL, phase)]?.[0];
  return name === undefined ? '' : titleOf(name, phase);
}

/** Talks that are suspended stand where silence is, under their own name. */
function titleOf(name: Station, phase: string): string {
  return name === 'silence' && phase === 'suspension' ? words.suspended : words.stations[name];
}

function lengthOf(track: Track, phase: string, gap: string): string {
  return track.map(([name]) => `${words.there} ${titleOf(name, phase)}`).join(gap);
}

/** Which station the phase is at; none while it is not known, and once the campaign is over. */
function presentOn(track: Track, phase: string): number {
  return phase === 'suspension' ? 0 : track.findIndex(([, begins]) => phase.startsWith(begins));
}
