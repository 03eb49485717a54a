import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coach as coachOf } from '../../src/analysis/coach.ts';
import { sameMove } from '../../src/analysis/coach-decision.ts';
import { stakeOf } from '../../src/analysis/coach-verdict.ts';
import { outcomeOf } from '../../src/analysis/comparison.ts';
import { answering, type HintQuestion } from '../../src/analysis/question.ts';
import { viewOf } from '../../src/campaign/view.ts';
import { reasonOf } from '../../src/report/coach-reason.ts';
import { turningPoints } from '../../src/report/coach-text.ts';
import { phaseOf } from '../../src/statechart/position.ts';
import type { CampaignRecord } from '../../src/table/record.ts';
import { replay } from '../../src/table/replay.ts';
import { type Coaching, newCoaching, withVerdict } from '../../src/terminal/coaching.ts';
import { type Course, personsOf, USUAL_COMMANDS } from '../../src/terminal/course.ts';
import { frame } from '../../src/terminal/draw.ts';
import type { TakenUp } from '../../src/terminal/host.ts';
import { keepsake } from '../../src/terminal/keepsake.ts';
import { widthOf } from '../../src/terminal/line.ts';
import { spoken } from '../../src/terminal/linear/spoken.ts';
import { debriefOf } from '../../src/terminal/mentor.ts';
import { otherCourse } from '../../src/terminal/other-course.ts';
import { reduce } from '../../src/terminal/reduce.ts';
import type { DebriefScreen, TurningScreen } from '../../src/terminal/screen.ts';
import { shownIn, turningHint, turningTexts } from '../../src/terminal/screens/turning.ts';
import { thinkingInSlices } from '../../src/terminal/thinking.ts';
import { played, scripted } from '../fixtures/river.ts';
import { scenario as library, negotiator } from '../library.ts';
import { atTheRiver, memoryHost, playUntil, pressUntil, river, type Stage, stage } from './stage.ts';

/** A campaign played to its debrief, nothing of it judged yet. */
function debriefed(swift = true): Stage {
  return playUntil(atTheRiver({}, memoryHost([river()], swift)), 'Debrief:');
}

function coachingIn({ session }: Stage): Coaching {
  const { coaching } = debriefOf(session.app) as DebriefScreen;
  if (!coaching) throw new Error('nothing is judged here');
  return coaching;
}

function recordOf({ host }: Stage): CampaignRecord {
  const [kept] = host.records;
  if (!kept) throw new Error('no record');
  return { header: kept.header, entries: kept.entries, ended: kept.ended };
}

function courseOf(record: CampaignRecord, scenario = river()): Course {
  const { parameters, positions } = replay(scenario, record);
  return {
    scenario,
    header: record.header,
    parameters,
    entries: record.entries,
    positions,
    persons: personsOf(scenario, record.header),
    maySpeak: false,
    where: null,
    file: null,
    commands: USUAL_COMMANDS,
    trouble: null,
  };
}

