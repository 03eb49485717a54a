import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configFolder, settingsFile } from '../../src/cli/settings-file.ts';
import { USUAL_SETTINGS } from '../../src/terminal/settings.ts';
import { emptyFolder } from './command.ts';

const DARK = { theme: 'dark', reducedMotion: true, screenReader: false } as const;

describe('settings', () => {
  test('are as usual where none were kept, and are read back as they were kept', () => {
    const folder = join(emptyFolder(), 'config', 'parley');
    const file = settingsFile(folder);
    expect(file.kept).toEqual(USUAL_SETTINGS);
    expect(file.fault).toBeNull();
    expect(file.keep(DARK)).toBeNull();
    expect(settingsFile(folder).kept).toEqual(DARK);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  test.each([
    ['no JSON', 'theme: dark', 'it is not JSON'],
    ['a list', '[]', 'expected an object'],
    ['an unknown theme', '{"theme":"pink"}', '"theme": expected one of standard, dark, light, monochrome'],
    ['a word for a yes', '{"reducedMotion":"yes"}', '"reducedMotion": expected true or false'],
  ])('with %s one line says so, and nothing is lost', (_, text, why) => {
    const folder = join(emptyFolder(), 'parley');
    mkdirSync(folder);
    writeFileSync(join(folder, 'settings.json'), text);
    const file = settingsFile(folder);
    expect(file.kept).toEqual(USUAL_SETTINGS);
    expect(file.fault).toBe(`${join(folder, 'settings.json')}: ${why}; the settings are as usual`);
    expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe(text);
    expect(file.keep(DARK)).toBeNull();
    expect(readFileSync(join(folder, 'settings.json.broken'), 'utf8')).toBe(text);
    expect(settingsFile(folder).kept).toEqual(DARK);
  });

  test('names of a later version are passed over', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'settings.json'), '{"theme":"light","sound":true}');
    expect(settingsFile(folder)).toMatchObject({ kept: { theme: 'light' }, fault: null });
  });

  test('a folder that cannot be made is told in one line', () => {
    const file = join(emptyFolder(), 'file');
    writeFileSync(file, '');
    expect(settingsFile(join(file, 'parley')).keep(DARK)).toMatch(/^cannot keep the settings in .*: /);
  });

  test.each<[NodeJS.Platform, Record<string, string>, RegExp]>([
    ['linux', { XDG_CONFIG_HOME: '/config' }, /^\/config\/parley$/],
    ['linux', { XDG_CONFIG_HOME: 'relative' }, /\.config\/parley$/],
    ['linux', {}, /\.config\/parley$/],
    ['darwin', {}, /Library\/Application Support\/parley$/],
    ['win32', { APPDATA: '/Users/a/Roaming' }, /Roaming\/parley$/],
  ])('are kept on %s with %j where programs keep them', (platform, env, folder) => {
    expect(configFolder(env, platform)).toMatch(folder);
  });
});
