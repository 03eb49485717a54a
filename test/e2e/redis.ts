import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/* A Redis of a test's own, on a free port, with nothing kept on disk. */

/** Why the tests on a Redis cannot run here; null where they can. */
export const NO_REDIS =
  ['redis-server', 'openssl'].find(program => spawnSync(program, ['--version']).error) === undefined
    ? null
    : 'redis-server or openssl is not installed';

// Where every program must be at hand, a missing one is a failure and not a reason to skip.
if (NO_REDIS !== null && process.env['PARLEY_E2E'] === 'required') throw new Error(NO_REDIS);

export const PASSWORD = 's3cr@t/?';

export interface RedisServer {
  /** With the password. */
  readonly url: string;
  /** As it is printed. */
  readonly shown: string;
  /** Names of the keys that there are. */
  keys(): string[];
  stop(): Promise<void>;
  /** Begins anew with nothing, at the same place. */
  restart(): Promise<void>;
}

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate for 127.0.0.1 that nobody has signed but itself. */
export function selfSigned(folder: string): Certificate {
  const certificate = { key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem') };
  const { status, stderr } = spawnSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=parley-test'],
      ...['-addext', 'subjectAltName=IP:127.0.0.1'],
      ...['-keyout', certificate.key, '-out', certificate.cert],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return certificate;
}

/** Starts a server that asks for the password, with TLS alone where there is a certificate. */
export async function redisServer(folder: string, certificate?: Certificate): Promise<RedisServer> {
  const port = await freePort();
  const tls = certificate
    ? [
        ...['--port', '0', '--tls-port', `${port}`, '--tls-auth-clients', 'no'],
        ...['--tls-cert-file', certificate.cert, '--tls-key-file', certificate.key],
        ...['--tls-ca-cert-file', certificate.cert],
      ]
    : ['--port', `${port}`];
  const cli = (...args: string[]) => {
    const secure = certificate ? ['--tls', '--cacert', certificate.cert] : [];
    const all = ['-h', '127.0.0.1', '-p', `${port}`, '-a', PASSWORD, '--no-auth-warning', ...secure, ...args];
    return spawnSync('redis-cli', all, { encoding: 'utf8' });
  };
  let server: ChildProcess;
  const start = async () => {
    const settings = ['--bind', '127.0.0.1', '--requirepass', PASSWORD, '--save', '', '--dir', folder];
    server = spawn('redis-server', [...tls, ...settings], { stdio: 'ignore' });
    while (cli('ping').stdout.trim() !== 'PONG') {
      if (server.exitCode !== null) throw new Error(`redis-server ended with ${server.exitCode}`);
      await pause(20);
    }
  };
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  await start();
  const scheme = certificate ? 'rediss' : 'redis';
  return {
    url: `${scheme}://:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    shown: `${scheme}://127.0.0.1:${port}`,
    keys: () => cli('keys', '*').stdout.split('\n').filter(Boolean).sort(),
    stop,
    restart: async () => {
      await stop();
      await start();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