describe('the debrief', () => {
  test('is there at once, and what the coach says comes as it thinks', () => {
    const at = debriefed(false);
    expect(at.screen()).toContain('Who came home');
    expect(coachingIn(at).state).toBe('thinking');
    expect(at.screen()).toContain('c coach');
    const seen: number[] = [];
    while (coachingIn(at).state === 'thinking') {
      at.host.think(40);
      seen.push(coachingIn(at).verdicts.size);
      // Keys are answered all the while.
      at.press('Down');
    }
    expect(new Set(seen)).toEqual(
      new Set(Array.from({ length: coachingIn(at).decisions.length + 1 }, (_, done) => done)),
    );
    expect(at.screen()).not.toMatch(/coach \d/);
    expect(at.screen()).not.toContain('c coach');
  });

  test('says of a campaign what parley coach says of its record, however often it is judged', () => {
    const at = debriefed();
    at.host.think();
    const record = recordOf(at);
    const judged = [...coachOf({ scenario: river(), record, replay: replay(river(), record), party: 0 })];
    expect(judged.length).toBeGreaterThan(3);
    const told = turningPoints(judged).map(({ decision, asKnown, label }) => [
      decision.entry,
      label,
      asKnown,
    ]);
    expect(
      coachingIn(at).points.map(({ decision, asKnown, label }) => [decision.entry, label, asKnown]),
    ).toEqual(told);
  });

  test('that is left is thought about no more, and goes on where it was', () => {
    const at = debriefed();
    at.host.think(4);
    const before = coachingIn(at).verdicts.size;
    expect(before).toBeGreaterThan(0);
    at.press('Esc');
    at.host.think();
    at.press('d');
    expect(coachingIn(at).verdicts.size).toBe(before);
    at.host.think();
    expect(coachingIn(at).state).toBe('done');
    at.press('Esc d');
    expect(coachingIn(at).state).toBe('done');
  });

  test('has the coach stop and go on', () => {
    const at = debriefed();
    at.host.think(4);
    at.press('c');
    const before = coachingIn(at).verdicts.size;
    at.host.think();
    expect(coachingIn(at)).toMatchObject({ state: 'stopped' });
    expect(coachingIn(at).verdicts.size).toBe(before);
    expect(at.screen()).toContain('coach stopped');
    at.press('c').host.think();
    expect(coachingIn(at).state).toBe('done');
  });

  test('of two at one keyboard judges one side at a time', () => {
    const at = stage({ scenario: river(), seed: '3', side: 'both' });
    for (let times = 0; times < 400 && at.top() !== 'debrief'; times++) {
      at.press(at.top() === 'cover' ? 'Enter' : at.top() === 'board' ? 'w' : 'Esc');
    }
    expect(coachingIn(at).party).toBe(0);
    pressUntil(at, 'Down', 'One side is judged');
    at.host.think(30);
    at.press('v');
    expect(coachingIn(at)).toMatchObject({ party: 1, state: 'thinking' });
    at.host.think();
    expect(coachingIn(at)).toMatchObject({ party: 1, state: 'done' });
    at.press('v').host.think();
    expect(coachingIn(at)).toMatchObject({ party: 0, state: 'done' });
  });

  test.each([
    ['of two negotiators', 'none', "Nobody's moves have been judged."],
    ['of whoever mediated', 'mediator', "not a mediator's texts"],
  ] as const)('%s judges when it is asked to', (_, side, says) => {
    const at = stage({ scenario: river(), seed: '3', side, against: 'conceder' }).press('Esc');
    pressUntil(at, 'e', 'Debrief:', 200);
    expect(debriefOf(at.session.app)?.coaching).toBeNull();
    pressUntil(at, 'Down', says);
    expect(at.press('t').screen()).toContain('c has the coach judge those of Northport');
    at.press('c').host.think();
    expect(coachingIn(at)).toMatchObject({ party: 0, state: 'done' });
  });

  test('of a campaign without a decision says so', () => {
    const nobody = scripted(() => undefined);
    const { record } = played(river(), '3', [nobody, nobody]);
    const none = { ...record, entries: record.entries.slice(0, 1) };
    expect(newCoaching(courseOf(none), 0)).toMatchObject({ state: 'done', decisions: [], points: [] });
  });
});

/** The debrief with everything judged, at its first turning point. */
function atTurningPoint(): Stage {
  const at = debriefed();
  at.host.think();
  return at.press('t');
}

function turning({ session }: Stage): TurningScreen {
  return session.app.stack.find(
    (screen): screen is TurningScreen => screen.name === 'turning',
  ) as TurningScreen;
}

