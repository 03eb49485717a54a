import { other, type PartyIndex } from '../scenario/scenario.ts';
import type { InjectParameters, Random, SettledEffect } from './parameters.ts';
import type { View } from './view.ts';

/*
 * News that a party may expect. What a scenario holds for a later day nobody can know; that news goes
 * on coming anybody can. It is expected as a Poisson process whose rate is itself drawn, once for each
 * world, from what is known of it on a day with n pieces heard since the first:
 *
 *     rate ~ Gamma(SEEN + n, OVER + day),   mean (SEEN + n) / (OVER + day) a day
 *
 * which is Bayes' rule for a prior of SEEN pieces in OVER days (Gelman and others, Bayesian Data Analysis,
 * 2.6). What was there on the first day is where the campaign begins from, not news of it. Of k pieces heard,
 * the next is like each of them with chance 1 / (k + UNLIKE); otherwise nothing is known of it but that it
 * lifts the pressure on one side, either with the same chance, or now and then on both, by a strength that is
 * exponential with mean STRENGTH. By how much news lifted the other side's pressure a party cannot see, so
 * that is drawn anew.
 *
 * The numbers are those of the scenarios that come with the program, taken together and rounded: 20
 * pieces in 809 days, 2 of them about both, strengths of 0.11 on average. Captures are expected at the rates
 * that everybody knows and at no others: those that were reported by themselves belong to their days, and
 * to expect them again made what kursk-2024 promises too large by half.
 */

/** The prior: pieces of news, and the days in which they came. */
const SEEN = 2;
const OVER = 80;
/** Weight of news unlike any heard beside each piece that was. */
const UNLIKE = 2;
/** Chance that news of which nothing is known concerns both sides. */
const CONCERNS_BOTH = 0.1;
/** Its mean strength. */
const STRENGTH = 0.1;

/** A piece of news as one party heard it, with nothing in it that it could not see. */
export interface News {
  readonly day: number;
  /** By what share of what was left to 1 it lifted the party's own pressure. */
  readonly strength: number;
  /** Whether it lifted the other side's; by how much nobody here can see. */
  readonly aboutThem: boolean;
  /** Share by which trust rose or fell. */
  readonly trust: number;
}

/** News to come after today up to the last day, in a world that the party of `view` may be in. */
export function expectedNews(view: View, heard: readonly News[], random: Random): InjectParameters[] {
  const { day, party, known } = view;
  const since = heard.filter(news => news.day > 0 && movesAnything(news));
  const rate = erlang(SEEN + since.length, random) / (OVER + Math.max(0, day));
  const expected: InjectParameters[] = [];
  for (let at = day + exponential(random) / rate; at <= known.days; at += exponential(random) / rate) {
    const again = since[Math.floor(random() * (since.length + UNLIKE))];
    const effects = again ? effectsOf(again, party, random) : unlikeAnyHeard(party, random);
    const id = `expected-${expected.length}`;
    expected.push({ id, title: '', day: Math.ceil(at), chance: null, effects });
  }
  return expected;
}

/** A mediator that comes or an order that is given is of its day; what moves a public or trust may do so again. */
function movesAnything({ strength, aboutThem, trust }: News): boolean {
  return strength > 0 || aboutThem || trust !== 0;
}

/** A Gamma variate of whole shape: the sum of so many exponentials of mean 1. */
function erlang(shape: number, random: Random): number {
  let sum = 0;
  for (let left = shape; left > 0; left--) sum += exponential(random);
  return sum;
}

function exponential(random: Random): number {
  return -Math.log(1 - random());
}

/** The same again. */
function effectsOf({ strength, aboutThem, trust }: News, party: PartyIndex, random: Random): SettledEffect[] {
  const effects: SettledEffect[] = [];
  if (strength > 0) effects.push({ kind: 'pressure', about: party, strength });
  if (aboutThem) effects.push(lifting(other(party), random));
  if (trust !== 0) effects.push({ kind: 'trust', share: trust });
  return effects;
}

function unlikeAnyHeard(party: PartyIndex, random: Random): SettledEffect[] {
  const luck = random();
  if (luck < CONCERNS_BOTH) return [lifting(party, random), lifting(other(party), random)];
  return [lifting(luck < (1 + CONCERNS_BOTH) / 2 ? party : other(party), random)];
}

function lifting(about: PartyIndex, random: Random): SettledEffect {
  return { kind: 'pressure', about, strength: Math.min(1, STRENGTH * exponential(random)) };
}
