import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { within } from '../cli/command.ts';
import { RIVER_PATH } from '../fixtures/river.ts';

/* The report of a study in a real browser: the one of the system, which is not installed for this. */

const executablePath = spawnSync('sh', ['-c', 'command -v chromium || command -v google-chrome'], {
  encoding: 'utf8',
}).stdout.trim();
const NO_BROWSER = executablePath === '' ? 'chromium is not installed' : null;

// Where every program must be at hand, a missing one is a failure and not a reason to skip.
if (NO_BROWSER !== null && process.env['PARLEY_E2E'] === 'required') throw new Error(NO_BROWSER);

const STUDY = `
title: Does trust matter?
scenario: ${RIVER_PATH}
runs: 20
vary: { trust: [0.2, 0.5], seats.south: [parity, "boulware:e=0.3"] }
metrics: [agreement, first_exchange.day, home]
thresholds: [agreement.rate >= 0.1, p50(first_exchange.day) <= 1]
`;

/** Makes the report, in a folder of its own. */
async function report(folder: string): Promise<string> {
  const study = join(folder, 'study.yaml');
  writeFileSync(study, STUDY);
  await within(['study', study, '--workers', '1', '--out', join(folder, 'out')]);
  return pathToFileURL(join(folder, 'out/report.html')).href;
}

describe.skipIf(NO_BROWSER !== null)(
  `the report of a study in a browser${NO_BROWSER ? ` (${NO_BROWSER})` : ''}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-test-'));
    const open: { browser?: Browser; url: string } = { url: '' };
    beforeAll(async () => {
      open.browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
      open.url = await report(folder);
    });
    afterAll(async () => {
      await open.browser?.close();
      rmSync(folder, { recursive: true });
    });

    /** A page with the report, and what was asked for while it was open. */
    async function opened(
      width: number,
      scheme: 'light' | 'dark' = 'light',
    ): Promise<{ page: Page; asked: string[] }> {
      const { url } = open;
      const page = (await open.browser?.newPage({
        viewport: { width, height: 800 },
        colorScheme: scheme,
      })) as Page;
      const asked: string[] = [];
      page.on('request', request => asked.push(request.url()));
      page.on('console', message => asked.push(message.text()));
      await page.goto(url, { waitUntil: 'load' });
      return { page, asked: asked.filter(what => what !== url) };
    }

    test('asks for nothing, says nothing to the console, and its pictures have a size', async () => {
      const { page, asked } = await opened(1200);
      expect(asked).toEqual([]);
      const pictures = page.getByRole('img');
      expect(await pictures.count()).toBeGreaterThan(7);
      for (const picture of await pictures.all()) {
        const box = await picture.boundingBox();
        expect(box?.width).toBeGreaterThan(250);
        expect(box?.height).toBeGreaterThan(60);
      }
      expect(await page.getByRole('img', { name: /^home at each setting/ }).count()).toBe(1);
      await page.close();
    });

    test.each([320, 400, 800])('shows all of the thresholds in a window %i wide', async width => {
      const { page } = await opened(width);
      const table = page.getByRole('region', { name: 'thresholds' });
      const measure = (side: string) =>
        page.evaluate(`document.querySelector('[aria-label=thresholds]').${side}Width`);
      expect(await measure('scroll')).toBeLessThanOrEqual(Number(await measure('client')));
      // Still a table to those who do not see it.
      expect(await table.getByRole('row').count()).toBe(9);
      expect(await table.getByRole('rowheader', { name: '✗ NOT MET' }).count()).toBeGreaterThan(0);
      for (const cell of await table.getByText('p50(first_exchange.day) <= 1').all())
        expect(await cell.isVisible()).toBe(true);
      await page.close();
    });

    test.each([400, 320, 1600])('fits a window %i wide', async width => {
      const { page } = await opened(width);
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(width);
      // A table that has no room is moved by itself.
      for (const table of await page.locator('.scroll').all()) {
        const box = await table.boundingBox();
        if (box) expect(box.x + box.width).toBeLessThanOrEqual(width);
      }
      await page.close();
    });

    test.each(['light', 'dark'] as const)('can be read in %s', async scheme => {
      const { page } = await opened(1000, scheme);
      const names = ['ink', 'quiet', ...[1, 2, 3, 4, 5, 6].map(hue => `hue-${hue}`)];
      const colour = (name: string) =>
        page.evaluate<string>(
          `getComputedStyle(document.documentElement).getPropertyValue('--${name}').trim()`,
        );
      const paper = luminance(await colour('paper'));
      expect(paper > 0.5).toBe(scheme === 'light');
      for (const name of names) {
        const [light, dark] = [luminance(await colour(name)), paper].toSorted((a, b) => b - a) as [
          number,
          number,
        ];
        // The contrast of text and of graphics that WCAG 2.2 asks for (1.4.3 and 1.4.11).
        expect((light + 0.05) / (dark + 0.05), name).toBeGreaterThan(name.startsWith('hue') ? 3 : 4.5);
      }
      const bar = `getComputedStyle(document.querySelector('svg [fill="var(--hue-1)"]')).fill`;
      expect(await page.evaluate(bar)).toMatch(/^rgb\(/);
      await page.close();
    });

    test('prints everything, folded tables too', async () => {
      const { page } = await opened(800);
      expect(await page.locator('details').count()).toBeGreaterThan(0);
      await page.emulateMedia({ media: 'print' });
      for (const table of await page.locator('details table').all()) {
        expect((await table.boundingBox())?.height).toBeGreaterThan(100);
      }
      await page.close();
    });
  },
);

/** Relative luminance of "#rrggbb" or "#rgb", by the definition of WCAG 2.2. */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(from => {
    const share = Number.parseInt(digits.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
