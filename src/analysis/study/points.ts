import { triangular } from '../../campaign/settle.ts';
import { streamsOf } from '../../campaign/streams.ts';
import type { FigureChange } from '../../scenario/change.ts';
import type { PerParty, Scenario } from '../../scenario/scenario.ts';
import type { StudyFile } from '../../scenario/study-schema.ts';
import type { Cell, Point, Seeds, Settings } from './plan.ts';

/* The settings that a study goes through, and the seeds it plays at each. */

/** A varied path begins with this where a seat is varied. */
export const SEATS = 'seats.';

/** How many seeds are played where nothing is said. */
const STANDARD_RUNS = 1000;

export function seedsOf({ seeds, runs }: StudyFile, asked: number | undefined): Seeds {
  if (Array.isArray(seeds)) return { list: seeds.map(String).slice(0, asked) };
  const given = seeds ? seeds.to - seeds.from + 1 : (runs ?? STANDARD_RUNS);
  return { from: seeds?.from ?? 1, count: asked ?? given };
}

export interface PointsPlan {
  readonly cells: readonly Cell[];
  readonly scenarios: readonly Scenario[];
  /** Drawn figures that are whole numbers. */
  readonly whole: ReadonlySet<string>;
}

/** Every point, cell by cell and within a cell draw by draw. */
export function pointsOf(file: StudyFile, { cells, scenarios, whole }: PointsPlan): Point[] {
  const fixed = Object.entries(file.set).map(([path, value]) => ({ path, value }));
  const draws = drawsOf(file, whole);
  return cells.flatMap(({ scenario, settings }, cell) =>
    draws.map(({ draw, drawn }) => ({
      scenario,
      cell,
      settings,
      draw,
      drawn,
      seats: seatsAt(file, settings, scenarios[scenario]),
      changes: [...fixed, ...figuresIn(settings), ...figuresIn(drawn)],
    })),
  );
}

function figuresIn(settings: Settings): FigureChange[] {
  return Object.entries(settings).flatMap(([path, value]) =>
    typeof value === 'number' ? [{ path, value }] : [],
  );
}

function seatsAt(file: StudyFile, settings: Settings, scenario: Scenario | undefined): PerParty<string> {
  const seat = (index: 0 | 1) => {
    const party = scenario?.parties[index];
    return party ? String(settings[SEATS + party.id] ?? file.seats[party.id] ?? party.seat) : '';
  };
  return [seat(0), seat(1)];
}

/** Each figure has luck of its own, so that drawing one more leaves the others as they were. */
function drawsOf(
  { draw: spreads, draws }: StudyFile,
  whole: ReadonlySet<string>,
): Pick<Point, 'draw' | 'drawn'>[] {
  if (draws === undefined) return [{ draw: null, drawn: {} }];
  return Array.from({ length: draws }, (_, index) => ({
    draw: index + 1,
    drawn: Object.fromEntries(
      Object.entries(spreads).map(([path, spread]) => {
        const value = drawnFrom(spread, `${index + 1}/${path}`);
        return [path, whole.has(path) ? Math.round(value) : value];
      }),
    ),
  }));
}

/** Triangular where one value is the likeliest, even between the ends where none is. */
function drawnFrom({ low, best, high }: StudyFile['draw'][string], luck: string): number {
  const u = streamsOf(luck).of('study').next();
  const drawn = best === undefined ? low + u * (high - low) : triangular({ low, best, high }, u);
  return Number(drawn.toPrecision(6));
}
