import type { RedisOptions } from 'ioredis';
import { badInput } from '../failure.ts';

/** Where a Redis is and how to get in; never to be printed but for `shown`. */
export interface RedisAddress {
  readonly options: Pick<RedisOptions, 'host' | 'port' | 'username' | 'password' | 'db' | 'tls'>;
  readonly tls: boolean;
  /** Without user and password. */
  readonly shown: string;
}

/** The variable that is looked at where --queue has no URL: what stands on a command line others can read. */
const VARIABLE = 'PARLEY_QUEUE';
const SHAPE = 'redis://[[USER]:PASSWORD@]HOST[:PORT][/NUMBER], or rediss:// for TLS';
const STANDARD_PORT = 6379;

/** The address that --queue gives, or the environment where it gives none. A bad one is not told back: it may hold a password. */
export function addressFrom(
  given: string | true,
  env: Readonly<Record<string, string | undefined>>,
): RedisAddress {
  const text = given === true ? env[VARIABLE] : given;
  if (!text) throw badInput(`--queue: expected ${SHAPE}; it can also stand in ${VARIABLE}`);
  return parsed(text) ?? refuse(given === true ? VARIABLE : '--queue');
}

function refuse(where: string): never {
  throw badInput(`${where}: not the URL of a Redis; expected ${SHAPE}, with % codes for signs like @ and /`);
}

function parsed(text: string): RedisAddress | null {
  const url = URL.parse(text);
  if (!url || !/^rediss?:$/.test(url.protocol) || url.hostname === '') return null;
  const path = /^\/?(\d{1,5})?$/.exec(url.pathname);
  if (path === null || url.search !== '' || url.hash !== '') return null;
  const number = path[1] ?? '0';
  const [username, password] = [decoded(url.username), decoded(url.password)];
  if (username === null || password === null) return null;
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = url.port === '' ? STANDARD_PORT : Number(url.port);
  const tls = url.protocol === 'rediss:';
  return {
    options: {
      host,
      port,
      db: Number(number),
      ...(username === '' ? {} : { username }),
      ...(password === '' ? {} : { password }),
      ...(tls ? { tls: {} } : {}),
    },
    tls,
    shown: `${url.protocol}//${url.hostname}:${port}${number === '0' ? '' : `/${number}`}`,
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
