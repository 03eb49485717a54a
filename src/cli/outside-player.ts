import type { Move } from '../campaign/event.ts';
import type { Knowledge } from '../campaign/knowledge.ts';
import type { View } from '../campaign/view.ts';
import type { PartyIndex, Scenario } from '../scenario/scenario.ts';
import { moveFault } from '../table/event-shape.ts';
import { digestOf, ENGINE, OUTSIDE } from '../table/record.ts';
import type { Table } from '../table/table.ts';
import { badInput } from './failure.ts';
import { OutsideProgram } from './outside-program.ts';

/*
 * A seat that another program plays, by the protocol that `parley protocol` prints. Whatever the
 * program does, the campaign goes on: a turn without a move that counts is a turn waited.
 */

/** Version of the protocol: raised when a message changes its meaning. */
export const PROTOCOL = 1;
/** Turns without a move that counts after which the seat is forfeited. */
export const MOST_FAULTS = 3;
/** What is told back of an answer that could not be read, in characters. */
const QUOTED = 60;
/** Longest wait for the greeting where less is given for an answer, in milliseconds: a program takes time to start. */
const TO_START = 10_000;

export interface OutsidePlan {
  readonly scenario: Scenario;
  readonly party: PartyIndex;
  /** "exec:./bot.py --calm" */
  readonly name: string;
  readonly seed: string;
  /** Longest wait for an answer, in milliseconds. */
  readonly timeout: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What went wrong on a turn. */
interface Fault {
  readonly day: number;
  readonly what: string;
}

type Json = Readonly<Record<string, unknown>>;

export class OutsidePlayer {
  readonly #plan: OutsidePlan;
  readonly #program: OutsideProgram;
  readonly #faults: Fault[] = [];
  #turn = 0;
  #forfeited: Fault | null = null;

  private constructor(plan: OutsidePlan, program: OutsideProgram) {
    this.#plan = plan;
    this.#program = program;
  }

  /** Starts the program and waits `toStart` for its greeting; fails where none comes, so that nothing is played. */
  static async sit(
    plan: OutsidePlan,
    known: Knowledge,
    toStart = Math.max(TO_START, plan.timeout),
  ): Promise<OutsidePlayer> {
    const words = plan.name
      .slice(OUTSIDE.length)
      .split(' ')
      .filter(word => word !== '');
    const program = await OutsideProgram.start(words, plan.env);
    program.send(greeting(plan, known));
    const heard = await program.hear(toStart);
    const wrong =
      heard.kind === 'line'
        ? greetingFault(heard.text)
        : heard.kind === 'late'
          ? `said nothing within ${seconds(toStart)}`
          : `${heard.how} without a word`;
    if (wrong === null) return new OutsidePlayer(plan, program);
    await program.end();
    const said = program.complaint.map(line => `; it says: ${line}`).at(-1) ?? '';
    throw badInput(`${plan.name}: ${wrong}; expected {"type":"hello","protocol":${PROTOCOL}}${said}`);
  }

  /** Takes one turn at the table: the program's move, or a wait where it makes none that counts. */
  async play(table: Table, party: PartyIndex): Promise<void> {
    const { day } = table.position.campaign;
    const answer = this.#forfeited ? null : await this.#ask(table.view(party), table);
    if (answer !== null && typeof answer !== 'string') {
      const refused = table.move(answer);
      if (!refused) return;
      this.#fault(day, `an illegal move, ${answer.type}: ${refused.message}`);
    } else if (answer !== null) this.#fault(day, answer);
    const refused = table.move({ type: 'wait' });
    if (refused) throw new Error(`a turn could not be waited: ${refused.message}`);
  }

  /** Tells the program that it is over. */
  tellEnd(table: Table, party: PartyIndex): void {
    const { known: _, ...view } = table.view(party);
    this.#program.send({ type: 'end', reason: this.#forfeited ? 'forfeit' : 'over', view });
  }

  /** Ends the program. */
  leave(): Promise<void> {
    return this.#program.end();
  }

  get forfeited(): boolean {
    return this.#forfeited !== null;
  }

