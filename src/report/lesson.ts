import { toldAlone } from '../scenario/audience.ts';
import { type Instruction, PARTIES, type Scenario } from '../scenario/scenario.ts';
import { formatSpan } from './date.ts';
import { figureText } from './figure-text.ts';
import { groupInText, listed } from './people.ts';
import { citedIn, sourceText } from './sources.ts';
import { wrap, wrapMarkdown } from './wrap.ts';

/* What a teacher is told before a lesson, and no delegation. */

/** The lesson that a scenario is made for: aims, time, the usual course, questions, instructions, what followed. */
export function formatLesson(scenario: Scenario, width = 80): string {
  const told = new Lesson(scenario, width);
  const texts = [...told.plan(), ...told.instructions(), ...told.news(), ...told.afterwards()];
  return [
    `${scenario.title} (${scenario.id}): for the teacher`,
    formatSpan(scenario),
    wrap('The delegations should not see this page: it holds the instructions of both, and what followed.', {
      width,
    }),
    ...texts,
    ...told.sources(texts),
  ].join('\n\n');
}

class Lesson {
  readonly #scenario: Scenario;
  readonly #width: number;

  constructor(scenario: Scenario, width: number) {
    this.#scenario = scenario;
    this.#width = width;
  }

  plan(): string[] {
    const { teaching } = this.#scenario;
    if (!teaching) return [`THE LESSON\n  The scenario has no \`teaching\`.`];
    const { aims, minutes, typical, questions } = teaching;
    return [
      this.#section(
        'WHAT A CLASS CAN LEARN',
        aims.map(aim => this.#item(aim)),
      ),
      this.#section('TIME', [figureText('minutes a table', minutes, this.#width)]),
      this.#section('WHAT TABLES USUALLY DO', [this.#text(typical)]),
      ...(questions.length > 0
        ? [
            this.#section(
              'QUESTIONS FOR THE DEBRIEF',
              questions.map(question => this.#item(question)),
            ),
          ]
        : []),
    ];
  }

  instructions(): string[] {
    return PARTIES.map(party => {
      const { capital, instructions } = this.#scenario.parties[party];
      const told = instructions.flatMap(instruction => this.#instruction(instruction));
      return this.#section(
        `WHAT THE DELEGATION OF ${capital.toUpperCase()} IS TOLD`,
        told.length > 0 ? told : ['  Nothing that it must bring home or may not give.'],
      );
    });
  }

  #instruction(instruction: Instruction): string[] {
    const text = this.#item(instruction.text);
    if ('never' in instruction) {
      return [text, this.#text(`Give nobody of: ${listed(instruction.never.map(id => this.#name(id)))}.`, 4)];
    }
    const home = instruction.must.map(({ group, people }) =>
      figureText(`home: ${group}`, people, this.#width),
    );
    return [text, ...home];
  }

  /** The news that a teacher can bring by hand, with what each does where it does something to the talks. */
  news(): string[] {
    const byHand = this.#scenario.injects.filter(({ day, chance }) => day === undefined && !chance);
    if (byHand.length === 0) return [];
    const items = byHand.map(({ id, title, effects }) => {
      const alone = toldAlone(effects);
      const told = alone === null ? [] : [`told to ${this.#scenario.parties[alone].capital} alone`];
      const doing = effects.flatMap(effect => {
        if (effect.kind === 'mediator') return ['does nothing more unless talks are under way'];
        if (effect.kind === 'halt') return ['does nothing more unless a hand-over is arranged'];
        if (effect.kind === 'internmentEnds') return ['sends home those interned, if anybody is'];
        return [];
      });
      const more = [...told, ...doing];
      return this.#item(`${id}: ${title}${more.length > 0 ? ` (${listed(more)})` : ''}`);
    });
    return [this.#section('NEWS TO BRING BY HAND', items)];
  }

  afterwards(): string[] {
    const text = this.#scenario.teaching?.afterwards;
    return text === undefined ? [] : [`WHAT FOLLOWED, AS REPORTED\n${wrapMarkdown(text, this.#width)}`];
  }

  sources(texts: readonly string[]): string[] {
    const cited = citedIn(this.#scenario, texts);
    if (cited.length === 0) return [];
    const items = cited.map(
      source =>
        `${wrap(sourceText(source), { width: this.#width, indent: 2, hanging: 4 })}\n    ${source.url}`,
    );
    return [this.#section('SOURCES NAMED HERE', items)];
  }

  #section(title: string, lines: readonly string[]): string {
    return [title, ...lines].join('\n');
  }

  #item(text: string): string {
    return wrap(`- ${text}`, { width: this.#width, indent: 2, hanging: 4 });
  }

  #text(text: string, indent = 2): string {
    return wrap(text, { width: this.#width, indent });
  }

  #name(id: string): string {
    return groupInText(
      this.#scenario,
      this.#scenario.groups.findIndex(group => group.id === id),
    );
  }
}
