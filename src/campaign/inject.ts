import type { Campaign } from './campaign.ts';
import { withParty } from './campaign.ts';
import type { WorldEventOf } from './event.ts';
import { bothAccept } from './initiation.ts';
import type { SettledEffect } from './parameters.ts';
import { liftPressure, strengthOfCapture } from './pressure.ts';
import { endInternment } from './returns.ts';
import { capture } from './world.ts';

/* Injects: what comes to both tables from outside, by date, by chance or by a teacher's hand. */

export function takeIn(campaign: Campaign, event: WorldEventOf<'inject'>): Campaign {
  const noted = { ...campaign, injected: [...campaign.injected, event.inject] };
  return event.effects.reduce(undergo, noted);
}

function undergo(campaign: Campaign, effect: SettledEffect): Campaign {
  switch (effect.kind) {
    case 'captured': {
      const { people } = effect;
      // An inject is public: the home party hears exactly what happened.
      return capture(campaign, {
        type: 'captured',
        people,
        heard: { low: people, best: people, high: people },
        strength: strengthOfCapture(campaign.parameters.groups, people),
      });
    }
    case 'pressure':
      return liftPressure(campaign, effect.about, effect.strength);
    case 'trust': {
      const { trust } = campaign;
      return {
        ...campaign,
        trust: effect.share > 0 ? trust + effect.share * (1 - trust) : trust * (1 + effect.share),
      };
    }
    case 'halt':
      return haltHandOver(campaign, effect.days);
    case 'mediator':
      return bringMediator(campaign, effect.mediator);
    case 'internmentEnds': {
      const home = endInternment(campaign, effect.about);
      return { ...home, trust: home.trust * (1 - effect.trustLost) };
    }
    case 'instruct':
      return {
        ...campaign,
        instructions: withParty(campaign.instructions, effect.party, [
          ...campaign.instructions[effect.party],
          ...effect.instructions,
        ]),
      };
  }
}

/** Only what is arranged can be halted. */
function haltHandOver(campaign: Campaign, days: number): Campaign {
  const { talks, day } = campaign;
  if (!talks.agreement || !talks.arranged) return campaign;
  return { ...campaign, talks: { ...talks, until: Math.max(talks.until, day + days) } };
}

/** A mediator that comes by itself is at the table if talks are under way and both sides accept it. */
function bringMediator(campaign: Campaign, mediator: number): Campaign {
  const underWay = campaign.talks.overture !== null && campaign.overtures.at(-1)?.answer === 'agreed';
  if (!underWay || !bothAccept(campaign, mediator)) return campaign;
  return { ...campaign, talks: { ...campaign.talks, mediator } };
}