describe('a turning point', () => {
  test('shows the board as it was known, with nothing of the answer', () => {
    const at = atTurningPoint();
    const [point] = coachingIn(at).points;
    const { scene, entry } = turning(at);
    expect(entry).toBe(point?.decision.entry);
    expect(scene.sight.viewer).toBe(0);
    expect(scene.sight.held).toEqual(point?.decision.view.held);
    expect(at.screen()).toMatch(/Turning point A, 1 of \d: . (mistake|inaccuracy|missed chance)/);
    expect(at.screen()).not.toContain('Advised');
  });

  test('is stepped to, both ways and round', () => {
    const at = atTurningPoint();
    const { points } = coachingIn(at);
    expect(points.length).toBeGreaterThan(2);
    const seen = points.map(() => {
      const { entry } = turning(at);
      at.press('Right');
      return entry;
    });
    expect(seen).toEqual(points.map(({ decision }) => decision.entry));
    expect(turning(at).entry).toBe(points[0]?.decision.entry);
    at.press('Left');
    expect(turning(at).entry).toBe(points.at(-1)?.decision.entry);
  });

  test('takes a move as good as the best or better, and not the one that was played', () => {
    const at = atTurningPoint();
    const { entries } = recordOf(at);
    // The acceptance that was played; what it lost is known already.
    at.press('r y Enter');
    expect(turning(at).tried).toMatchObject({ move: { type: 'accept' }, verdict: 'worse' });
    expect(at.screen()).toContain('Not as good');
    expect(coachingIn(at).met.size).toBe(0);
    at.press('r n Down Enter');
    expect(turning(at).tried).toMatchObject({ move: { type: 'refuse' }, verdict: 'thinking' });
    at.host.think();
    expect(at.screen()).toMatch(/As good as the best|Better than the coach's own/);
    expect(coachingIn(at).met.get(turning(at).entry)).toBe('found');
    // Nothing of it was played.
    expect(recordOf(at).entries).toEqual(entries);
    expect(at.session.app.scene?.position.done).toBe(true);
  });

  test('says by what rule a move passes or does not', () => {
    const at = atTurningPoint();
    const shown = shownIn(at.session.app, turning(at));
    if (!shown) throw new Error('no turning point');
    const said = (verdict: 'near' | 'worse', mean: number, low: number, high: number) => {
      const behind = { mean, low, high, trials: 24 };
      const tried = { move: { type: 'wait' }, verdict, behind } as const;
      return turningTexts(shown, { ...turning(at), tried })[0]?.[0];
    };
    const stake = stakeOf(shown.point.asKnown);
    const bound = `a move passes that is less than ${(0.05 * stake).toFixed(1)} behind, 5 % of the ${stake.toFixed(1)} at stake`;
    expect(said('near', 0.9, 0.1, 1.8)).toBe(
      `Close enough to the best: wait. It is 0.9 (0.1 to 1.8) behind; ${bound}.`,
    );
    expect(said('worse', 1.1, 0.2, 1.9)).toContain(`1.1 (0.2 to 1.9) behind the best; ${bound}.`);
    expect(said('near', 0.9, -0.1, 1.8)).toContain('It is 0.9 (-0.1 to 1.8) behind, which may be chance.');
    expect(said('near', -0.2, -1.8, 1.4)).toContain('It is 0.2 (-1.4 to 1.8) ahead, which may be chance.');
  });

  test('tells in how many rollouts the advice was ahead only where a coin would hardly have been', () => {
    const [point] = coachingIn(atTurningPoint()).points;
    if (!point) throw new Error('no turning point');
    const why = (ahead: number, low: number) => {
      const lead = { mean: 1, low, high: 2, trials: 24 };
      const advice = { ...point.asKnown.advice, move: { type: 'wait' }, lead, ahead } as const;
      return reasonOf(river(), { ...point, asKnown: { ...point.asKnown, advice } });
    };
    expect(why(23, 0.2)).toContain('To leave it brought more in 23 of 24 rollouts.');
    expect(why(12, 0.2)).toContain('To leave it brought more on the mean of 24 rollouts.');
    expect(why(12, -0.2)).toContain(
      'To leave it brought more on the mean of 24 rollouts, though not for certain.',
    );
  });

  test('argues for no move that was not ahead where it was measured', () => {
    const [point] = coachingIn(atTurningPoint()).points;
    if (!point) throw new Error('no turning point');
    const why = (mean: number, high: number) => {
      const lead = { mean, low: -9, high, trials: 24 };
      const advice = {
        move: { type: 'proposeTalks', mediator: null, openly: false },
        gain: 0,
        lead,
        ahead: 3,
      } as const;
      return reasonOf(river(), { ...point, asKnown: { ...point.asKnown, advice } });
    };
    const picked = 'Nothing better was found: to propose talks directly';
    expect(why(-5, -1)).toContain(
      `${picked} came out behind in the 24 that measured it, and the move played was ahead by 5.0 (1.0 to 9.0).`,
    );
    expect(why(-5, 2)).toContain(
      `${picked} was ahead in the rollouts that picked it, and behind, though not for certain, in the 24 that measured it.`,
    );
    expect(why(0, 9)).toContain(
      `${picked} was ahead in the rollouts that picked it, and no better in the 24 that measured it.`,
    );
    for (const told of [why(-5, -1), why(-5, 2), why(0, 9)])
      expect(told).not.toContain('Each day of silence');
    expect(why(5, 9)).toContain('Each day of silence');
  });

  test('says once what the move played and the one advised have in common', () => {
    const [point] = coachingIn(atTurningPoint()).points;
    if (!point) throw new Error('no turning point');
    const advice = { ...point.asKnown.advice, move: { type: 'agree' } } as const;
    const decision = { ...point.decision, played: { type: 'decline' } } as const;
    const told = reasonOf(river(), { ...point, decision, asKnown: { ...point.asKnown, advice } });
    expect(told.match(/A settlement was in sight/g)).toHaveLength(1);
    expect(told).toContain('To decline costs some trust. Talks bind nobody.');
  });

  test('has an offer tried that is put together as in play', () => {
    const at = atTurningPoint();
    at.press('r o p Left Enter Enter');
    expect(at.top()).toBe('turning');
    at.host.think();
    expect(turning(at).tried?.move.type).toBe('offer');
    expect(turning(at).tried?.behind).not.toBeNull();
  });

  test('that is left while a move is thought about waits for nothing', () => {
    const at = atTurningPoint();
    at.press('r w Esc');
    at.host.think();
    expect(at.top()).toBe('debrief');
    expect(coachingIn(at).met.size).toBe(0);
  });

  test('tells its answer to whoever asks, and remembers that it did', () => {
    const at = atTurningPoint();
    const [point] = coachingIn(at).points;
    at.press('a');
    expect(at.screen()).toContain('Advised: ');
    expect(coachingIn(at).met.get(point?.decision.entry ?? -1)).toBe('shown');
    at.press('Esc');
    expect(at.screen()).toContain('The answer has been looked at');
  });

  test.each([
    { columns: 60, rows: 20 },
    { columns: 80, rows: 24 },
  ])('says all of what became of a try at $columns by $rows', size => {
    const at = atTurningPoint();
    at.session.resize(size);
    at.press('r y Enter').host.think();
    const shown = shownIn(at.session.app, turning(at));
    if (!shown) throw new Error('no turning point');
    const seen = [at.screen(), at.press('PgDn').screen(), at.press('PgDn').screen()];
    const flat = seen.join(' ').replace(/\s+/g, ' ');
    const texts = turningTexts(shown, turning(at)).map(([text]) => text);
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) expect(flat).toContain(text);
  });

  test('that is the only one names no keys to others, and says so', () => {
    const at = atTurningPoint();
    const { app } = at.session;
    expect(turningHint(app, turning(at))).toContain('left right');
    const stack = app.stack.map(each =>
      each.name === 'debrief' && each.coaching
        ? { ...each, coaching: { ...each.coaching, points: each.coaching.points.slice(0, 1) } }
        : each,
    );
    const alone = { ...app, stack };
    expect(turningHint(alone, turning(at))).not.toContain('left right');
    expect(reduce(alone, 'right').app.notice).toBe('There is no other turning point');
  });

  test('is the first that is still open, the next time', () => {
    const at = atTurningPoint();
    const [, second] = coachingIn(at).points;
    at.press('a Esc Esc t');
    expect(turning(at).entry).toBe(second?.decision.entry);
  });
});

