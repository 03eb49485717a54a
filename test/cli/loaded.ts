import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/* Loaded before the command: writes down every module that is loaded, into the file that LOADED names. */

const loaded: string[] = [];

registerHooks({
  load(url, context, nextLoad) {
    loaded.push(url);
    return nextLoad(url, context);
  },
});

process.on('exit', () => writeFileSync(process.env['LOADED'] ?? '', loaded.join('\n')));
