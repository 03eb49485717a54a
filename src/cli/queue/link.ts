import type { Redis } from 'ioredis';
import { codeOf } from '../errno.ts';
import { badInput, EXIT, Failure } from '../failure.ts';
import type { RedisAddress } from './address.ts';

/* A connection to Redis: refused in one line at the start, tried again for a while when it is lost later. */

/** Redis did not come back, or nobody came to work: what was played until then is still worth telling of. */
export class WaitedTooLong extends Failure {}

export interface LinkPlan {
  readonly address: RedisAddress;
  /** How long a lost Redis is tried again, in seconds. */
  readonly patience: number;
  readonly note: (line: string) => void;
}

/** The packages are optional, so that nobody has to have them who plays on one machine. */
export async function loadQueueing() {
  try {
    const [{ Queue, Worker }, ioredis] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { Queue, Worker, Redis: ioredis.Redis };
  } catch (error) {
    if (!['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes(codeOf(error))) throw error;
    throw badInput(
      '--queue needs the packages bullmq and ioredis, which were left out when parley was installed; ' +
        'install it again without --omit=optional',
    );
  }
}

/** Oldest Redis that has what a queue needs. */
const OLDEST = 5;

export class RedisLink {
  readonly client: Redis;
  readonly shown: string;
  /** Fails once Redis has been gone for longer than is waited. */
  readonly lost: Promise<never>;
  readonly #plan: LinkPlan;
  #giveUp: (reason: Failure) => void = () => {};
  #timer: NodeJS.Timeout | null = null;
  #closing = false;

  private constructor(client: Redis, plan: LinkPlan) {
    this.client = client;
    this.shown = plan.address.shown;
    this.#plan = plan;
    this.lost = new Promise((_, reject) => {
      this.#giveUp = reject;
    });
    // Whoever waits for something else is told when they next wait for this.
    this.lost.catch(() => {});
  }

  /** Connects, or fails with a line that says why not. */
  static async open(plan: LinkPlan): Promise<RedisLink> {
    const { Redis } = await loadQueueing();
    let connected = false;
    let last: unknown = null;
    const client = new Redis({
      ...plan.address.options,
      lazyConnect: true,
      // What is asked while Redis is away waits until it is back or given up.
      maxRetriesPerRequest: null,
      retryStrategy: times => (connected ? Math.min(2000, 50 * 2 ** times) : null),
    });
    client.on('error', error => {
      last = error;
    });
    const link = new RedisLink(client, plan);
    try {
      await client.connect();
      // A number of a database that is not there is told beside, and everything would go to another.
      if (last !== null) throw last;
      await link.#check();
    } catch (error) {
      client.disconnect();
      if (error instanceof Failure) throw error;
      throw badInput(`Redis at ${link.shown}: ${reasonOf(last ?? error, plan.address)}`);
    }
    connected = true;
    link.#watch();
    return link;
  }

  close(): void {
    this.#closing = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.client.disconnect();
  }

  async #check(): Promise<void> {
    const info = await this.client.info();
    const told = (key: string) => new RegExp(`^${key}:(\\S+)`, 'm').exec(info)?.[1];
    const version = told('redis_version');
    if (version !== undefined && Number.parseInt(version, 10) < OLDEST)
      throw badInput(`Redis at ${this.shown} has version ${version}; expected ${OLDEST} or later`);
    const policy = told('maxmemory_policy') ?? 'noeviction';
    if (policy !== 'noeviction')
      this.#plan.note(
        `Redis at ${this.shown} drops keys where its memory is full (maxmemory-policy ${policy}); chunks that it drops are sent again`,
      );
  }

  #watch(): void {
    const { patience, note } = this.#plan;
    this.client.on('close', () => {
      if (this.#closing || this.#timer) return;
      note(`the connection to Redis at ${this.shown} is lost; trying again for ${patience} s`);
      this.#timer = setTimeout(() => {
        this.#giveUp(
          new WaitedTooLong(EXIT.badInput, `Redis at ${this.shown} has not come back within ${patience} s`),
        );
      }, patience * 1000);
    });
    this.client.on('ready', () => {
      if (this.#timer === null) return;
      clearTimeout(this.#timer);
      this.#timer = null;
      note(`Redis at ${this.shown} is back`);
    });
  }
}

/** What becomes of a command that Redis answers with an error: a full memory, a right that is not there. */
export function refusedBy(link: RedisLink, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const message = error instanceof Error ? error.message : String(error);
  return badInput(`Redis at ${link.shown} refuses: ${message.split('\n')[0]}`);
}

const NO_ANSWER = 'no answer';
const UNREACHED: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused; is it running, and is the port right?',
  ENOTFOUND: 'there is no host of this name',
  EAI_AGAIN: 'the name of the host cannot be looked up now',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that network',
};

function reasonOf(error: unknown, { tls, options }: RedisAddress): string {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (UNREACHED[code]) return UNREACHED[code];
  if (/^NOAUTH|^ERR (?:AUTH|HELLO)/.test(message)) return 'it asks for a password; give it in the URL';
  if (/WRONGPASS|invalid password/i.test(message)) return 'it refuses the password, or the user, of the URL';
  if (tls && (code.startsWith('ERR_SSL') || code === 'ECONNRESET' || code === 'EPROTO'))
    return 'it does not speak TLS there; redis:// does without';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return `its certificate is that of another host than ${options.host}`;
  if (code === 'CERT_HAS_EXPIRED') return 'its certificate has expired';
  if (/CERT|SIGNED|VERIFY|ISSUER/.test(code))
    return `its certificate is not trusted (${code}); NODE_EXTRA_CA_CERTS names a file of authorities to trust`;
  if (code === 'ETIMEDOUT' || /timed? ?out/i.test(message))
    return tls ? 'no answer; where it does not speak TLS, redis:// does without' : NO_ANSWER;
  if (/closed|reset|hang up/i.test(message))
    return tls ? 'it closes the connection' : 'it closes the connection; one with TLS needs rediss://';
  if (/DB index/.test(message)) return `it has no database ${options.db}`;
  return options.password === undefined ? message : message.replaceAll(options.password, '***');
}
