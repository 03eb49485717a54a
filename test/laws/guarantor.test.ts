import { expect, test } from 'vitest';
import { refuseOffer } from '../../src/campaign/rounds.ts';
import { firstMorning } from '../../src/table/first-morning.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

/** The offer of the five commanders, of whom all are to stay with whoever mediates. */
function commandersTo(mediator: string) {
  const described = scenario('azovstal-2022');
  const { campaign } = firstMorning(described);
  const five = described.groups.map(({ id }) => (id === 'commanders' ? 5 : 0));
  const at = described.mediators.findIndex(({ id }) => id === mediator);
  const talks = { ...campaign.talks, mediator: at, capacity: 100 };
  return refuseOffer(
    { ...campaign, talks, toMove: 1 },
    { type: 'offer', party: 1, deal: five, interned: five },
  );
}

test('the guarantor of azovstal-2022 can take the commanders in until the end, and nobody else can', () => {
  expect(commandersTo('turkiye')).toBeNull();
  expect(commandersTo('saudi-arabia')?.code).toBe('ERR_MEDIATOR');
});

test.each(SCENARIO_IDS)('a text of %s that promises to take people in stands beside a host', id => {
  const { background, mediators } = scenario(id);
  const promised = mediators.filter(({ about }) => /take (people|prisoners) in/.test(about));
  expect(promised.filter(({ hosts }) => !hosts)).toEqual([]);
  if (/neutral (State|country) may take prisoners in/.test(background.replace(/\s+/g, ' '))) {
    expect(mediators.some(({ hosts }) => hosts)).toBe(true);
  }
});

test('both sides of the library hold people whom it is a finding to strike off for what they are', () => {
  const apart = SCENARIO_IDS.flatMap(id => {
    const { groups, parties } = scenario(id);
    return groups.filter(({ setApartBy }) => setApartBy).map(({ holder }) => parties[holder].id);
  });
  expect(new Set(apart)).toEqual(new Set(['ukraine', 'russia']));
});
