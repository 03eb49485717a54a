import { type Claim, type Figure, figureKind, formatFigure } from '../scenario/figure.ts';
import { figuresOf } from '../scenario/figures.ts';
import { dateOf, type HeldSince, type Scenario } from '../scenario/scenario.ts';
import { formatCount } from './people.ts';
import { wrap } from './wrap.ts';

/* Figures for a reader, each with its standing, who says so and why. */

/** Columns that the name of a figure takes. */
const LABEL = 24;

/** A figure's value and standing on one line, then the reason, then who says what. */
export function figureText(name: string, figure: Figure, width: number): string {
  const standing = figureKind(figure) === 'reported' ? 'reported' : 'assumed';
  return standingText(name, `${formatFigure(figure)}, ${standing}`, figure, width);
}

/** When those were taken who are held at first, with its standing, in the manner of a figure. */
export function heldSinceText(name: string, since: HeldSince, scenario: Scenario, width: number): string {
  const { fromDay, toDay, reason } = since;
  const [from, to] = [dateOf(scenario, fromDay), dateOf(scenario, toDay)];
  const days = from === to ? from : `${from} to ${to}`;
  return standingText(name, `${days}, ${reason === undefined ? 'reported' : 'assumed'}`, since, width);
}

/** A line, then the reason, then who says what. */
function standingText(
  name: string,
  value: string,
  { claims, reason }: Pick<Figure, 'claims' | 'reason'>,
  width: number,
): string {
  return [
    `  ${name.padEnd(LABEL)} ${value}`,
    ...(reason === undefined ? [] : [wrap(`Why: ${reason}`, { width, indent: 6 })]),
    ...claims.map(claim => wrap(`- ${claimText(claim)}`, { width, indent: 6, hanging: 8 })),
  ].join('\n');
}

function claimText(claim: Claim): string {
  const says = claim.says === undefined ? '' : `: ${claim.says}`;
  return `${claim.by}${says} ${claim.sources.map(source => `[${source}]`).join(' ')}`;
}

/** How many figures a scenario has and what they rest on: "214 figures: 61 reported, 153 assumed; 82 sources". */
export function standingOfFigures(scenario: Scenario): string {
  const figures = figuresOf(scenario).map(({ figure }) => figure);
  const assumed = figures.filter(figure => figureKind(figure) === 'assumption');
  const derived = assumed.filter(({ claims }) => claims.length > 0).length;
  const sources = scenario.sources.length;
  return (
    `${formatCount(figures.length)} figures: ${formatCount(figures.length - assumed.length)} reported, ` +
    `${formatCount(assumed.length)} assumed, ${formatCount(derived)} of these derived from what somebody says; ` +
    `${formatCount(sources)} ${sources === 1 ? 'source' : 'sources'}`
  );
}