describe('whatever is pressed after a campaign', () => {
  const KEYS =
    't t a c v o r r r Enter Enter Enter Esc Esc Left Right Up Down PgDn y n w z x s p 5 ? Tab'.split(' ');
  const SIZES = [
    { columns: 60, rows: 20 },
    { columns: 80, rows: 24 },
    { columns: 100, rows: 30 },
    { columns: 160, rows: 50 },
    { columns: 40, rows: 10 },
  ];

  test('nothing is played, nothing breaks, and every frame fits', () => {
    const step = fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...KEYS) },
      { weight: 2, arbitrary: fc.constantFrom(...SIZES) },
      { weight: 4, arbitrary: fc.nat(3) },
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 90 }), steps => {
        const at = debriefed();
        at.host.think(20);
        const { entries } = recordOf(at);
        for (const each of steps) {
          // At the start the campaign has been left, and another may begin.
          if (at.top() === 'start') break;
          if (typeof each === 'string') at.press(each);
          else if (typeof each === 'number') at.host.think(each);
          else at.session.resize(each);
          const { columns, rows } = at.session.app.size;
          const lines = frame(at.session.app);
          expect(lines.length).toBeLessThan(rows);
          for (const row of lines) expect(widthOf(row)).toBeLessThanOrEqual(columns);
          for (const text of spoken(at.session.app, null).text)
            expect(text).not.toMatch(/undefined|NaN|\[object/);
        }
        expect(at.host.records).toHaveLength(1);
        expect(recordOf(at).entries).toEqual(entries);
      }),
      { numRuns: 30 },
    );
  });
});

