import { beforeAll, describe, expect, test } from 'vitest';
import { headOf, type StudyHead } from '../../src/analysis/study/head.ts';
import { runCount } from '../../src/analysis/study/plan.ts';
import { playerOf } from '../../src/analysis/study/play.ts';
import { Summariser, type Summary } from '../../src/analysis/study/summary.ts';
import { formatStudyHtml } from '../../src/report/study/page/page.ts';
import { plan } from '../analysis/study/studied.ts';

const HOSTILE = `</title><script>alert("1")</script> & 'more'`;
const STUDY = `
title: ${JSON.stringify(HOSTILE)}
scenario: river
runs: 12
vary: { trust: [0.2, 0.5], seats.south: [parity, "boulware:e=0.3"] }
metrics: [agreement, first_exchange.day, home, trust]
thresholds:
  - agreement.rate >= 0.1
  - p50(first_exchange.day) <= 1
`;

function played(yaml: string): { head: StudyHead; summary: Summary } {
  const study = plan(yaml);
  const head = headOf(study, 'a study.yaml');
  const summariser = new Summariser(head);
  const player = playerOf(study);
  for (let run = 1; run <= runCount(study); run++) summariser.add({ run, values: player(run) });
  return { head, summary: summariser.summary };
}

describe('the report of a study', () => {
  const made = { html: '', again: '' };
  beforeAll(async () => {
    const { head, summary } = played(STUDY);
    made.html = await formatStudyHtml(head, summary);
    // Pictures of another study in between must change nothing.
    const other = played('scenario: river\nruns: 5');
    await formatStudyHtml(other.head, other.summary);
    made.again = await formatStudyHtml(head, summary);
  });

  test('is the same bytes whenever it is made', () => {
    expect(made.again).toBe(made.html);
  });

  test('holds no script, names nothing to be fetched, and says so to the browser', () => {
    expect(made.html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|javascript:|\son\w+=/i);
    expect(made.html.match(/https?:[^"'\s<]*/g) ?? []).toEqual([]);
    expect(made.html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  test('takes no text for a tag', () => {
    const escaped = '&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;';
    expect(made.html).toContain(`<title>${escaped}</title>`);
    expect(made.html).toContain(`<h1>${escaped}</h1>`);
  });

  test('names every picture and describes it, under names that are there once', () => {
    const pictures = [...made.html.matchAll(/<svg role="img" aria-labelledby="(\S+) (\S+)"/g)];
    expect(pictures.length).toBeGreaterThan(8);
    for (const [, title, desc] of pictures) {
      expect(made.html).toMatch(
        new RegExp(`<title id="${title}">[^<]+</title><desc id="${desc}">[^<]{30,}</desc>`),
      );
    }
    const ids = [...made.html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has a table in every figure, and no colour of its own in any picture', () => {
    const figures = made.html.split('<figure').slice(1);
    for (const figure of figures) expect(figure).toContain('<table>');
    const colours = [...made.html.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour ?? '');
    expect(colours.length).toBeGreaterThan(50);
    expect(colours.filter(colour => !/^(none|transparent|var\(--[\w-]+\))$/.test(colour))).toEqual([]);
  });

  test('tells what was played, how to play it again, what was not met, and the runs at the ends', () => {
    const { html } = made;
    expect(html).toMatch(/48 campaigns: 12 seeds \(1 to 12\) at 4 settings/);
    expect(html).toContain('parley study &#39;a study.yaml&#39; --runs 12 --out FOLDER');
    expect(html).toMatch(/digest <code>[0-9a-f]{16}<\/code>/);
    expect(html).toContain('✗ 4 of 8 thresholds not met.');
    expect(html.match(/✗ NOT MET/g)).toHaveLength(4);
    expect(html).toMatch(
      /Against p50\(first_exchange\.day\) &lt;= 1 at trust = 0\.2, seats\.south = parity: run 1 \(seed 1\): expected/,
    );
    expect(html).toMatch(
      /<th scope="row" role="rowheader">home, greatest<\/th><td[^>]*>[\d,]+<\/td><td[^>]*>\d+<\/td>.*<code class="long">parley run river --seed/,
    );
  });
});