  /** What there is to say of the program when all is over, a line each; nothing where it made no fault. */
  get report(): string[] {
    const { name, scenario, party } = this.#plan;
    const seat = `${scenario.parties[party].id} (${name})`;
    const [first] = this.#faults;
    const count = this.#faults.length;
    const counted = `${count === 1 ? 'one turn' : `${count} turns`} without a move that counts`;
    const lines = first ? [`${seat}: ${counted}, first on day ${first.day}: ${first.what}`] : [];
    if (this.#forfeited) {
      lines.push(
        `${seat}: the seat was forfeited on day ${this.#forfeited.day}: ${this.#forfeited.what}; it waited from then on`,
        ...this.#program.complaint.map(line => `${seat} said: ${line}`),
      );
    }
    return lines;
  }

  /** The move of this turn; what is wrong, as text; null where the program is gone. */
  async #ask(view: View, table: Table): Promise<Move | string | null> {
    const { known: _, ...seen } = view;
    const turn = ++this.#turn;
    this.#program.send({ type: 'turn', turn, view: seen, legal: table.legal() });
    const until = Date.now() + this.#plan.timeout;
    for (;;) {
      const heard = await this.#program.hear(Math.max(0, until - Date.now()));
      if (heard.kind === 'late') return `no answer within ${seconds(this.#plan.timeout)}`;
      if (heard.kind === 'gone') {
        this.#forfeit({ day: view.day, what: `the program ${heard.how}` });
        return null;
      }
      const answer = readAnswer(heard.text, turn, this.#plan.scenario);
      // The answer to a turn that was waited for too long is heard now, and counts no more.
      if (answer !== null) return answer;
      this.#program.passOver();
    }
  }

  #fault(day: number, what: string): void {
    this.#faults.push({ day, what });
    this.#program.send({ type: 'fault', turn: this.#turn, reason: what });
    if (this.#faults.length >= MOST_FAULTS) {
      this.#forfeit({ day, what: `${MOST_FAULTS} turns without a move that counts, at last ${what}` });
    }
  }

  #forfeit(fault: Fault): void {
    this.#forfeited = fault;
    this.#program.kill();
  }
}

/** What the program is told first: all that its party knows for the whole campaign, and never the seed. */
function greeting({ scenario, party, seed }: OutsidePlan, known: Knowledge): object {
  return {
    type: 'hello',
    protocol: PROTOCOL,
    engine: ENGINE,
    scenario: {
      id: scenario.id,
      title: scenario.title,
      begins: scenario.begins,
      days: scenario.days,
      parties: scenario.parties.map(({ id, name }) => ({ id, name })),
      groups: scenario.groups.map(({ id, name }) => ({ id, name })),
      mediators: scenario.mediators.map(({ id, name }) => ({ id, name })),
    },
    party,
    luck: digestOf(`${seed}/seat.${party}/outside`).slice(0, 16),
    known,
  };
}

function greetingFault(text: string): string | null {
  const said = parsed(text);
  if (said?.['type'] !== 'hello') return `said ${quoted(text)}`;
  return said['protocol'] === PROTOCOL ? null : `speaks protocol ${JSON.stringify(said['protocol'])}`;
}

/** A move; what is wrong with the answer, as text; null where it answers an earlier turn. */
function readAnswer(text: string, turn: number, scenario: Scenario): Move | string | null {
  const said = parsed(text);
  if (said === null) return `not a JSON object: ${quoted(text)}`;
  const answers = said['turn'];
  if (typeof answers === 'number' && answers < turn) return null;
  if (said['type'] !== 'move' || answers !== turn)
    return `expected {"type":"move","turn":${turn},"move":{...}}, got ${quoted(text)}`;
  const fault = moveFault(said['move'], scenario);
  return fault === null ? (said['move'] as Move) : `not a move: ${fault}`;
}

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}

function quoted(text: string): string {
  const shown = text.length > QUOTED ? `${text.slice(0, QUOTED)}...` : text;
  return JSON.stringify(shown.replace(/\p{Cc}/gu, ' '));
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}
