import type { Part, Path } from './place.ts';
import type { References } from './references.ts';
import type { Effect, Inject, Instruction } from './scenario.ts';
import type { ScenarioFile } from './schema.ts';

type GivenInstruction = ScenarioFile['parties'][string]['instructions'][number];

/** What comes to a delegation while the campaign goes on: news, what the news does, and what its capital orders. */
export class NewsReader {
  readonly #refer: References;

  constructor(refer: References) {
    this.#refer = refer;
  }

  /** Instructions to the party at `index`: it can bring home its own people only, and give only whom it holds. */
  instructions(given: readonly GivenInstruction[], path: Path, index: number): Instruction[] {
    const side = (group: string, key: 'home' | 'holder', at: Path, part: Part) => {
      const id = this.#refer.groupId(group, at, part);
      const wanted = this.#refer.partyIds[index];
      const actual = this.#refer.file.groups[id]?.[key];
      if (wanted !== undefined && actual !== undefined && actual !== wanted) {
        this.#refer.report(
          at,
          key === 'home' ? `expected a group of "${wanted}"` : `expected a group held by "${wanted}"`,
          part,
        );
      }
      return id;
    };
    return given.map(({ text, must, never }, order): Instruction => {
      const at = [...path, order];
      if (never)
        return { text, never: never.map((group, n) => side(group, 'holder', [...at, 'never', n], 'value')) };
      return {
        text,
        must: Object.entries(must ?? {}).map(([group, people]) => ({
          group: side(group, 'home', [...at, 'must', group], 'key'),
          people: this.#refer.figure(people, [...at, 'must', group]),
        })),
      };
    });
  }

  inject(id: string, inject: ScenarioFile['injects'][string]): Inject {
    const path = ['injects', id];
    const { date, chance, from, to } = inject;
    if (date !== undefined && chance !== undefined) {
      this.#refer.report(path, 'expected `date` or `chance`, not both; with neither it is brought by hand');
    }
    if (chance === undefined && (from !== undefined || to !== undefined)) {
      this.#refer.report(path, '`from` and `to` go with `chance`');
    }
    return {
      id,
      title: inject.title,
      text: inject.text,
      ...(date === undefined ? {} : { day: this.#refer.day(date, [...path, 'date']) }),
      ...(chance === undefined
        ? {}
        : {
            chance: {
              perDay: this.#refer.figure(chance, [...path, 'chance']),
              fromDay: from === undefined ? 0 : this.#refer.day(from, [...path, 'from']),
              toDay: to === undefined ? this.#refer.days() : this.#refer.day(to, [...path, 'to']),
            },
          }),
      effects: inject.effects.flatMap((effect, order) => this.#effects(effect, [...path, 'effects', order])),
    };
  }

  #effects(effect: ScenarioFile['injects'][string]['effects'][number], path: Path): Effect[] {
    if ('captured' in effect) {
      const groups = Object.entries(effect.captured).map(([group, people]) => ({
        group: this.#refer.groupId(group, [...path, 'captured', group], 'key'),
        people: this.#refer.figure(people, [...path, 'captured', group]),
      }));
      return [{ kind: 'captured', groups }];
    }
    if ('pressure' in effect) {
      return Object.entries(effect.pressure).map(([party, strength]) => ({
        kind: 'pressure',
        party: this.#refer.party(party, [...path, 'pressure', party], 'key'),
        strength: this.#refer.figure(strength, [...path, 'pressure', party]),
      }));
    }
    if ('trust' in effect)
      return [{ kind: 'trust', share: this.#refer.figure(effect.trust, [...path, 'trust']) }];
    if ('halt' in effect) return [{ kind: 'halt', days: this.#refer.figure(effect.halt, [...path, 'halt']) }];
    if ('mediator' in effect) {
      if (!Object.hasOwn(this.#refer.file.mediators, effect.mediator)) {
        this.#refer.report(
          [...path, 'mediator'],
          `unknown mediator "${effect.mediator}"; expected one under mediators`,
        );
      }
      return [{ kind: 'mediator', mediator: effect.mediator }];
    }
    if ('internment-ends' in effect) {
      return Object.entries(effect['internment-ends']).map(([party, trustLost]) => ({
        kind: 'internmentEnds',
        party: this.#refer.party(party, [...path, 'internment-ends', party], 'key'),
        trustLost: this.#refer.figure(trustLost, [...path, 'internment-ends', party]),
      }));
    }
    return Object.entries(effect.instruct).map(([party, instructions]) => ({
      kind: 'instruct',
      party: this.#refer.party(party, [...path, 'instruct', party], 'key'),
      instructions: this.instructions(
        instructions,
        [...path, 'instruct', party],
        this.#refer.partyIds.indexOf(party),
      ),
    }));
  }
}
