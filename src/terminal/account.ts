import { type CampaignEvent, isPartyEvent } from '../campaign/event.ts';
import type { Position } from '../statechart/position.ts';
import type { Ear, Told } from './ear.ts';
import { reachesMediator } from './mediator-table.ts';
import { toldOfMove } from './told-of-moves.ts';
import { toldOfFindings, toldOfTurns } from './told-of-turns.ts';
import { takenInWords, toldOfWorld } from './told-of-world.ts';
import { happened } from './words.ts';

/** One thing that happened, in the words of the one who looks. */
export interface Account extends Told {
  readonly day: number;
  /** Which entry of the record it comes from. */
  readonly entry: number;
}

/** What an event meant, told from where the campaign stood before it and after it. */
export function accountsOf(ear: Ear, event: CampaignEvent, before: Position, after: Position): Told[] {
  if (ear.viewer === 'mediator' && !reachesMediator(event, before, after)) return [];
  return [
    ...(isPartyEvent(event) ? toldOfMove(ear, event, before, after) : toldOfWorld(ear, event, after)),
    ...toldOfFindings(ear, event, before.campaign, after.campaign),
    ...toldOfTurns(ear, event, before, after),
  ];
}

/** Small captures of one day told in one sentence for each side, where the first of them was told. */
export function together(ear: Ear, accounts: readonly Account[]): Account[] {
  const told: Account[] = [];
  for (const account of accounts) {
    const { taken, day } = account;
    const same = (each: Account) =>
      each.day === day && each.taken !== undefined && each.taken.home === taken?.home;
    const at = taken ? told.findLastIndex(same) : -1;
    const before = told[at];
    if (!taken || !before?.taken) {
      told.push(account);
      continue;
    }
    const sum = { ...taken, low: before.taken.low + taken.low, high: before.taken.high + taken.high };
    told[at] = { ...before, entry: account.entry, taken: sum, text: takenInWords(ear, sum) };
  }
  return told;
}

/** From so many times on, what a side does again and nothing else in between is told once. */
const OFTEN = 3;

/** Accounts in which a side that keeps doing one thing is told of once, with how often and until when. */
export function toldOnce(accounts: readonly Account[], date: (day: number) => string): Account[] {
  const runs = new Map<Account, Account[]>();
  const latest = new Map<string, Account>();
  for (const account of accounts) {
    // What the world does is told each time, but for proposals that lapse, which is nobody's doing.
    const who = account.text === happened.lapsed ? account.text : `${account.by}`;
    const first = who === 'null' ? undefined : latest.get(who);
    const run = first?.text === account.text ? runs.get(first) : undefined;
    if (run) run.push(account);
    else {
      runs.set(account, [account]);
      latest.set(who, account);
    }
  }
  return [...runs]
    .flatMap(([first, run]) => {
      const last = run.at(-1) ?? first;
      return run.length < OFTEN
        ? run
        : [{ ...first, text: happened.repeated(first.text, run.length, date(last.day)) }];
    })
    .sort((one, two) => one.entry - two.entry);
}
