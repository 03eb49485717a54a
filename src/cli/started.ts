type Environment = Readonly<Record<string, string | undefined>>;

/** The package's own scripts that start the command: `npm start` and `npm run parley`. */
const SCRIPTS = ['start', 'parley'];

/**
 * How to start the command again the way it was started. Who came through npm in a checkout may
 * have no `parley` on the path. Scripts of other packages call `parley` themselves, so only ours count.
 */
export function startedAs(env: Environment): string {
  const ours = env['npm_package_name'] === 'parley-exchange';
  return ours && SCRIPTS.includes(env['npm_lifecycle_event'] ?? '') ? 'npm run -s parley --' : 'parley';
}

/** A line that ends in a command, "Go on with: parley play --resume", for who started it this way. */
export function asStarted(env: Environment, line: string): string {
  return line.replace(/: parley (?=play |run |replay )/, `: ${startedAs(env)} `);
}
