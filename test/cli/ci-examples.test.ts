import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { RIVER_PATH } from '../fixtures/river.ts';
import { emptyFolder, shell, within } from './command.ts';

/* The workflows of the README, played as a runner would: every command of theirs, as it is written. */

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const BLOCKS = [...README.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => parse(block ?? ''));

const STUDY = `scenario: ${RIVER_PATH}\nruns: 7\nthresholds: [held.max <= 0, agreement.rate <= 0.99]\n`;

interface Workflow {
  readonly parts: readonly { readonly commands: readonly string[]; readonly env: Record<string, string> }[];
  readonly verdict: readonly string[];
}

function github(): Workflow {
  const { jobs } = BLOCKS.find(block => block.jobs);
  const runs = (job: { steps: { run?: string }[] }) => job.steps.flatMap(({ run }) => run ?? []);
  expect(jobs.verdict.needs).toBe('part');
  const { part } = jobs.part.strategy.matrix as { part: number[] };
  return {
    parts: part.map(number => ({
      commands: runs(jobs.part).map(run => run.replaceAll('${' + '{ matrix.part }}', String(number))),
      env: {},
    })),
    verdict: runs(jobs.verdict),
  };
}

function gitlab(): Workflow {
  const { part, verdict } = BLOCKS.find(block => block.part?.parallel);
  expect(verdict.needs).toEqual(['part']);
  return {
    parts: Array.from({ length: part.parallel }, (_, index) => ({
      commands: part.script,
      env: { CI_NODE_INDEX: String(index + 1), CI_NODE_TOTAL: String(part.parallel) },
    })),
    verdict: verdict.script,
  };
}

/** A line of shell as it is written, with the built command in place of npm's way to it. */
function line(command: string, env: Readonly<Record<string, string>>): string {
  const set = Object.entries(env).map(([name, value]) => `${name}=${value};`);
  return [...set, command.replace('npm run -s parley --', '$PARLEY')].join(' ');
}

describe.each([
  ['GitHub Actions', github],
  ['GitLab', gitlab],
])('the workflow for %s', (_, read) => {
  test('plays its parts, puts them together, and gives the verdict of the study in one piece', async () => {
    const folder = emptyFolder();
    const study = join(folder, 'study.yaml');
    writeFileSync(study, STUDY);
    const { parts, verdict } = read();
    mkdirSync(join(folder, 'parts'));
    for (const { commands, env } of parts) {
      expect(commands[0]).toBe('npm ci');
      for (const command of commands.slice(1))
        expect(shell(line(command, env), folder)).toMatchObject({ code: 0, err: '' });
    }
    expect(readdirSync(join(folder, 'parts'))).toHaveLength(parts.length);
    const [install, judge = '', ...others] = verdict;
    expect([install, others]).toEqual(['npm ci', []]);
    const { code, out, err } = shell(line(judge, {}), folder);
    expect([code, err]).toEqual([1, expect.stringMatching(/^parley: \d of 2 thresholds not met\n$/)]);
    expect(out).toContain('NOT MET  held.max <= 0');
    const whole = join(folder, 'whole');
    await within(['study', study, '--workers', '1', '--out', whole]);
    for (const name of readdirSync(whole))
      expect(readFileSync(join(folder, 'result', name), 'utf8'), name).toBe(
        readFileSync(join(whole, name), 'utf8'),
      );
  });
});
