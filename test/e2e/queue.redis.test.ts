import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Board } from '../../src/cli/queue/board.ts';
import { readStudyFile } from '../../src/cli/studies/source.ts';
import { ENGINE } from '../../src/table/record.ts';
import { started, within } from '../cli/command.ts';
import { RIVER_PATH } from '../fixtures/river.ts';
import { type Certificate, NO_REDIS, PASSWORD, type RedisServer, redisServer, selfSigned } from './redis.ts';

/*
 * These tests wait for most of their time, for processes to start and for silences to be noticed, so they
 * run at once: what they leave behind is cleared away after the last.
 */

const STUDY = `
title: Does trust matter?
scenario: ${RIVER_PATH}
runs: 150
vary: { trust: [0.2, 0.5] }
metrics: [agreement, first_exchange.day, home, first_overture.by.north]
thresholds: [ held.mean >= 1, first_exchange.day.rate <= 0 ]
`;

/** What is to be ended or removed at the end, the last first. */
const leftovers: (() => void | Promise<void>)[] = [];

interface Going {
  readonly child: ChildProcess;
  /** What it has said so far, on both streams. */
  readonly told: () => string;
  readonly ended: Promise<number | null>;
}

function going(args: readonly string[], env: Readonly<Record<string, string>> = {}): Going {
  const child = started(args, env);
  let told = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', data => {
      told += String(data);
    });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  leftovers.push(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, told: () => told, ended };
}

async function until(holds: () => boolean, what: () => string): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`did not come about: ${what()}`);
    await pause(20);
  }
}

const saying = (one: Going, text: string) =>
  until(
    () => one.told().includes(text),
    () => `${text}\n${one.told()}`,
  );

function rowsIn(folder: string): number {
  const file = join(folder, 'runs.csv');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 2 : 0;
}

function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map(name => [name, readFileSync(join(folder, name), 'utf8')]));
}

function withStudy(): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'parley-queue-'));
  leftovers.push(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'study.yaml');
  writeFileSync(file, STUDY);
  return { folder, file };
}

async function ownRedis(folder: string, certificate?: Certificate): Promise<RedisServer> {
  const server = await redisServer(folder, certificate);
  leftovers.push(() => server.stop());
  return server;
}

