import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { counted } from '../../report/people.ts';
import { ENGINE } from '../../table/record.ts';
import type { Shell } from '../shell.ts';
import type { RedisAddress } from './address.ts';
import { Board, RENEWED_EVERY, type StudyNotice } from './board.ts';
import { ChunkQueue } from './chunk-queue.ts';
import { RedisLink, refusedBy } from './link.ts';
import { Part } from './part.ts';

/* A worker at the queues of a Redis: it takes part in every study on the board, until it is told to stop. */

export interface CrewPlan {
  readonly shell: Shell;
  readonly address: RedisAddress;
  /** How long a lost Redis is tried again, in seconds. */
  readonly patience: number;
  /** Threads for each study. */
  readonly threads: number;
}

/** How often the board is looked at, in milliseconds. */
const LOOK_EVERY = 1000;

/** Works until Redis is lost; Ctrl-C ends the process once the chunks in hand are done. */
export async function workAtQueues(plan: CrewPlan): Promise<void> {
  const { address, patience, shell } = plan;
  const link = await RedisLink.open({ address, patience, note: line => shell.note(line) });
  const crew = new Crew(link, plan);
  shell.note(`at the queues of ${link.shown} with ${counted(plan.threads, 'thread')}; Ctrl-C leaves`);
  const forget = shell.onInterrupt(() => crew.leave());
  try {
    await Promise.race([crew.work(), link.lost]);
  } finally {
    forget();
    await crew.drop();
    link.close();
  }
}

class Crew {
  readonly #link: RedisLink;
  readonly #board: Board;
  readonly #plan: CrewPlan;
  readonly #id = randomUUID();
  readonly #parts = new Map<string, Part>();
  readonly #refused = new Set<string>();
  #renewed = Number.NEGATIVE_INFINITY;
  #leaving = false;

  constructor(link: RedisLink, plan: CrewPlan) {
    this.#link = link;
    this.#board = new Board(link.client);
    this.#plan = plan;
  }

  async work(): Promise<void> {
    try {
      while (!this.#leaving) {
        await this.#look();
        await pause(LOOK_EVERY);
      }
      // Whoever asked to leave ends the process when all is given back.
      await new Promise(() => {});
    } catch (error) {
      throw refusedBy(this.#link, error);
    }
  }

  /** Finishes the chunks in hand and takes no more. */
  async leave(): Promise<void> {
    this.#leaving = true;
    const inHand = [...this.#parts.values()].reduce((all, part) => all + part.inHand, 0);
    if (inHand > 0)
      this.#plan.shell.note(
        `finishing ${inHand === 1 ? 'a chunk' : `${inHand} chunks`}; Ctrl-C again leaves at once`,
      );
    await Promise.all([...this.#parts.values()].map(part => part.finish()));
    await this.#board.takeDownWorker(this.#id).catch(() => {});
  }

  /** Leaves everything as it is: who holds a chunk and is silent loses it to the others. */
  async drop(): Promise<void> {
    this.#leaving = true;
    await Promise.all([...this.#parts.values()].map(part => part.drop()));
  }

  async #look(): Promise<void> {
    const studies = await this.#board.studies();
    for (const id of this.#parts.keys()) if (!studies.get(id)) await this.#put(id);
    for (const [id, notice] of studies) {
      if (notice === null) await this.#clearUp(id);
      else if (!this.#parts.has(id) && !this.#refused.has(id)) await this.#takeUp(notice);
    }
    const now = performance.now() / 1000;
    if (now - this.#renewed < RENEWED_EVERY) return;
    this.#renewed = now;
    await this.#post();
  }

  async #post(): Promise<void> {
    const { threads } = this.#plan;
    await this.#board.postWorker({ id: this.#id, engine: ENGINE, threads, refuses: [...this.#refused] });
  }

  async #takeUp(notice: StudyNotice): Promise<void> {
    const { shell, threads } = this.#plan;
    const name = `"${notice.title}" (${counted(notice.campaigns, 'campaign')})`;
    const part = await this.#partIn(notice);
    if (typeof part === 'string') {
      this.#refused.add(notice.id);
      await this.#post();
      shell.note(`takes no part in ${name}: ${part}`);
    } else if (part) {
      this.#parts.set(notice.id, part);
      shell.note(`takes part in ${name} with ${counted(threads, 'thread')}`);
    }
  }

  /** A part in a study; why there can be none; or null where the study has gone meanwhile. */
  async #partIn(notice: StudyNotice): Promise<Part | string | null> {
    if (notice.engine !== ENGINE)
      return `it is of parley ${notice.engine}, and this is ${ENGINE}; all must be of one version`;
    const source = await this.#board.sourceOf(notice.id);
    return source && Part.begin({ link: this.#link, notice, source, threads: this.#plan.threads });
  }

  /** Done, broken off, or its coordinator is gone. */
  async #put(id: string): Promise<void> {
    const part = this.#parts.get(id);
    this.#parts.delete(id);
    await part?.drop();
    await this.#clearUp(id);
    if (part)
      this.#plan.shell.note(`done with "${part.title}": played ${counted(part.played, 'campaign')} of it`);
  }

  /** Nobody else may be left to do so; to do it twice does no harm. */
  async #clearUp(id: string): Promise<void> {
    const queue = await ChunkQueue.open(this.#link, id);
    await queue.obliterate();
    await queue.close();
    await this.#board.takeDownStudy(id);
  }
}
