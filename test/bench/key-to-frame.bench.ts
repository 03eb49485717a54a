import { PassThrough } from 'node:stream';
import { render } from 'ink';
import { createElement } from 'react';
import { test } from 'vitest';
import type { App as AppType } from '../../src/terminal/components/App.tsx';
import { frame } from '../../src/terminal/draw.ts';
import { openSession } from '../../src/terminal/session.ts';
import { scenario } from '../library.ts';
import { memoryHost } from '../terminal/stage.ts';

/*
 * From a key to its frame while the campaign goes on by itself, at 120 by 40, on the longest scenario:
 * first without a terminal, then with Ink writing to one. Printed as median and 95th percentile.
 */

// Node runs no .tsx; the component comes from the build, which `npm ci` and `npm run build` make.
const BUILT = new URL('../../dist/terminal/components/App.js', import.meta.url).href;
const { App } = (await import(BUILT)) as { readonly App: typeof AppType };

const KURSK = scenario('kursk-2024');
const SIZE = { columns: 120, rows: 40 };
const WATCHED = { scenario: KURSK, seed: '7', side: 'none', against: 'boulware' } as const;

function watched() {
  const session = openSession(memoryHost([KURSK]), WATCHED, SIZE);
  session.press('escape');
  session.press('g');
  return session;
}

function told(what: string, milliseconds: number[]): void {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  console.log(`${what}: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, ${sorted.length} frames`);
}

/** A terminal that takes what is written and counts it. */
function terminal() {
  const out = Object.assign(new PassThrough(), { ...SIZE, isTTY: true });
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => input,
    ref: () => input,
    unref: () => input,
  });
  out.resume();
  return { out, input };
}

/** Time from each tick, with a key between, to what Ink has written of it. */
async function throughInk(): Promise<number[]> {
  const session = watched();
  const { out, input } = terminal();
  const ink = render(createElement(App, { session }), {
    stdin: input as never,
    stdout: out as never,
    interactive: true,
    alternateScreen: true,
    patchConsole: false,
    maxFps: 1000,
  });
  await ink.waitUntilRenderFlush();
  const times: number[] = [];
  for (let step = 0; step < 147 && session.app.auto !== null; step++) {
    const from = performance.now();
    session.press(step % 2 === 0 ? '+' : '-');
    session.tick();
    await ink.waitUntilRenderFlush();
    times.push(performance.now() - from);
  }
  ink.unmount();
  return times;
}

function withoutTerminal(): number[] {
  const session = watched();
  const times: number[] = [];
  while (session.app.auto !== null) {
    const from = performance.now();
    session.press('+');
    session.tick();
    frame(session.app);
    times.push(performance.now() - from);
  }
  return times;
}

test('from a key to its frame at 120 by 40, while a campaign of Kursk 2024 goes on by itself', async ({
  bench,
}) => {
  told('key to frame', withoutTerminal());
  told('key to what Ink has written of it', await throughInk());
  const { app } = watched();
  await bench.compare(
    bench('a frame of the board', () => void frame(app)),
    bench('a frame at 80 by 24', () => void frame({ ...app, size: { columns: 80, rows: 24 } })),
  );
});
