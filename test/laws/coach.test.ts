import { describe, expect, test } from 'vitest';
import { type Judged, judge, seatsOf } from '../../src/analysis/coach.ts';
import { type Decision, decisionsOf, sameMove } from '../../src/analysis/coach-decision.ts';
import { isForbidden } from '../../src/analysis/coach-duty.ts';
import { LABELS, stakeOf } from '../../src/analysis/coach-verdict.ts';
import { reasonOf } from '../../src/report/coach-reason.ts';
import { PARTIES, type PartyIndex, type Scenario } from '../../src/scenario/scenario.ts';
import { type Played, played } from '../fixtures/river.ts';
import { renamed, rivers, swappedRivers } from '../fixtures/swapped-rivers.ts';
import { negotiator, SCENARIO_IDS, scenario } from '../library.ts';

/* What is true of the coach, whatever it judges. */

function campaignOf(described: Scenario, seed: string): Played {
  return played(described, seed, [negotiator('random'), negotiator('conceder')]);
}

/** A few decisions of a party: the first ones, and the first ones of the rounds. */
function someOf({ record, replay }: Played, party: PartyIndex): Decision[] {
  const all = decisionsOf(record, replay, party);
  const rounds = all.filter(({ view }) => view.phase.startsWith('rounds'));
  return [...new Set([...all.slice(0, 2), ...rounds.slice(0, 2)])];
}

function judgedIn(campaign: Played, party: PartyIndex): Judged[] {
  const seats = seatsOf({ ...campaign, party });
  return someOf(campaign, party).map(decision => judge(decision, seats, { rollouts: 6 }));
}

describe.each(SCENARIO_IDS)('of %s the coach', id => {
  const campaign = campaignOf(scenario(id), 'coach');
  const judged = PARTIES.flatMap(party => judgedIn(campaign, party));

  test('has gains and leads that add up, and a loss that is no more than what was at stake', () => {
    expect(judged.length).toBeGreaterThan(2);
    for (const { asKnown, inHindsight, label } of judged) {
      expect(LABELS).toContain(label);
      for (const { moves, played: given, advice, rollouts, ...comparison } of [asKnown, inHindsight]) {
        for (const { gain, lead, ahead } of moves) {
          expect(gain - given.gain).toBeCloseTo(lead.mean, 6);
          expect(lead.low).toBeLessThanOrEqual(lead.mean);
          expect(lead.high).toBeGreaterThanOrEqual(lead.mean);
          expect(ahead).toBeLessThanOrEqual(lead.trials);
        }
        expect(advice.lead.mean).toBeLessThanOrEqual(stakeOf({ advice, played: given }));
        expect(rollouts).toBeGreaterThan(0);
        expect(Number.isFinite(comparison.loss.mean)).toBe(true);
      }
    }
  });

  test('advises nothing that the law forbids, and praises nothing of it', () => {
    for (const { decision, asKnown, label } of judged) {
      const { view, played: given } = decision;
      if (!sameMove(asKnown.advice.move, given)) expect(isForbidden(view, asKnown.advice.move)).toBe(false);
      if (isForbidden(view, given)) expect(['best', 'good']).not.toContain(label);
    }
  });

  test('gives reasons in whole sentences', () => {
    for (const one of judged)
      expect(reasonOf(campaign.scenario, one)).toMatch(/^($|[A-Z](?!.*(undefined|NaN|null|\s\s)).*\.$)/);
  });
});

test('with the parties of two-rivers swapped the coach says the same of both', () => {
  const told = (described: Scenario) => {
    const campaign = campaignOf(described, 'mirror');
    return PARTIES.flatMap(party => judgedIn(campaign, party)).map(one => [
      one.label,
      one.hindsightLabel,
      one.asKnown.moves.map(({ gain }) => Math.round(1e4 * gain) / 1e4),
      one.inHindsight.moves.map(({ gain }) => Math.round(1e4 * gain) / 1e4),
      reasonOf(described, one),
    ]);
  };
  expect(renamed(JSON.stringify(told(swappedRivers())))).toEqual(JSON.stringify(told(rivers)));
});