describe('another course', () => {
  test('from any decision of any seat is played out, and shares what came before', () => {
    const { record } = played(river(), '5', [negotiator('random'), negotiator('conceder')]);
    const course = courseOf(record);
    let seen = 0;
    for (const party of [0, 1] as const) {
      const judged = [
        ...coachOf({ scenario: river(), record, replay: replay(river(), record), party, rollouts: 4 }),
      ];
      for (const one of judged) {
        const other = otherCourse(course, one, one.asKnown.advice.move);
        if (typeof other === 'string') throw new Error(other);
        seen++;
        expect(other.to).toBeGreaterThanOrEqual(other.from);
        for (const { accounts } of [other.happened, other.instead]) {
          for (const { day } of accounts) expect(day).toBeGreaterThanOrEqual(other.from);
          for (const { day } of accounts) expect(day).toBeLessThanOrEqual(other.to);
        }
        expect(otherCourse(course, one, one.asKnown.advice.move)).toEqual(other);
      }
    }
    expect(seen).toBeGreaterThan(5);
  });

  test('is played out where the coach would move against the rules of that world', () => {
    // Sick people who do not wish to go are known to their holder alone, so an offer in thought may be refused.
    const scenario = library('two-rivers');
    const { record } = played(scenario, '3', [negotiator('conceder'), negotiator('conceder')]);
    const course = courseOf(record, scenario);
    const judged = [
      ...coachOf({ scenario, record, replay: replay(scenario, record), party: 0, rollouts: 4 }),
    ];
    expect(judged.length).toBeGreaterThan(3);
    for (const one of judged) expect(typeof otherCourse(course, one, one.asKnown.advice.move)).toBe('object');
  });

  test('stands beside what happened, and says that it is one of many', () => {
    const at = atTurningPoint().press('o');
    expect(at.screen()).toContain('The other course tells the answer');
    expect(at.press('Esc').top()).toBe('debrief');
    at.press('t a Esc');
    expect(at.screen().split('\n').at(-1)).toContain('o other course');
    at.press('o');
    expect(at.screen()).toMatch(/What happened +│ One other course/);
    expect(at.screen()).toContain('one course of many');
    at.press('Esc');
    expect(at.top()).toBe('turning');
  });
});

