import { leadingPossessive, the } from '../scenario/article.ts';
import { toldAlone } from '../scenario/audience.ts';
import type { Figure } from '../scenario/figure.ts';
import {
  dateOf,
  type Effect,
  type Group,
  type Inject,
  type PartyIndex,
  type Scenario,
  type Standing,
} from '../scenario/scenario.ts';
import { formatDate, formatSpan } from './date.ts';
import { figureText, heldSinceText, standingOfFigures } from './figure-text.ts';
import { sourceText } from './sources.ts';
import { wrap, wrapMarkdown } from './wrap.ts';

/* A scenario for its reader: what it is about, and every figure with who says it or why it is assumed. */

/** The scenario in full. The confidential briefs are left out: `formatPartyBrief` gives one of them. */
export function formatBrief(scenario: Scenario, width = 80): string {
  const paper = new Paper(scenario, width);
  return [
    `${scenario.title} (${scenario.id})`,
    formatSpan(scenario),
    wrap(scenario.summary, { width }),
    wrapMarkdown(scenario.background, width),
    ...paper.lesson(),
    paper.howToRead(),
    ...paper.parties(),
    ...paper.groups(),
    ...paper.between(),
    ...paper.captures(),
    ...paper.occasions(),
    ...paper.mediators(),
    ...paper.injects(),
    paper.sources(),
  ].join('\n\n');
}

/** What one delegation is told in confidence, its instructions included. */
export function formatPartyBrief(scenario: Scenario, party: PartyIndex, width = 80): string {
  const { brief, instructions } = scenario.parties[party];
  const told = instructions.map(({ text }) => wrap(`- ${text}`, { width, hanging: 2 }));
  const parts = [
    wrapMarkdown(brief, width),
    ...(told.length > 0 ? [['Instructions', ...told].join('\n')] : []),
  ];
  return parts.join('\n\n');
}

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  tradeable: 'may be the object of an agreement',
  wounded: 'seriously wounded and sick: owed, whatever is given for them (GC III art. 109)',
  civilian: 'civilians: owed, and no prisoners of war',
};

class Paper {
  readonly #scenario: Scenario;
  readonly #width: number;

  constructor(scenario: Scenario, width: number) {
    this.#scenario = scenario;
    this.#width = width;
  }

