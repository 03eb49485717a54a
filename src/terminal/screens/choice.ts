import {
  type App,
  type ChoiceScreen,
  type Option,
  type Order,
  pop,
  push,
  type Reply,
  replaceTop,
  type Screen,
} from '../app.ts';
import { type Key, rowAfter } from '../key.ts';
import { clip, EMPTY, type Line, line, type Size, wrapped } from '../line.ts';
import { rule, scrolledTo } from '../pane.ts';
import { choice as words } from '../words.ts';
import { optionRow } from './option-row.ts';

/* A question with answers. Nothing is done before Enter, and Esc always leads back. */

export function ask(
  title: string,
  options: readonly Option[],
  body: ChoiceScreen['body'] = () => [],
): ChoiceScreen {
  return { name: 'choice', title, body, options, row: 0 };
}

export function answer(label: string, about: string, order: Order, findings: readonly string[] = []): Option {
  return { label, about, findings, leadsTo: { order } };
}

export function furtherQuestion(label: string, about: string, screen: Screen): Option {
  return { label, about, findings: [], leadsTo: { screen } };
}

/** The way back, as an answer of its own: not everybody knows Esc. */
export const CANCEL: Option = { label: words.cancel, about: '', findings: [], leadsTo: 'back' };

export function pressChoice(app: App, screen: ChoiceScreen, key: Key): Reply {
  if (key === 'escape' || key === 'q') return { app: pop(app) };
  const option = screen.options[screen.row];
  if (key !== 'enter' || !option) {
    const row = rowAfter(key, screen.row, screen.options.length);
    return { app: replaceTop(app, { ...screen, row }) };
  }
  if (option.leadsTo === 'back') return { app: pop(app) };
  return 'screen' in option.leadsTo
    ? { app: push(app, option.leadsTo.screen) }
    : { app, order: option.leadsTo.order };
}

export function choiceRows(screen: ChoiceScreen, { columns, rows }: Size): Line[] {
  const option = screen.options[screen.row];
  const list = screen.options.map((each, row) =>
    optionRow(clip(each.label, columns - 4), row === screen.row),
  );
  const about = [
    ...wrapped(option?.about ?? '', columns - 4),
    ...(option?.findings ?? []).flatMap(text => wrapped(text, columns - 4, 'warn', 2)),
    ...(option?.findings.length ? wrapped(words.lawNote, columns - 4, 'dim') : []),
  ].map(row => line('  ', ...row));
  const most = Math.max(1, rows - about.length - 3);
  const from = scrolledTo(0, screen.row, most);
  const shown = list.slice(from, from + most);
  const room = Math.max(0, rows - shown.length - about.length - 4);
  const body = screen.body(columns, room).slice(0, room);
  return [
    rule(columns, screen.title),
    ...body,
    ...(body.length > 0 ? [EMPTY] : []),
    ...shown,
    EMPTY,
    ...about,
  ];
}