describe
  .skipIf(NO_REDIS !== null)
  .concurrent(`through a Redis${NO_REDIS === null ? '' : ` (${NO_REDIS})`}`, () => {
    let redis: RedisServer;
    let reference: Record<string, string>;

    beforeAll(async () => {
      const { folder, file } = withStudy();
      redis = await ownRedis(folder);
      await within(['study', file, '--workers', '1', '--out', join(folder, 'one-core')]);
      reference = contents(join(folder, 'one-core'));
    });
    afterAll(async () => {
      for (const clear of leftovers.reverse()) await clear();
    });

    const worker = ({ url }: RedisServer) => going(['worker', '--queue', url, '--workers', '1']);

    test('gives the bytes of one core, of three, and of two shards, with two workers of which one is killed', async () => {
      const { folder, file } = withStudy();
      const out = (name: string) => join(folder, name);
      await within(['study', file, '--workers', '3', '--out', out('3')]);
      for (const part of ['1/2', '2/2'])
        await within(['study', file, '--out', out('parts'), '--shard', part]);
      await within([
        'merge',
        ...readdirSync(out('parts')).map(name => join(out('parts'), name)),
        '--out',
        out('merged'),
      ]);

      const [victim, other] = [worker(redis), worker(redis)];
      const study = going(['study', file, '--queue', redis.url, '--out', out('queue')]);
      await Promise.all([victim, other].map(one => saying(one, 'takes part in "Does trust matter?"')));
      await until(() => rowsIn(out('queue')) >= 12, study.told);
      victim.child.kill('SIGKILL');
      expect(await study.ended).toBe(1);
      for (const name of ['3', 'merged', 'queue']) expect(contents(out(name))).toEqual(reference);

      await saying(other, 'done with "Does trust matter?"');
      other.child.kill('SIGINT');
      expect(await other.ended).toBe(130);
      // What the killed one had put up lapses; of the study nothing is left.
      expect(redis.keys().filter(key => !key.startsWith('parley:worker'))).toEqual([]);
      for (const { told } of [victim, other, study]) expect(told()).not.toContain(PASSWORD.slice(0, 5));
    });

    test('a Redis begins anew, two studies at once stay apart, one is broken off and gone on with', async () => {
      const { folder, file } = withStudy();
      const own = await ownRedis(folder);
      const [one, two, whole] = [join(folder, 'one'), join(folder, 'two'), join(folder, 'whole')];
      const command = ['study', file, '--runs', '250'];
      const begin = (out: string, ...more: string[]) =>
        going([...command, '--queue', own.url, '--out', out, ...more]);
      const first = begin(one);
      await within([...command, '--out', whole]);
      await saying(first, `waiting: nobody works on the queue; \`parley worker --queue ${own.shown}\``);
      const crew = worker(own);
      await until(() => rowsIn(one) >= 4, crew.told);
      // Held still, so that nothing comes to its end meanwhile.
      crew.child.kill('SIGSTOP');
      await own.restart();
      await saying(first, `the connection to Redis at ${own.shown} is lost; trying again for 60 s`);
      await saying(first, `Redis at ${own.shown} is back`);
      const second = begin(two);
      crew.child.kill('SIGCONT');
      await until(() => rowsIn(two) >= 4, crew.told);
      second.child.kill('SIGTERM');
      expect(await second.ended).toBe(143);
      expect(second.told()).toMatch(
        new RegExp(`stopped after ${rowsIn(two)} campaigns; they are kept in .*two/runs\\.csv, .* --resume`),
      );
      expect(await first.ended).toBe(1);
      expect(contents(one)).toEqual(contents(whole));
      expect(await begin(two, '--resume').ended).toBe(1);
      expect(contents(two)).toEqual(contents(whole));
    });

    test('that is gone and stays so is told in a line, and what was done is kept', async () => {
      const { folder, file } = withStudy();
      const own = await ownRedis(folder);
      const out = join(folder, 'out');
      const patient = ['--queue', own.url, '--patience', '1'];
      const crew = going(['worker', ...patient]);
      const study = going(['study', file, ...patient, '--out', out]);
      await until(() => rowsIn(out) >= 4, study.told);
      await own.stop();
      expect([await study.ended, await crew.ended]).toEqual([2, 2]);
      const gone = `parley: Redis at ${own.shown} has not come back within 1 s`;
      expect(study.told().split('\n').at(-2)).toBe(
        `${gone}; stopped after ${rowsIn(out)} campaigns; they are kept in ${out}/runs.csv, and the same command with --resume goes on from there`,
      );
      expect(crew.told().split('\n').at(-2)).toBe(gone);
    });

    test('that nobody works at is waited at for so long, and the study goes on with --resume', async () => {
      const { folder, file } = withStudy();
      const own = await ownRedis(folder);
      const out = join(folder, 'out');
      const study = going(['study', file, '--queue', own.url, '--wait', '3', '--out', out]);
      expect(await study.ended).toBe(2);
      const kept = `the same command with --resume begins again in ${out}`;
      expect(study.told().split('\n').at(-2)).toBe(
        `parley: waited for 3 s (--wait): nobody works on the queue; \`parley worker --queue ${own.shown}\`, on any machine, does; stopped before a campaign was over; ${kept}`,
      );
      expect(own.keys()).toEqual([]);
      going(['worker', '--queue', own.url, '--workers', '1']);
      expect(await going(['study', file, '--queue', own.url, '--out', out, '--resume']).ended).toBe(1);
      expect(contents(out)).toEqual(reference);
    });

    test('with TLS, once its certificate is trusted', async () => {
      const { folder, file } = withStudy();
      const certificate = selfSigned(folder);
      const secure = await ownRedis(folder, certificate);
      const refused = (url: string) => within(['study', file, '--queue', url, '--out', join(folder, 'no')]);
      expect(await refused(secure.url)).toMatchObject({
        code: 2,
        err: `parley: Redis at ${secure.shown}: its certificate is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT); NODE_EXTRA_CA_CERTS names a file of authorities to trust\n`,
      });
      expect((await refused(secure.url.replace('rediss', 'redis'))).err).toMatch(
        /: it closes the connection; one with TLS needs rediss:\/\/\n$/,
      );
      const env = { NODE_EXTRA_CA_CERTS: certificate.cert, PARLEY_QUEUE: secure.url };
      going(['worker'], env);
      const out = join(folder, 'out');
      expect(await going(['study', file, '--queue', '--out', out], env).ended).toBe(1);
      expect(contents(out)).toEqual(reference);
      expect(existsSync(join(folder, 'no'))).toBe(false);
    });

    test('takes no part in what another version has begun, or plans otherwise, and says so on both sides', async () => {
      const { folder, file } = withStudy();
      const own = await ownRedis(folder);
      const client = new Redis(own.url, { maxRetriesPerRequest: null });
      leftovers.push(() => client.disconnect());
      const board = new Board(client);
      const { source } = readStudyFile(file, undefined);
      const notice = { digest: 'of another plan', campaigns: 300 };
      await board.postStudy({ ...notice, id: 'one', title: 'Theirs', engine: '9.9.9' }, source);
      await board.postStudy({ ...notice, id: 'two', title: 'Ours', engine: ENGINE }, source);
      const crew = going(['worker', '--queue', own.url, '--workers', '1']);
      await saying(
        crew,
        `takes no part in "Theirs" (300 campaigns): it is of parley 9.9.9, and this is ${ENGINE}; `,
      );
      await saying(
        crew,
        'takes no part in "Ours" (300 campaigns): this parley, though of the same version, makes another plan of it or plays',
      );
      crew.child.kill('SIGINT');
      expect(await crew.ended).toBe(130);
      await board.postWorker({ id: 'other', engine: '9.9.9', threads: 8, refuses: [] });
      const study = going(['study', file, '--queue', own.url]);
      await saying(
        study,
        `waiting: one worker is at the queue and can take no part (parley 9.9.9; this is ${ENGINE})`,
      );
    });

    test.each([
      [
        (url: string) => url.replace(/:[^:]*@/, ':wrong@'),
        'it refuses the password, or the user, of the URL',
      ],
      [(url: string) => url.replace(/:[^:/]*@/, ''), 'it asks for a password; give it in the URL'],
      [(url: string) => `${url}/99`, 'it has no database 99'],
      [() => 'redis://127.0.0.1:1', 'connection refused; is it running, and is the port right?'],
    ])('refuses in one line %#', async (changed, reason) => {
      const { code, out, err } = await within(['worker', '--queue', changed(redis.url)]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^parley: Redis at redis:\/\/127\.0\.0\.1:\d+(\/99)?: .*\n$/);
      expect(err).toContain(reason);
    });
  });
