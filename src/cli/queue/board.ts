import type { Redis } from 'ioredis';
import type { StudySource } from '../studies/source.ts';

/*
 * The notice board in Redis: which studies there are, and who works on them. A notice that is not
 * renewed lapses, so whoever dies is soon known to be gone.
 */

/** What all keys of ours begin with. */
export const KEYS = 'parley';

/** How long a notice stands that is not renewed, and how often it is, in seconds. */
export const NOTICE_STANDS = 30;
export const RENEWED_EVERY = 2;

/** The names stand longer: by them whoever comes next clears up after who died. In seconds. */
const NAMES_STAND = 600;

export interface StudyNotice {
  readonly id: string;
  readonly engine: string;
  /** Of what the study's results begin with: a worker must come to the same. */
  readonly digest: string;
  readonly title: string;
  readonly campaigns: number;
}

export interface WorkerNotice {
  readonly id: string;
  readonly engine: string;
  readonly threads: number;
  /** Studies that it takes no part in. */
  readonly refuses: readonly string[];
}

const STUDIES = `${KEYS}:studies`;
const WORKERS = `${KEYS}:workers`;
const studyKey = (id: string) => `${KEYS}:study:${id}`;
const sourceKey = (id: string) => `${KEYS}:study:${id}:source`;
const workerKey = (id: string) => `${KEYS}:worker:${id}`;

export class Board {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  /** Puts up or renews a study; its texts are sent only where they are not there. */
  async postStudy(notice: StudyNotice, source: StudySource): Promise<void> {
    const { id } = notice;
    const there = await this.#redis.expire(sourceKey(id), NOTICE_STANDS);
    if (there === 0) await this.#redis.set(sourceKey(id), JSON.stringify(source), 'EX', NOTICE_STANDS);
    await this.#post(STUDIES, studyKey(id), notice);
  }

  async takeDownStudy(id: string): Promise<void> {
    await this.#redis.del(studyKey(id), sourceKey(id));
    await this.#redis.srem(STUDIES, id);
  }

  /** Every study that was put up and not taken down; null where its notice has lapsed. */
  studies(): Promise<Map<string, StudyNotice | null>> {
    return this.#notices<StudyNotice>(STUDIES, studyKey);
  }

  async sourceOf(id: string): Promise<StudySource | null> {
    const text = await this.#redis.get(sourceKey(id));
    return text === null ? null : (JSON.parse(text) as StudySource);
  }

  async postWorker(notice: WorkerNotice): Promise<void> {
    await this.#post(WORKERS, workerKey(notice.id), notice);
  }

  async takeDownWorker(id: string): Promise<void> {
    await this.#redis.del(workerKey(id));
    await this.#redis.srem(WORKERS, id);
  }

  /** Workers that are there; those that died are forgotten. */
  async workers(): Promise<WorkerNotice[]> {
    const notices = await this.#notices<WorkerNotice>(WORKERS, workerKey);
    const gone = [...notices].filter(([, notice]) => notice === null).map(([id]) => id);
    if (gone.length > 0) await this.#redis.srem(WORKERS, ...gone);
    return [...notices.values()].filter(notice => notice !== null);
  }

  /** In one step, so that nobody sees the name without the notice and takes it for a dead one's. */
  async #post(names: string, key: string, notice: { readonly id: string }): Promise<void> {
    await this.#redis
      .multi()
      .set(key, JSON.stringify(notice), 'EX', NOTICE_STANDS)
      .sadd(names, notice.id)
      .expire(names, NAMES_STAND)
      .exec();
  }

  async #notices<T>(names: string, keyOf: (id: string) => string): Promise<Map<string, T | null>> {
    const ids = await this.#redis.smembers(names);
    if (ids.length === 0) return new Map();
    const texts = await this.#redis.mget(ids.sort().map(keyOf));
    return new Map(ids.map((id, index) => [id, readNotice<T>(texts[index] ?? null)]));
  }
}

function readNotice<T>(text: string | null): T | null {
  return text === null ? null : (JSON.parse(text) as T);
}
