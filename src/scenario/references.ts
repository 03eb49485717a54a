import type { Claim, Figure } from './figure.ts';
import type { GivenFigure } from './figure-schema.ts';
import type { At, Part, Path } from './place.ts';
import { formatProblem, nearest, type Problem } from './problem.ts';
import { daysBetween, type PartyIndex } from './scenario.ts';
import type { ScenarioFile } from './schema.ts';

/** The texts of a scenario folder: `scenario.yaml` and what it names. */
export interface ScenarioTexts {
  /** The scenario's identifier: the name of its folder. */
  readonly id: string;
  /** How problems name the YAML file. */
  readonly file: string;
  readonly yaml: string;
  /** The other texts of the folder by their path inside it: `briefs/ukraine.md`. */
  readonly attachments: Pick<ReadonlyMap<string, string>, 'get'>;
}

/** Checks of what lies outside a scenario; each returns what is wrong, or null. */
export interface OutsideChecks {
  /** Whether there is a negotiator of a name. */
  readonly seat?: (name: string) => string | null;
}

/** Longest campaign, in days: ten years. */
const LONGEST_CAMPAIGN = 3653;

/**
 * What the parts of a scenario file refer to: dates within the campaign, parties, groups, sources, texts
 * of the folder. What cannot be found is a problem at its line, and something is handed out in its stead:
 * a scenario with problems is thrown away.
 */
export class References {
  readonly problems: Problem[] = [];
  readonly file: ScenarioFile;
  readonly partyIds: readonly string[];
  readonly id: string;
  readonly #texts: ScenarioTexts;
  readonly #at: At;
  readonly #outside: OutsideChecks;

  constructor(
    file: ScenarioFile,
    texts: ScenarioTexts,
    { at, outside }: { readonly at: At; readonly outside: OutsideChecks },
  ) {
    this.file = file;
    this.id = texts.id;
    this.#texts = texts;
    this.#at = at;
    this.#outside = outside;
    this.partyIds = Object.keys(file.parties);
  }

  report(path: Path, message: string, part: Part = 'value'): void {
    const problem = this.#at(path, message, part);
    // What several things refer to is looked up for each of them, and is wrong once.
    if (!this.problems.some(known => formatProblem(known) === formatProblem(problem)))
      this.problems.push(problem);
  }

  days(): number {
    const days = daysBetween(this.file.begins, this.file.ends);
    if (days < 1)
      this.report(['ends'], `expected a date after begins (${this.file.begins}), got "${this.file.ends}"`);
    if (days > LONGEST_CAMPAIGN)
      this.report(['ends'], `expected at most ${LONGEST_CAMPAIGN} days, got ${days}`);
    return days;
  }

  day(date: string, path: Path): number {
    const day = daysBetween(this.file.begins, date);
    if (day < 0 || day > daysBetween(this.file.begins, this.file.ends)) {
      this.report(path, `expected a date from ${this.file.begins} to ${this.file.ends}, got "${date}"`);
    }
    return day;
  }

  seat(name: string, path: Path): string {
    const fault = this.#outside.seat?.(name);
    if (fault) this.report(path, fault);
    return name;
  }

  party(id: string, path: Path, part: Part = 'value'): PartyIndex {
    const index = this.partyIds.indexOf(id);
    if (index < 0) {
      this.report(path, `expected one of the parties (${this.partyIds.join(', ')}), got "${id}"`, part);
    }
    return index === 1 ? 1 : 0;
  }

  groupId(id: string, path: Path, part: Part = 'value'): string {
    const known = Object.keys(this.file.groups);
    if (!known.includes(id)) {
      const meant = nearest(id, known);
      this.report(
        path,
        `unknown group "${id}"; ${meant ? `did you mean "${meant}"?` : `expected one of ${known.join(', ')}`}`,
        part,
      );
    }
    return id;
  }

  attachment(name: string, path: Path): string {
    const text = this.#texts.attachments.get(name);
    if (text === undefined)
      this.report(path, `expected a readable file of the scenario folder, found no "${name}"`);
    return text ?? '';
  }

  figure(given: GivenFigure, path: Path): Figure {
    const claims = this.claims(given, path);
    const value = given.value ?? 0;
    return {
      low: given.low ?? value,
      best: given.best ?? value,
      high: given.high ?? value,
      claims,
      ...(given.reason === undefined ? {} : { reason: given.reason }),
    };
  }

  claims(given: GivenFigure, path: Path): Claim[] {
    const claims: Claim[] = (given.claims ?? []).map((claim, index) => ({
      by: claim.by,
      ...(claim.says === undefined ? {} : { says: claim.says }),
      sources: this.sourceIds(claim.source, [...path, 'claims', index, 'source']),
    }));
    if (given.by === undefined || given.source === undefined) return claims;
    return [{ by: given.by, sources: this.sourceIds(given.source, [...path, 'source']) }, ...claims];
  }

  sourceIds(ids: readonly string[], path: Path): readonly string[] {
    const known = Object.keys(this.file.sources);
    for (const [index, id] of ids.entries()) {
      if (known.includes(id)) continue;
      const meant = nearest(id, known);
      const hint = meant ? `did you mean "${meant}"?` : 'expected one of those under sources';
      this.report(ids.length > 1 ? [...path, index] : path, `unknown source "${id}"; ${hint}`);
    }
    return ids;
  }
}
