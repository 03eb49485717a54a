/*
 * Looked at before anything else is loaded: an older Node stops at the first thing that it lacks, and would
 * tell of that and not of itself.
 */

/** The oldest Node, as package.json has it. */
const OLDEST = [22, 12] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  const { version } = process;
  process.stderr.write(`parley: expected Node.js ${OLDEST.join('.')} or later, this is ${version}\n`);
  process.exit(2);
}