describe('a hint', () => {
  test('is thought about from the view alone, and is in no record', () => {
    const at = atTheRiver();
    const before = recordOf(at).entries.length;
    at.press('a');
    expect(at.screen()).toContain('The coach plays on what you could do');
    at.host.think();
    expect(at.screen()).toContain('The coach would ');
    expect(recordOf(at).entries).toHaveLength(before);
    at.press('Esc');
    expect(at.top()).toBe('board');
    playUntil(at, 'Debrief:').host.think();
    pressUntil(at, 'Down', 'Hints taken: Northport 1 (1 Mar).');
  });

  test('that is longer than the screen scrolls to its end, and nothing of it is cut', () => {
    const at = atTheRiver({}, memoryHost(), { columns: 60, rows: 20 });
    playUntil(at, 'Make an offer').press('a').host.think();
    expect(at.screen()).toMatch(/1 to \d+ of \d+: arrows/);
    const seen = new Set(at.screen().split('\n'));
    for (const row of at.press('PgDn PgDn').screen().split('\n')) seen.add(row);
    expect([...seen].join(' ').replace(/\s+/g, ' ')).toContain('the record does not.');
    expect(at.screen()).not.toContain('…');
    const end = at.screen();
    expect(at.press('Down').screen()).toBe(end);
    expect(at.press('Home').screen()).toContain('The coach would ');
  });

  test('is the same for worlds that the party cannot tell apart', () => {
    const at = playUntil(atTheRiver(), 'Make an offer');
    const { position } = at.session.app.scene as NonNullable<typeof at.session.app.scene>;
    const { campaign, value } = position;
    const theirs = campaign.parameters.groups.map(group => (group.holder === 1 ? 1000 : 0));
    const elsewhere = {
      ...campaign,
      held: campaign.held.map((count, group) => count + (theirs[group] ?? 0)),
    };
    const hint = (view: HintQuestion['view']) => {
      const moves = [{ type: 'wait' }, { type: 'refuse' }] as const;
      return outcomeOf(answering({ ask: 'hint', view, heard: [], moves, entry: 7 }));
    };
    const here = viewOf(campaign, phaseOf(value), 0);
    expect(hint(viewOf(elsewhere, phaseOf(value), 0))).toEqual(hint(here));
  });

  test('that is left is not counted, nor told later', () => {
    const at = atTheRiver().press('a Esc');
    at.host.think();
    expect(at.top()).toBe('board');
    playUntil(at, 'Debrief:');
    expect(debriefOf(at.session.app)?.hints?.taken).toEqual([]);
  });

  test('of a day that is played again another way is not counted', () => {
    const at = playUntil(atTheRiver(), 'Make an offer').press('a');
    at.host.think();
    playUntil(at.press('Esc'), 'Debrief:');
    expect(debriefOf(at.session.app)?.hints?.taken).toHaveLength(1);
    at.press('b Home Enter');
    expect(at.top()).toBe('board');
    playUntil(at, 'Debrief:');
    expect(debriefOf(at.session.app)?.hints?.taken).toEqual([]);
  });

  test('of before a campaign was taken up again is not known where the host keeps nothing of it, which is said', () => {
    const host = memoryHost([river()], true);
    const at = atTheRiver({}, host).press('a');
    host.think();
    at.press('Esc q');
    const [unfinished] = host.unfinished();
    const again = stage({ resume: unfinished?.takeUp() as TakenUp }, host);
    playUntil(again, 'Debrief:').host.think();
    expect(debriefOf(again.session.app)?.hints).toEqual({ taken: [], inDoubt: true });
    pressUntil(again, 'Down', 'Nothing is known of hints');
    expect(again.screen()).not.toContain('No hints were taken');
  });

  test.each([
    [{ hints: false }, 'Hints are switched off for this campaign'],
    [{ side: 'mediator' }, 'no advice for a mediator'],
    [{ side: 'none' }, 'you watch'],
  ] as const)('is refused where it has no place: %j', (options, says) => {
    const at = atTheRiver(options).press('a');
    expect(at.top()).toBe('board');
    expect(at.screen()).toContain(says);
  });

  test('is each side’s own where two sit at one keyboard', () => {
    const at = stage({ scenario: river(), seed: '3', side: 'both' }).press('Enter Esc a');
    at.host.think();
    expect(at.top()).toBe('hint');
    expect(at.screen()).toMatch(/The coach would|one thing to do/);
  });
});

