import { wrap } from './wrap.ts';

/** Columns of help, and of the names in it. */
const [WIDTH, NAME] = [80, 20];

/** For the help: what the keys of a file mean, under a line that says of which. */
export function keyList(head: string, meanings: Readonly<Record<string, string>>): string {
  const lines = Object.entries(meanings).map(([key, meaning]) => {
    const told = wrap(meaning, { width: WIDTH, indent: NAME }).slice(NAME);
    return `  ${key}`.padEnd(NAME) + told;
  });
  return [head, ...lines].join('\n');
}