  howToRead(): string {
    return wrap(
      'Figures. Reported: somebody said so, named with the source in brackets. Assumed: chosen for the model, with ' +
        'the reason; claims under it are what it was derived from. Where a range is given each campaign draws its own ' +
        "hidden value. One unit of worth is an ordinary soldier of one's own, home; pressure, trust, patience, cover, " +
        `acceptance and weights of dates are shares from 0 to 1. Here are ${standingOfFigures(this.#scenario)}.`,
      { width: this.#width },
    );
  }

  /** What the scenario is for. The rest of what a teacher is told is `formatLesson`'s. */
  lesson(): string[] {
    const { teaching } = this.#scenario;
    if (!teaching) return [];
    const aims = teaching.aims.map(aim => wrap(`- ${aim}`, { width: this.#width, indent: 2, hanging: 4 }));
    return [['FOR A LESSON', ...aims, this.#figure('minutes a table', teaching.minutes)].join('\n')];
  }

  parties(): string[] {
    const texts = this.#scenario.parties.map(party =>
      [
        this.#heading(
          `${party.name} (${party.id}), in running text ${party.capital}; standard negotiator: ${party.seat}`,
        ),
        this.#figure('pressure', party.pressure),
        this.#figure('reluctance', party.reluctance),
        this.#figure('imbalance', party.imbalance),
        this.#figure('precedent', party.precedent),
        this.#figure('patience', party.patience),
        ...(party.parole ? [this.#line('Its law lets its people give parole (GC III art. 21).')] : []),
      ].join('\n'),
    );
    return ['PARTIES', ...texts];
  }

  groups(): string[] {
    return ['GROUPS', ...this.#scenario.groups.map(group => this.#group(group))];
  }

  #group(group: Group): string {
    const { parties, groups } = this.#scenario;
    const ill = groups.find(candidate => candidate.id === group.whenIll);
    return [
      this.#heading(`${group.name} (${group.id})`),
      this.#line(
        `${leadingPossessive(parties[group.home].name)} people, held by ${the(parties[group.holder].name)}; ${STANDING_WORDS[group.standing]}.`,
      ),
      this.#line(group.about),
      ...this.#specialCases(group),
      ...(ill ? [this.#line(`Those who fall seriously ill pass to: ${ill.name}.`)] : []),
      this.#figure('held', group.held),
      ...(group.heldSince ? [heldSinceText('taken', group.heldSince, this.#scenario, this.#width)] : []),
      this.#figure('worth', group.worth),
      this.#figure('salience', group.salience),
      this.#figure('grip', group.grip),
      ...(group.consent ? [this.#figure('wish to go home now', group.consent)] : []),
      ...(group.prosecuted ? [this.#figure('under prosecution', group.prosecuted)] : []),
    ].join('\n');
  }

  #specialCases({ custody, setApartBy }: Group): string[] {
    return [
      ...(custody === 'unit'
        ? [this.#line('In fact held by a unit and not by the State (GC III art. 12).')]
        : []),
      ...(setApartBy
        ? [
            this.#line(
              `Set apart by ${setApartBy}, which is no ground to keep anybody back (GC III art. 16).`,
            ),
          ]
        : []),
    ];
  }

  between(): string[] {
    const { trust, capacity, stages, arranging, hostilitiesEnd } = this.#scenario;
    return [
      'BETWEEN THE PARTIES',
      [
        this.#figure('trust', trust),
        this.#figure('people a hand-over', capacity),
        ...(stages ? [this.#figure('hand-overs for a deal', stages)] : []),
        this.#figure('days to arrange one', arranging),
        ...(hostilitiesEnd === undefined
          ? []
          : [
              this.#line(
                `Active hostilities end on ${formatDate(this.#scenario, hostilitiesEnd)} (day ${hostilitiesEnd}).`,
              ),
            ]),
      ].join('\n'),
    ];
  }

  captures(): string[] {
    const { captures, captureRates } = this.#scenario;
    const scheduled = captures.map(capture =>
      [
        this.#heading(`${formatDate(this.#scenario, capture.day)} (day ${capture.day}): ${capture.title}`),
        ...(capture.total ? [this.#figure('all together', capture.total.people)] : []),
        ...capture.groups.map(({ group, people }) => this.#figure(group, people)),
        ...(capture.total ? [this.#line(`The rest: ${capture.total.rest}.`)] : []),
      ].join('\n'),
    );
    const byChance = captureRates.map(rate =>
      [
        this.#heading(
          `By chance: ${rate.name}, ${dateOf(this.#scenario, rate.fromDay)} to ${dateOf(this.#scenario, rate.toDay)}`,
        ),
        this.#figure('people a week', rate.perWeek),
        this.#figure('people at once', rate.batch),
        ...rate.mix.map(({ group, weight }) => this.#figure(`weight of ${group}`, weight)),
      ].join('\n'),
    );
    return ['CAPTURES', ...scheduled, ...byChance];
  }

  occasions(): string[] {
    const { occasions } = this.#scenario;
    if (occasions.length === 0) return [];
    const texts = occasions.map(occasion =>
      [
        this.#heading(`${formatDate(this.#scenario, occasion.day)} (day ${occasion.day}): ${occasion.name}`),
        this.#figure('weight', occasion.weight),
      ].join('\n'),
    );
    return ['DATES THAT MATTER', ...texts];
  }

  mediators(): string[] {
    const { mediators, parties } = this.#scenario;
    if (mediators.length === 0) return [];
    const texts = mediators.map(mediator =>
      [
        this.#heading(`${mediator.name} (${mediator.id}), ${ROLE_WORDS[mediator.role]}`),
        this.#line(mediator.about),
        ...(mediator.hosts ? [this.#line('Takes people in until the end, as a neutral country.')] : []),
        ...(mediator.guarantees
          ? [this.#line('Vouches for hand-overs: nobody crosses unless both come.')]
          : []),
        this.#figure('cover', mediator.cover),
        this.#figure(`accepted by ${parties[0].capital}`, mediator.acceptance[0]),
        this.#figure(`accepted by ${parties[1].capital}`, mediator.acceptance[1]),
      ].join('\n'),
    );
    return ['MEDIATORS', ...texts];
  }

  injects(): string[] {
    const { injects } = this.#scenario;
    if (injects.length === 0) return [];
    const texts = injects.map(inject =>
      [
        this.#heading(`${this.#nameOf(inject)} (${inject.id}), ${this.#whenOf(inject)}`),
        ...(toldAlone(inject.effects) === null ? [this.#line(inject.text)] : []),
        ...this.#effects(inject),
      ].join('\n'),
    );
    return ['NEWS FROM OUTSIDE', ...texts];
  }

  /** What one delegation alone is told is as confidential as its brief. */
  #nameOf({ title, effects }: Inject): string {
    const alone = toldAlone(effects);
    return alone === null ? title : `For the delegation of ${this.#scenario.parties[alone].capital} alone`;
  }

  #whenOf({ day, chance }: Inject): string {
    if (day !== undefined) return `${formatDate(this.#scenario, day)} (day ${day})`;
    if (!chance) return 'when a teacher brings it';
    return `by chance, ${dateOf(this.#scenario, chance.fromDay)} to ${dateOf(this.#scenario, chance.toDay)}`;
  }

  #effects({ chance, effects }: Inject): string[] {
    return [
      ...(chance ? [this.#figure('chance a day', chance.perDay)] : []),
      ...effects.flatMap(effect => this.#effect(effect)),
    ];
  }

  #effect(effect: Effect): string[] {
    const { parties, mediators } = this.#scenario;
    switch (effect.kind) {
      case 'captured':
        return effect.groups.map(({ group, people }) => this.#figure(`captured ${group}`, people));
      case 'pressure':
        return [this.#figure(`pressure on ${parties[effect.party].capital}`, effect.strength)];
      case 'trust':
        return [this.#figure('trust', effect.share)];
      case 'halt':
        return [this.#figure('days of delay', effect.days)];
      case 'internmentEnds':
        return [
          this.#line(`People of ${parties[effect.party].capital} interned in a neutral country go home.`),
          this.#figure('trust lost', effect.trustLost),
        ];
      case 'mediator':
        return [
          this.#line(`Brings to the table: ${mediators.find(({ id }) => id === effect.mediator)?.name}.`),
        ];
      case 'instruct':
        return [this.#line(`New instructions for ${parties[effect.party].capital}, in confidence.`)];
    }
  }

  sources(): string {
    const texts = this.#scenario.sources.map(source => {
      const title = wrap(sourceText(source), { width: this.#width, indent: 2, hanging: 4 });
      return `${title}\n    ${source.url}`;
    });
    return texts.length === 0
      ? 'SOURCES\n  None: nothing here is reported.'
      : ['SOURCES', ...texts].join('\n');
  }

  #heading(text: string): string {
    return wrap(text, { width: this.#width, hanging: 4 });
  }

  #line(text: string, indent = 2): string {
    return wrap(text, { width: this.#width, indent });
  }

  #figure(name: string, figure: Figure): string {
    return figureText(name, figure, this.#width);
  }
}

const ROLE_WORDS = {
  mediator: 'proposes terms of its own',
  intermediary: 'carries messages and witnesses, proposes no terms',
} as const;