describe('a debrief that is written', () => {
  const written = (at: Stage, format: 'text' | 'html') => {
    const debrief = debriefOf(at.session.app);
    if (!debrief) throw new Error('no debrief');
    return keepsake(debrief, format).replace(/\s+/g, ' ');
  };

  test.each(['text', 'html'] as const)(
    'as %s has the turning points, and what would have been better',
    format => {
      const at = debriefed();
      at.host.think();
      const [point] = debriefOf(at.session.app)?.coaching?.points ?? [];
      if (!point) throw new Error('no turning point');
      const told = written(at, format);
      expect(told).toContain('The game, and its turning points');
      expect(told).toMatch(/Score \d+ (\(\d+ to \d+\) )?of 100 from what was known/);
      expect(told).toMatch(/A [?~-] \d+ \w+: (mistake|inaccuracy|missed chance)\. Played: /);
      expect(told).toContain('Advised: ');
      expect(at.screen()).not.toContain('Advised: ');
    },
  );

  test('says nothing of a coach that was not asked', () => {
    const at = playUntil(
      stage({ scenario: river(), seed: '3', side: 'mediator', against: 'conceder' }).press('Esc'),
      'Debrief:',
    );
    expect(written(at, 'text')).not.toContain('turning points');
  });
});

describe('thinking in slices', () => {
  const { record } = played(river(), '3', [negotiator('conceder'), negotiator('conceder')]);
  const coaching = newCoaching(courseOf(record), 0);
  const question = (number: number) =>
    ({ ask: 'judge', decision: coaching.decisions[number] as never, seats: ['person', 'conceder'] }) as const;

  function slices() {
    const queue: (() => void)[] = [];
    const thinking = thinkingInSlices(act => {
      queue.push(act);
      return () => void queue.splice(queue.indexOf(act), 1);
    }, 0);
    const run = (most = Number.POSITIVE_INFINITY) => {
      let done = 0;
      for (; done < most && queue.length > 0; done++) queue.shift()?.();
      return done;
    };
    return { thinking, run, queue };
  }

  test('comes to what thinking at once comes to', () => {
    const { thinking, run } = slices();
    let told: unknown = null;
    thinking.ask(question(0), answer => {
      told = answer;
    });
    expect(told).toBeNull();
    expect(run()).toBeGreaterThan(100);
    expect(told).toEqual(outcomeOf(answering(question(0))));
  });

  test('answers first what was asked last', () => {
    const { thinking, run } = slices();
    const told: number[] = [];
    for (const number of [0, 1]) thinking.ask(question(number), () => told.push(number));
    run();
    expect(told).toEqual([1, 0]);
  });

  test('tells nothing of what was taken back, and nothing once it is closed', () => {
    const { thinking, run, queue } = slices();
    const told: number[] = [];
    const stop = thinking.ask(question(0), () => told.push(0));
    run(10);
    stop();
    run();
    thinking.ask(question(1), () => told.push(1));
    run(10);
    thinking.close();
    expect(queue).toEqual([]);
    expect(told).toEqual([]);
  });

  test('of a decision adds to what is known of the others', () => {
    const verdict = outcomeOf(answering(question(0)));
    const more = withVerdict(coaching, 0, verdict);
    expect(more.verdicts.get(0)).toBe(verdict);
    expect(sameMove(verdict.asKnown.played.move, coaching.decisions[0]?.played as never)).toBe(true);
    expect(coaching.verdicts.size).toBe(0);
  });
});
