import type { Figure } from './figure.ts';
import { NewsReader } from './news-reader.ts';
import type { Path } from './place.ts';
import type { References } from './references.ts';
import type {
  CaptureRate,
  Group,
  HeldSince,
  Mediator,
  Occasion,
  Party,
  PerParty,
  Scenario,
  ScheduledCapture,
  Teaching,
} from './scenario.ts';
import { daysBetween } from './scenario.ts';
import type { ScenarioFile } from './schema.ts';

/** The second level of trust: what the schema cannot see, references between the parts. */
export class Reader {
  readonly #file: ScenarioFile;
  readonly #refer: References;
  readonly #news: NewsReader;

  constructor(refer: References) {
    this.#file = refer.file;
    this.#refer = refer;
    this.#news = new NewsReader(refer);
  }

  read(): Scenario {
    const file = this.#file;
    const days = this.#refer.days();
    const groups = Object.entries(file.groups).map(([id, group]) => this.#group(id, group));
    this.#checkGroups(groups);
    return {
      id: this.#refer.id,
      title: file.title,
      summary: file.summary,
      background: this.#refer.attachment(file.background, ['background']),
      begins: file.begins,
      days,
      parties: this.#parties(),
      groups,
      lawOfWar: file['law-of-war'],
      ...(file['law-note'] === undefined ? {} : { lawNote: file['law-note'] }),
      ...(file['hostilities-end'] === undefined
        ? {}
        : { hostilitiesEnd: this.#refer.day(file['hostilities-end'], ['hostilities-end']) }),
      trust: this.#refer.figure(file.trust, ['trust']),
      capacity: this.#refer.figure(file.capacity, ['capacity']),
      ...(file.stages === undefined ? {} : { stages: this.#refer.figure(file.stages, ['stages']) }),
      ...(file.place === undefined ? {} : { place: file.place }),
      arranging: this.#refer.figure(file.arranging, ['arranging']),
      captures: file.captures.map((capture, index) => this.#capture(capture, ['captures', index])),
      captureRates: file['capture-rates'].map((rate, index) => this.#captureRate(rate, index, days)),
      occasions: file.occasions.map((occasion, index) => this.#occasion(occasion, index)),
      mediators: Object.entries(file.mediators).map(([id, mediator]) => this.#mediator(id, mediator)),
      injects: Object.entries(file.injects).map(([id, inject]) => this.#news.inject(id, inject)),
      ...(file.teaching === undefined ? {} : { teaching: this.#teaching(file.teaching) }),
      sources: Object.entries(file.sources).map(([id, source]) => ({ id, ...source })),
    };
  }

  #teaching({ afterwards, hints, ...teaching }: NonNullable<ScenarioFile['teaching']>): Teaching {
    return {
      ...teaching,
      minutes: this.#refer.figure(teaching.minutes, ['teaching', 'minutes']),
      ...(hints === undefined ? {} : { hints }),
      ...(afterwards === undefined ? {} : { afterwards }),
    };
  }

  #parties(): PerParty<Party> {
    const entries = Object.entries(this.#file.parties);
    const parties = entries.map(([id, party]): Party => {
      const figure = (key: 'pressure' | 'reluctance' | 'imbalance' | 'precedent' | 'patience') =>
        this.#refer.figure(party[key], ['parties', id, key]);
      return {
        id,
        name: party.name,
        capital: party.capital,
        pressure: figure('pressure'),
        reluctance: figure('reluctance'),
        imbalance: figure('imbalance'),
        precedent: figure('precedent'),
        patience: figure('patience'),
        parole: party.parole,
        brief: this.#refer.attachment(party.brief, ['parties', id, 'brief']),
        seat: this.#refer.seat(party.seat, ['parties', id, 'seat']),
        instructions: this.#news.instructions(
          party.instructions,
          ['parties', id, 'instructions'],
          this.#refer.partyIds.indexOf(id),
        ),
      };
    });
    const [first, second] = parties;
    if (first && second && first.name === second.name) {
      this.#refer.report(
        ['parties', second.id, 'name'],
        `expected another name than that of "${first.id}": "${first.name}"`,
      );
    }
    if (parties.length !== 2) this.#refer.report(['parties'], `expected two parties, got ${parties.length}`);
    // With a problem reported the scenario is thrown away, so the stand-in is never seen.
    return [first, second ?? first] as [Party, Party];
  }

  #group(id: string, group: ScenarioFile['groups'][string]): Group {
    const path = ['groups', id];
    const home = this.#refer.party(group.home, [...path, 'home']);
    const holder = this.#refer.party(group.holder, [...path, 'holder']);
    if (group.home === group.holder) {
      this.#refer.report(
        [...path, 'holder'],
        `expected the other party: "${group.holder}" cannot hold its own people`,
      );
    }
    const figure = (key: 'held' | 'worth' | 'salience' | 'grip') =>
      this.#refer.figure(group[key], [...path, key]);
    return {
      id,
      name: group.name,
      ...(group.short === undefined ? {} : { short: group.short }),
      home,
      holder,
      standing: group.standing,
      about: group.about,
      held: figure('held'),
      ...this.#heldSince(group['held-since'], [...path, 'held-since']),
      worth: figure('worth'),
      salience: figure('salience'),
      grip: figure('grip'),
      custody: group.custody,
      ...(group.consent === undefined
        ? {}
        : { consent: this.#refer.figure(group.consent, [...path, 'consent']) }),
      ...(group.prosecuted === undefined
        ? {}
        : { prosecuted: this.#refer.figure(group.prosecuted, [...path, 'prosecuted']) }),
      ...(group['set-apart-by'] === undefined ? {} : { setApartBy: group['set-apart-by'] }),
      ...(group['when-ill'] === undefined ? {} : { whenIll: group['when-ill'] }),
    };
  }

  #heldSince(given: ScenarioFile['groups'][string]['held-since'], path: Path): Pick<Group, 'heldSince'> {
    if (given === undefined) return {};
    const { begins } = this.#file;
    const { from, to = from, reason } = given;
    if (to > begins) {
      const at = given.to === undefined ? 'from' : 'to';
      this.#refer.report(
        [...path, at],
        `expected a date up to ${begins}, when the campaign begins, got "${to}"`,
      );
    }
    const heldSince: HeldSince = {
      fromDay: daysBetween(begins, from),
      toDay: daysBetween(begins, to),
      claims: this.#refer.claims(given, path),
      ...(reason === undefined ? {} : { reason }),
    };
    return { heldSince };
  }

  #checkGroups(groups: readonly Group[]): void {
    for (const party of this.#refer.partyIds) {
      if (!groups.some(group => this.#refer.partyIds[group.holder] === party)) {
        this.#refer.report(['groups'], `expected at least one group held by "${party}"`);
      }
    }
    for (const group of groups) {
      if (group.whenIll !== undefined) this.#checkWhenIll(group, group.whenIll, groups);
    }
  }

  #checkWhenIll(group: Group, whenIll: string, groups: readonly Group[]): void {
    const path = ['groups', group.id, 'when-ill'];
    const to = groups.find(candidate => candidate.id === this.#refer.groupId(whenIll, path));
    if (to && (to.standing !== 'wounded' || to.home !== group.home)) {
      this.#refer.report(path, `expected a group of wounded people of the same home party, got "${to.id}"`);
    }
    if (group.standing !== 'tradeable')
      this.#refer.report(path, 'expected only in a group that is tradeable', 'key');
  }

  #capture(capture: ScenarioFile['captures'][number], path: Path): ScheduledCapture {
    const { total, rest } = capture;
    if ((total === undefined) !== (rest === undefined)) {
      this.#refer.report(
        path,
        'expected `total` and `rest` together: how many in all, and of which group the others are',
      );
    }
    return {
      day: this.#refer.day(capture.date, [...path, 'date']),
      title: capture.title,
      groups: Object.entries(capture.groups).map(([group, people]) => ({
        group: this.#refer.groupId(group, [...path, 'groups', group], 'key'),
        people: this.#refer.figure(people, [...path, 'groups', group]),
      })),
      ...(total === undefined || rest === undefined
        ? {}
        : {
            total: {
              people: this.#refer.figure(total, [...path, 'total']),
              rest: this.#refer.groupId(rest, [...path, 'rest']),
            },
          }),
    };
  }

  #captureRate(rate: ScenarioFile['capture-rates'][number], index: number, days: number): CaptureRate {
    const path = ['capture-rates', index];
    const fromDay = rate.from === undefined ? 0 : this.#refer.day(rate.from, [...path, 'from']);
    const toDay = rate.to === undefined ? days : this.#refer.day(rate.to, [...path, 'to']);
    if (toDay < fromDay)
      this.#refer.report([...path, 'to'], `expected a date not before from, got "${rate.to}"`);
    const mix = Object.entries(rate.mix).map(([group, weight]) => ({
      group: this.#refer.groupId(group, [...path, 'mix', group], 'key'),
      weight: this.#refer.figure(weight, [...path, 'mix', group]),
    }));
    if (!mix.some(({ weight }) => weight.best > 0)) {
      this.#refer.report([...path, 'mix'], 'expected at least one group with a weight above 0');
    }
    return {
      name: rate.name,
      perWeek: this.#refer.figure(rate['per-week'], [...path, 'per-week']),
      batch: this.#refer.figure(rate.batch, [...path, 'batch']),
      fromDay,
      toDay,
      mix,
    };
  }

  #occasion(occasion: ScenarioFile['occasions'][number], index: number): Occasion {
    return {
      day: this.#refer.day(occasion.date, ['occasions', index, 'date']),
      name: occasion.name,
      weight: this.#refer.figure(occasion.weight, ['occasions', index, 'weight']),
    };
  }

  #mediator(id: string, mediator: ScenarioFile['mediators'][string]): Mediator {
    const path = ['mediators', id];
    for (const party of Object.keys(mediator.acceptance))
      this.#refer.party(party, [...path, 'acceptance', party], 'key');
    const acceptance = this.#refer.partyIds.slice(0, 2).map(party => {
      const given = Object.hasOwn(mediator.acceptance, party) ? mediator.acceptance[party] : undefined;
      if (!given) this.#refer.report([...path, 'acceptance'], `expected an entry for "${party}"`);
      return this.#refer.figure(given ?? { value: 0, reason: 'missing' }, [...path, 'acceptance', party]);
    });
    return {
      id,
      name: mediator.name,
      about: mediator.about,
      role: mediator.role,
      hosts: mediator.hosts,
      guarantees: mediator.guarantees,
      cover: this.#refer.figure(mediator.cover, [...path, 'cover']),
      acceptance: acceptance as [Figure, Figure],
    };
  }
}
