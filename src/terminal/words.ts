import type { Captivity } from '../analysis/captivity.ts';
import type { Label } from '../analysis/coach-verdict.ts';
import type { Coverage, MoveType, Publicity } from '../campaign/event.ts';
import { counted, countedDays, countedPeople, formatCount } from '../report/people.ts';
import { worth as inTenths } from '../report/worth.ts';
import { leading, the } from '../scenario/article.ts';
import type { Range } from '../scenario/figure.ts';
import { LONGEST_SEED } from './seed.ts';

/*
 * Every word the app shows, apart from what scenarios, negotiators and rules say of themselves:
 * another language is another file like this one. Functions where a sentence has parts that vary.
 * Both sides are described with the same words.
 */

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** "14 Aug" of an ISO date. */
export function shortDate(iso: string): string {
  const [, month = '1', day = '1'] = iso.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}`;
}

/** "Wed 14 Aug 2024" of an ISO date. */
export function longDate(iso: string): string {
  return `${WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()]} ${shortDate(iso)} ${iso.slice(0, 4)}`;
}

export const count = formatCount;

/** Worth units, always with a sign where `signed`: a gain and a loss must not look alike. */
export function worth(value: number, signed = false): string {
  const rounded = Math.round(value * 10) / 10;
  const text = inTenths(Math.abs(rounded));
  return rounded < 0 ? `-${text}` : signed && rounded > 0 ? `+${text}` : text;
}

/** The values beside a scale, with as many digits as it takes to tell them from one another; three at most. */
export function scaleLabels(values: readonly number[]): string[] {
  const digits = [1, 2, 3].find(
    many => new Set(values.map(value => value.toFixed(many))).size === values.length,
  );
  return values.map(value => (digits === undefined || digits === 1 ? worth(value) : inTenths(value, digits)));
}

export function worthRange({ low, high }: Range, signed = false): string {
  const [from, to] = [worth(low, signed), worth(high, signed)];
  return from === to ? from : `${from} to ${to}`;
}

export function share(value: number): string {
  return value.toFixed(2);
}

export const people = countedPeople;

export const days = countedDays;

function peopleRange(low: number, high: number): string {
  if (low === high) return people(low);
  return low === 0 ? `up to ${people(high)}` : `${count(low)} to ${people(high)}`;
}

/** A count of people within a sentence. */
function orNobody(number: number): string {
  return number === 0 ? 'nobody' : count(number);
}

/** Who was taken prisoner, after the title of the news where there is one. */
function titled(title: string | undefined, text: string): string {
  return title === undefined ? text.charAt(0).toUpperCase() + text.slice(1) : `${title}: ${text}`;
}

/** A day by which something has to be done, and how far off it is. */
function by(date: string, left: number): string {
  return left === 0 ? 'by today' : `by ${date} (${days(left)})`;
}

/** Somebody as the subject of a sentence: "You" takes another form of the verb than a name. */
export interface Subject {
  readonly name: string;
  readonly you: boolean;
}

function does(subject: Subject, you: string, name: string): string {
  return subject.you ? `You ${you}` : `${leading(subject.name)} ${name}`;
}

function whom(subject: Subject): string {
  return subject.you ? 'you' : subject.name;
}

export const general = {
  nothing: (key: string) => `"${key}" does nothing here; ? shows the keys`,
  keyNames: { ' ': 'Space', enter: 'Enter', tab: 'Tab', backspace: 'Backspace' } as Readonly<
    Record<string, string>
  >,
  name: 'Parley',
  more: (from: number, to: number, of: number) =>
    `   ${from} to ${to} of ${of}: arrows, PgUp and PgDn scroll`,
  tooSmall: (columns: number, rows: number) =>
    `Enlarge it: Parley needs 60 x 20, this is ${columns} x ${rows}. q leaves.`,
  person: 'a person',
  unsaved: (line: string) => `Not saved: ${line}`,
  back: 'Esc back',
} as const;

export const start = {
  about: [
    'A simulator of prisoner-exchange negotiations.',
    "Two parties hold each other's people. Day by day they may propose talks, check lists, make offers and bring people home, or not. Every count is people.",
    'It explains and teaches; it does not predict, and it takes no side.',
  ],
  newcomers: 'New here? f takes the first steps: a small campaign, told step by step.',
  game: 'A new campaign',
  campaign: (begins: string, number: number, sources: number) =>
    `${days(number)} from ${begins.replace(/^\w+ /, '')}; ${sources === 0 ? 'invented, no sources' : counted(sources, 'source')}`,
  more: (number: number) => `${number} more: arrows go on`,
  resume: 'Go on with one that was not finished',
  resumed: (title: string, day: number, seats: string, seed: string) =>
    `${title}, day ${day}, ${seats}, seed ${seed}`,
  side: 'Whom do you speak for?',
  sideOf: (capital: string, other: string) => `You decide for ${capital}, a negotiator for ${other}`,
  withCapital: (party: string, capital: string) => `${party} (${capital})`,
  mediators: (names: readonly string[]) => names.map(the).join(', '),
  details: { between: 'Between', held: 'Held', through: 'Through', sources: 'Sources' } as const,
  heldBy: (party: string, groups: readonly string[]) =>
    `by ${the(party)}: ${groups.length === 0 ? 'nobody at first' : groups.join(', ')}`,
  sourceOf: (publisher: string, title: string) => `${publisher}: ${title}`,
  moreSources: (number: number) => `and ${count(number)} more`,
  both: 'Both',
  bothAbout: 'You decide for each side in turn, knowing what it may know',
  none: 'Nobody',
  noneAbout: 'You watch two negotiators, and see the true numbers',
  mediator: 'Whoever mediates',
  mediatorBrief: 'Two negotiators talk; you propose texts to both',
  mediatorAbout:
    'You see what both sides tell a mediator, and no more. As long as no mediator is at the table, you wait.',
  mediatorSeat: 'Mediator: you',
  opponent: (name: string) => `Who decides for ${the(name)}?`,
  standard: 'Usual here.',
  source: (citation: string) => `After: ${citation}`,
  ready: 'Ready to begin',
  scenario: 'Scenario',
  seats: 'Seats',
  seed: 'Seed',
  seedAbout: 'The same seed, seats and moves give the same campaign again, on every machine.',
  seedRule: `A seed: up to ${LONGEST_SEED} letters, digits, . _ or -, a letter or a digit first`,
  seedHint: 'Type to change the seed; Enter begins',
  readyHint: 'Enter begins   Esc back   letters, digits and Backspace change the seed',
  days: (from: string, to: string, number: number) => `${from} to ${to}, ${days(number)}`,
  against: (first: string, second: string) => `${first} : ${second}`,
  you: 'you',
  hint: 'Enter next   Esc back   f first steps   q leave   arrows or j k choose   ? help',
  firstHint: 'Enter next   f first steps   q leave   arrows or j k choose   S settings   ? help',
  noRecord: 'No record can be written',
  notTakenUp: (why: string) => `This record cannot be taken up: ${why}`,
  playUnrecorded: 'Play without a record: nothing of it can be taken up again',
} as const;

export const phases: Readonly<Record<string, string>> = {
  apart: 'No mediator is at the table',
  'initiation.standoff': 'No talks. Either side may propose them',
  'initiation.overture': 'Talks are proposed',
  'preparation.lists': 'Both sides list whom they hold',
  'preparation.verification': 'The lists are being checked, name by name',
  'rounds.open': 'Talks: nothing is on the table',
  'rounds.singleText': "Talks: the mediator's text is on the table",
  'handOver.arranging': 'Agreed: the hand-over is being arranged',
  'handOver.transfer': 'The hand-over: each side brings whom it promised',
  'handOver.completed': 'The exchange is complete',
  suspension: 'Talks are suspended',
  concluded: 'The campaign is over',
};

/** The phases as stations of a track. */
export const track = {
  here: '●',
  there: '○',
  stations: {
    silence: 'Silence',
    asked: 'Asked',
    preparation: 'Preparation',
    lists: 'Lists',
    checks: 'Checks',
    offers: 'Offers',
    agreed: 'Agreed',
    handOver: 'Hand-over',
  },
  suspended: 'Suspended',
} as const;

/** The campaign day by day, as a picture. */
export const courseChart = {
  title: (subject: Subject) =>
    `The course: ${subject.you ? 'your leverage' : `leverage of ${subject.name}`} by day`,
  axis: { top: '1 ahead', middle: '0.5 even', bottom: '0 behind' },
  captured: (name: string, room: number) => {
    const full = `Captured, ${name}`;
    return full.length <= room ? full : name;
  },
  home: 'Home',
  talks: 'Talks',
  signs: { exchange: 'E', broken: 'B', release: 'r' },
  /** How far talks came, each by the beginning of its phases, the later the further. */
  stages: [
    ['suspension', 'x'],
    ['initiation.overture', '·'],
    ['preparation', '─'],
    ['rounds', '━'],
    ['handOver', '▀'],
  ] as const,
  /** What the signs mean, the least clear by themselves first. */
  legend: [
    '▃ captured',
    '· asked',
    '─ lists',
    '━ offers',
    '▀ agreed',
    'x suspended',
    'E exchange',
    'B broken off',
    'r release',
  ],
} as const;

/** What the phase sentence goes on with, where more can be said. */
export const phaseMore = {
  overture: (by: Subject) => `${does(by, 'proposed', 'proposed')} talks`,
  awaited: (from: Subject) => (from.you ? 'to be answered' : 'an answer is awaited'),
  by,
  due: (date: string, left: number) => `due ${by(date, left)}`,
  dealDue: (date: string, left: number) => `agree ${by(date, left)}`,
  until: (date: string, left: number) => `until ${date} (${days(left)})`,
  set: (date: string, left: number) => `it is set for ${date} (in ${days(left)})`,
  halted: (date: string, left: number) => `halted until ${date} (${days(left)})`,
  /** Without how many days are left: the date says it too. */
  withoutDays: (text: string) => text.replace(/ \((in )?[\d,]+ days?\)/g, ''),
  resumable: 'they may be resumed',
  brokenOff: (by: Subject, breach: boolean) =>
    breach ? `${whom(by)} broke the agreement` : `${whom(by)} walked out`,
  offerOf: (by: Subject) =>
    by.you ? 'Talks: your offer waits for an answer' : `Talks: an offer from ${the(by.name)} is on the table`,
  offerInBrief: (by: Subject) => (by.you ? 'Your offer waits for an answer' : `Offer of ${the(by.name)}`),
  accepted: (by: Subject) => `${whom(by)} accepted it`,
} as const;

/** How likely the other side is thought to accept somebody as a mediator. */
function acceptance(chance: number): string {
  if (chance >= 1) return 'The other side is sure to accept it.';
  if (chance <= 0) return 'The other side is sure to turn it down.';
  return `The other side is thought to accept it in ${Math.round(chance * 100)} of 100 cases.`;
}

/** Key and name of each move, in menus. */
export const moves: Readonly<Record<MoveType, { readonly key: string; readonly name: string }>> = {
  wait: { key: 'w', name: 'Wait' },
  publicise: { key: 'p', name: 'Speak in public' },
  release: { key: 'u', name: 'Release unasked' },
  proposeTalks: { key: 't', name: 'Propose talks' },
  agree: { key: 'y', name: 'Agree to talk' },
  decline: { key: 'n', name: 'Decline' },
  submitList: { key: 's', name: 'Submit a list' },
  strikeNames: { key: 'x', name: 'Strike names' },
  askVisits: { key: 'v', name: 'Ask for visits' },
  offer: { key: 'o', name: 'Make an offer' },
  accept: { key: 'y', name: 'Accept' },
  refuse: { key: 'n', name: 'Refuse' },
  callMediator: { key: 'c', name: 'Call a mediator' },
  walkOut: { key: 'z', name: 'Walk out' },
  handOver: { key: 'y', name: 'Hand over' },
  withhold: { key: 'n', name: 'Withhold' },
  resume: { key: 't', name: 'Resume talks' },
};

export const board = {
  seed: (seed: string) => `seed ${seed}`,
  day: (day: number, of: number) => `day ${day} of ${of}`,
  toMove: (name: string) => `${name} to move`,
  truth: '(true numbers)',
  watching: 'You watch. The numbers are true; neither side knows all of them.',
  viewOf: (name: string) => `(as ${the(name)} sees it)`,
  youAgainst: (party: string, negotiator: string) => `you: ${party}, against ${negotiator}`,
  youPlay: (party: string) => `you: ${party}`,
  youBoth: 'you: both sides',
  youMediateAll: 'you mediate',
  watched: (first: string, by: string, second: string, against: string) =>
    `${first}: ${by}, ${second}: ${against}`,
  toldToMediator: '(as told to a mediator)',
  youMediate: (first: string, by: string, second: string, against: string) =>
    `you mediate; ${first}: ${by}, ${second}: ${against}`,
  listedBy: (name: string) => `${leading(name)} holds, as reported`,
  listedInBrief: (name: string) => `${name} reports`,
  youHold: 'You hold',
  holds: (name: string) => `${leading(name)} holds`,
  yoursHeldBy: (name: string) => `Yours, held by ${the(name)}`,
  heldBy: (people: string, holder: string) => `Of ${the(people)}, held by ${the(holder)}`,
  /** The same where the numbers are those of a list that nobody has seen to be true. */
  lists: (name: string) => `${leading(name)} lists`,
  yoursListedBy: (name: string) => `Yours, listed by ${the(name)}`,
  listedOf: (people: string, holder: string) => `Of ${the(people)}, listed by ${the(holder)}`,
  range: ['low', 'best', 'high'] as const,
  heldFor: { middle: 'days', longest: 'longest' } as const,
  owed: 'owed',
  moreGroups: (number: number) => `${number} more; 2 shows all`,
  balance: (subject: Subject, standing: string, since: string) =>
    `The balance: ${subject.you ? '' : `${subject.name} `}${standing} since ${since}`,
  balanceInShort: (subject: Subject, standing: string, since: string) =>
    `${whom(subject)} ${standing} since ${since}`,
  pressureOf: (subject: Subject) => `Pressure on ${whom(subject)}`,
  quarters: ['low', 'moderate', 'high', 'very high'] as const,
  trust: 'Trust',
  leverage: (subject: Subject) => (subject.you ? 'Your leverage' : `Leverage of ${subject.name}`),
  estimate: 'as you see it',
  behind: 'behind',
  even: 'even',
  ahead: 'ahead',
  /** The most telling first, parted by two blanks or more: what finds no room is left out. */
  inBrief: (own: string, theirs: string, trust: string, leverage: string) =>
    `Pressure ${own} : ${theirs}   leverage ${leverage}   trust ${trust}`,
  listedBySide: (holder: Subject) => `Listed by ${the(holder.name)}`,
  heldBySide: (holder: Subject) => `Held by ${holder.you ? 'you' : the(holder.name)}`,
  heldInBrief: (first: string, own: string, second: string, theirs: string) =>
    `${first} ${own}   ${second} ${theirs}`,
  talks: 'The talks',
  talksInBrief: 'Talks',
  lately: 'What happened',
  latelyMore: (number: number) => `What happened; ${count(number)} more on page 4`,
  nothing: 'Nothing yet.',
  moves: (subject: Subject) => (subject.you ? 'Your move' : `${subject.name} to move`),
  over: 'The campaign is over',
  auto: (pace: number) =>
    `Going on by itself, ${days(pace)} a second: + and - change it, any other key stops`,
  hint: 'space day   e next event   q quit   2-5 pages   b rewind   g go on   ? help',
  bothHint: 'space day   e event   q quit   2-5 pages   b rewind   i injects   g go on   ? help',
  withHints: (keys: string) => keys.replace('   ? help', '   a hint   ? help'),
  overNotice: 'The campaign is over: d opens the debrief',
  overHint: 'd debrief   s start   b rewind   q quit   2-5 pages   v whose eyes   ? help',
  watchHint: 'space day   e event   g go on   q quit   2-5 pages   v eyes   b rewind   ? help',
  watchInjectHint:
    'space day   e event   g go on   q quit   2-5 pages   i injects   v eyes   b rewind   ? help',
  readHint: 'left right day   e event   q quit   2-5 pages   g go on   v eyes   , . step   ? help',
  backHint: 'left right day   Esc to today   Enter play on from here   2-5 pages   ? help',
  reading: (step: number, of: number) => `Reading a record: event ${step} of ${of}`,
  lookingBack: (day: number, last: number) => `Looking back at day ${day}; you have played to day ${last}`,
  reason: 'Other pages: 1 board, 2 people, 3 talks, 4 days, 5 briefs',
  signs: 'E exchange   B broken off   o a date that matters   ┃ today',
  duty: 'The people you promised are due at the hand-over: hand over or withhold first',
  due: (what: 'proposal' | 'list' | 'offer', by: string) => {
    const awaited = {
      proposal: 'Their proposal awaits your answer',
      list: 'Your list is awaited',
      offer: 'The offer awaits your answer',
    };
    return `${awaited[what]}${by === '' ? '' : ` ${by}`}; Wait passes a day`;
  },
  stopped: 'Stopped: something happened that concerns you',
  lawAhead: (date: string, left: number, saw: readonly string[], article: string) =>
    `! In ${days(left)}, on ${date}, it will be found: ${saw.join('; ')} (${article}). They can be released unasked.`,
  stoppedForLaw: 'Stopped: the law of war will find people still held who must go home',
  quiet: (number: number) => `${days(number)} went by without anything that waits for an answer`,
  noEarlier: 'There is no earlier day yet',
  watch: 'Two negotiators',
  debriefHint: 'd opens the debrief; b goes back to an earlier day to try another way',
  eyesOf: (name: string) => `You see what ${the(name)} may know; v changes it`,
  eyesMediator: 'You see what a mediator is told; v changes it',
  eyesTruth: 'You see the true numbers; v shows what either side may know',
  refused: (entry: number, why: string) => `The rules refuse event ${entry} of this record: ${why}`,
  qLeaves: 'q leaves',
} as const;

/** The seat of whoever mediates. */
export const mediating = {
  text: { key: 'o', name: 'Propose a text' },
  pass: { key: 'w', name: 'Let the day pass' },
  yourTurn: 'You mediate: you may speak',
  waiting: 'You mediate: you wait',
  maySpeak: 'Both sides hear you today: a text of your own, or nothing.',
  apart: 'No mediator is at the table. e goes on until you may speak, two weeks at most.',
  notYet: 'You may speak once the lists are checked and the rounds have begun.',
  textOnTable: 'Your text is on the table; it waits for an answer.',
  agreed: 'There is an agreement; it is being carried out.',
  carries: 'The intermediary at the table carries messages and proposes nothing.',
  stopped: 'Stopped: you may put a text on the table',
  answers: {
    accept: (by: Subject) => `${by.name} accepts`,
    refuse: (by: Subject) => `${by.name} refuses`,
    offer: (by: Subject) => `${by.name} answers with an offer of its own`,
    walkOut: (by: Subject) => `${by.name} walks out`,
    silence: (by: Subject) => `${by.name} has not answered yet`,
    notAsked: (by: Subject) => `${by.name} was no longer asked`,
  },
  answered: (answers: readonly string[]) => `Your text: ${answers.join('; ')}`,
  hint: 'space day   e to your turn   q quit   2-5 pages   b rewind   g go on   ? help',
  injectHint: 'space day   e to your turn   q quit   2-5 pages   i injects   b rewind   g go on   ? help',
} as const;

/** Injects that are brought by hand. */
export const injects = {
  title: 'Bring an inject: which?',
  /** What it is called where its title would tell the other side what a capital writes to its delegation. */
  inConfidence: (capital: string, id: string) => `In confidence, for ${the(capital)}: ${id}`,
  whom: (alone: string | null) =>
    alone === null ? 'For both delegations.' : `For the delegation of ${the(alone)} alone.`,
  come: (title: string, times: number) => `${title} (has come${times > 1 ? ` ${times} times` : ''})`,
  sure: (title: string) => `Bring it now: ${title}?`,
  yes: 'Bring it',
  about: (alone: string | null) =>
    `${alone === null ? 'Both delegations hear' : `The delegation of ${the(alone)} alone hears`} of it at once. It is in the record as brought by hand.`,
  again: 'It has come before and would come once more.',
  effect: (what: string) => `What it does: ${what === '' ? 'nothing by itself; both sides read it.' : what}`,
  dated: (date: string) => `On ${date} it comes by itself as well.`,
  brought: (title: string) => `Brought by hand: ${title}`,
  captured: (groups: readonly string[]) => `People are captured: ${groups.join(', ')}`,
  pressure: (party: string, strength: number) =>
    `Pressure on ${the(party)} rises by ${percent(strength)} of what it could still rise`,
  trust: (part: number) =>
    part < 0
      ? `Trust falls by ${percent(-part)}`
      : `Trust rises by ${percent(part)} of what it could still rise`,
  halt: (number: number) => `A hand-over that is arranged waits for ${days(number)}`,
  mediator: (name: string) =>
    `${leading(name)} comes to the table, if talks are under way and both sides accept it`,
  internmentEnds: (home: string, lost: number) =>
    `People of ${the(home)} in a neutral country go home; trust falls by ${percent(lost)}`,
  instruct: (party: string, orders: readonly string[]) =>
    orders.length === 0
      ? `New orders for ${the(party)}, which only its delegation reads`
      : `New orders for ${the(party)}: ${orders.map(order => order.replace(/\.$/, '')).join('; ')}`,
} as const;

function percent(part: number): string {
  return `${Math.round(part * 100)}%`;
}

export const pages = ['Board', 'People', 'Talks', 'Days', 'Briefs'] as const;

/** What was said and done, for the list of what happened. */
export const happened = {
  captured: (home: string, low: number, high: number, title: string | undefined) =>
    titled(title, `${peopleRange(low, high)} of ${the(home)} captured`),
  heard: (home: string, low: number, high: number, title: string | undefined) =>
    titled(title, `${peopleRange(low, high)} of ${the(home)} reported captured`),
  report: (home: string) => `A press report raises the pressure in ${the(home)}`,
  ill: (number: number, holder: Subject) =>
    `${people(number)} held by ${whom(holder)} fell seriously ill and must go home`,
  died: (number: number, holder: Subject) => `${people(number)} held by ${whom(holder)} died in captivity`,
  proposed: (by: Subject, mediator: string | null, openly: boolean) =>
    `${does(by, 'propose', 'proposes')} talks${mediator === null ? '' : ` through ${the(mediator)}`}, ${openly ? 'in public' : 'quietly'}`,
  agreed: (by: Subject, mediator: string | null) =>
    `${does(by, 'agree', 'agrees')} to talk${mediator === null ? '' : ` through ${the(mediator)}`}`,
  declined: (by: Subject) => `${does(by, 'decline', 'declines')} to talk`,
  toldAlone: (title: string, capital: string) => `${title} (told to ${the(capital)} alone)`,
  lapsed: 'The proposal of talks went unanswered and has lapsed',
  list: {
    full: (by: Subject) => `${does(by, 'submit', 'submits')} a full list of people held`,
    partial: (by: Subject) => `${does(by, 'submit', 'submits')} a partial list of people held`,
    inflated: (by: Subject) => `${does(by, 'submit', 'submits')} a list that names more people than are held`,
    claimed: (by: Subject) =>
      `${does(by, 'submit', 'submits')} a list of people held that ${by.you ? 'you call' : 'it calls'} full`,
  } as const satisfies Record<Coverage | 'claimed', (by: Subject) => string>,
  struck: (by: Subject, groups: readonly string[], prosecution: boolean) =>
    `${does(by, 'strike', 'strikes')} off the list${prosecution ? ', for prosecution' : ''}: ${groups.join(', ')}`,
  visits: (by: Subject) => `${does(by, 'ask', 'asks')} for visits to the people held by the other side`,
  checking: (number: number, capacity: number) =>
    `Both lists are in: checking takes ${days(number)}; the hand-over can carry ${count(capacity)} a side`,
  listsLapsed: 'The lists were not both in; the talks ended before they began',
  checked: 'The lists are checked; offers may be made',
  offer: (by: Subject, deal: string) => `${does(by, 'offer', 'offers')}: ${deal}`,
  mediatorOffers: (name: string, deal: string) => `${leading(name)} proposes: ${deal}`,
  message: (text: string) => `"${text}"`,
  deal: (first: string, home: number, second: string, back: number) =>
    `${orNobody(home)} home to ${the(first)}, ${orNobody(back)} to ${the(second)}`,
  /** The same to one of the two sides. */
  dealToYou: (yours: number, theirs: number) =>
    `${orNobody(theirs)} of theirs home, ${orNobody(yours)} of yours`,
  owed: (number: number) => `${count(number)} of them owed`,
  interned: (number: number) => `${count(number)} of them to a neutral country`,
  parole: 'on parole',
  accepted: (by: Subject) => `${does(by, 'accept', 'accepts')}`,
  agreement: (deal: string) => `Agreed: ${deal}`,
  refused: (by: Subject) => `${does(by, 'refuse', 'refuses')} the offer`,
  mediatorCame: (by: Subject, name: string) => `${does(by, 'call', 'calls')} ${the(name)}, whom both accept`,
  mediatorTurnedDown: (by: Subject, name: string) =>
    `${does(by, 'call', 'calls')} ${the(name)}; the other side does not accept it`,
  walkedOut: (by: Subject) => `${does(by, 'walk', 'walks')} out; talks are suspended`,
  mediatorLeft: (name: string) => `${leading(name)} leaves: its texts were set aside too often`,
  textReplaced: (name: string) => `The new offer takes the place of the text of ${the(name)}`,
  exposed: (by: Subject) =>
    `The checking shows that the list of ${by.you ? 'your side' : by.name} was not true`,
  petered: 'The talks led nowhere and have ended',
  set: (date: string, place?: string) => `The hand-over is set for ${date}${place ? `, at ${place}` : ''}`,
  accident: (date: string) => `An accident halts the hand-over: nobody travels before ${date}`,
  dayHasCome: 'The day of the hand-over has come',
  handedOver: (by: Subject, home: string) => `${does(by, 'hand', 'hands')} over: ${home}`,
  cameHome: (number: number, home: string | null) =>
    `${people(number)} home to ${home === null ? 'you' : the(home)}`,
  takenIn: (number: number) => `${people(number)} taken in by a neutral country`,
  brought: (by: Subject, number: number) =>
    `${does(by, 'bring', 'brings')} ${people(number)}, who wait for the other side to come`,
  fewer: (number: number) => `; ${count(number)} fewer than promised`,
  stageDone: 'This hand-over is done; the next one is being arranged',
  withheld: (by: Subject) =>
    `${does(by, 'withhold', 'withholds')} the people promised: the agreement is broken`,
  overdue: (by: Subject) => `The hand-over is overdue: ${whom(by)} did not bring the people promised`,
  exchanged: 'The exchange is complete',
  resumed: (by: Subject) => `${does(by, 'propose', 'proposes')} to resume the talks`,
  said: {
    appeal: (by: Subject) =>
      `${does(by, 'appeal', 'appeals')} in public for the return of ${by.you ? 'your' : 'its'} people`,
    list: (by: Subject) => `${does(by, 'publish', 'publishes')} names of people held`,
    denial: (by: Subject) =>
      `${does(by, 'deny', 'denies')} in public that some of those held are prisoners of war`,
    threat: (by: Subject) => `${does(by, 'threaten', 'threatens')} in public those held`,
    mail: (by: Subject) => `${does(by, 'keep', 'keeps')} back the letters of those held`,
  } as const satisfies Record<Publicity, (by: Subject) => string>,
  released: (by: Subject, number: number, home: string | null) =>
    `${does(by, 'release', 'releases')} ${people(number)} unasked, home to ${home === null ? 'you' : the(home)}`,
  finding: (by: Subject, title: string) => `Law of war, against ${whom(by)}: ${title}`,
  over: 'The last day has passed',
  /** What a side did again and again, where it was told the first time. */
  repeated: (text: string, times: number, last: string) =>
    `${text}; ${counted(times, 'time')} the same, the last on ${last}`,
} as const;

const besideOffer = { own: 'over your least', both: 'over their least', thought: 'gains thought' } as const;

/** In which order people of the two sides are counted; `homes`: to whose home, null for the one who reads. */
function orderOf(homes: readonly [string, string] | null): string {
  return homes === null ? 'You give : you get' : `To ${homes[0]} : to ${homes[1]}`;
}

/** Offers on the plane of what both would gain. */
export const gainPlane = {
  title: 'What the offers would gain, worth units',
  none: 'No offers in these talks yet.',
  axis: (name: string) => `gain of ${name}`,
  signs: { parties: ['x', 'o'], mediator: 'm', onTable: '@', draft: '+' } as const,
  draft: 'this one',
  several: '*',
  /** Agreements are numbered in their order; from the tenth on they share a sign. */
  number: (agreed: number) => (agreed < 10 ? String(agreed) : '#'),
  mediator: 'mediator',
  agreed: (number: number, date: string, people: string) => `${number} agreed ${date} ${people}`,
  offered: (who: string, date: string, people: string) => `${who} ${date} ${people}`,
  stack: (sign: string, names: readonly string[]) => `${sign} on one place: ${names.join('; ')}`,
  signsOf: (first: string, second: string) =>
    `x offered by ${first}, o by ${second}, m by a mediator; 1 2 3 what was agreed, whoever offered it; * several on one place. The lines are the least that each would accept: right of and above them both gain.`,
  order: (homes: readonly [string, string] | null) => `People: ${orderOf(homes)}.`,
  /** The most telling first, parted by two blanks or more. */
  inBrief: (first: string, second: string, draft: boolean) =>
    `${draft ? '+ this one  ' : ''}@ on the table  x ${first}  o ${second}  m mediator`,
} as const;

export const talksPane = {
  none: 'No talks now.',
  last: (
    when: { readonly date: string; readonly completed: boolean },
    given: number,
    got: number,
    homes: readonly [string, string] | null,
  ) => {
    const what = `${when.completed ? 'Exchange' : 'Breach'} of ${when.date}`;
    return homes === null
      ? `${what}: gave ${count(given)}, got ${count(got)}`
      : `${what}: ${count(given)} to ${homes[0]}, ${count(got)} to ${homes[1]}`;
  },
  through: (name: string) => `Mediator: ${the(name)}`,
  /** Titles of the pane that say the same, the longest first. */
  titlesThrough: (name: string) => [
    `The talks, through ${the(name)}`,
    `Talks through ${the(name)}`,
    `Talks via ${the(name)}`,
  ],
  lists: (first: Subject, own: string, second: Subject, theirs: string) =>
    `Lists: ${whom(first)} ${own}, ${whom(second)} ${theirs}`,
  listOf: {
    full: 'full',
    partial: 'partial',
    inflated: 'more than are held',
    claimed: 'said to be full',
    untrue: 'found not to be true',
    none: 'not yet',
  } as const,
  struck: (number: number, by: string) => `Struck off by ${by}: ${people(number)}`,
  struckGroups: (by: string, groups: readonly string[]) => `Struck off by ${by}: ${groups.join(', ')}`,
  visits: (by: string) => `Visits asked for by ${by}`,
  capacity: (number: number, stages: number) =>
    stages > 1
      ? `${count(number)} a side at once, ${count(number * stages)} in a deal`
      : `A hand-over carries ${count(number)} a side`,
  proposedThrough: (name: string) => `Through ${the(name)}`,
  proposedDirectly: 'Directly, with nobody between',
  proposed: (openly: boolean) => (openly ? 'Proposed in public' : 'Proposed quietly'),
  nowAndLater: (now: string, later: string) => `${now} now, ${later} at a later hand-over`,
  eachWay: (given: number, got: number) =>
    given === got ? `${count(given)} a side` : `${count(given)} : ${count(got)}`,
  apart: 'You are not at the table.',
  head: (first: Subject, second: Subject, beside: keyof typeof besideOffer | null) =>
    `${orderOf(second.you ? null : [first.name, second.name])}${beside === null ? '' : `, ${besideOffer[beside]}`}`,
  cut: '3: more',
  /** In whole units: both values have to fit where one does. */
  both: (first: number, second: number) =>
    [first, second].map(value => worth(Math.round(value), true).replace('.0', '')).join('/'),
  agreed: (given: number, got: number, homes: readonly [string, string] | null) =>
    homes === null
      ? `Agreed: you give ${count(given)}, you get ${count(got)}`
      : `Agreed: ${count(given)} to ${homes[0]}, ${count(got)} to ${homes[1]}`,
  handOver: (date: string) => `Hand-over: ${date}`,
  brought: (name: string) => `${leading(name)} brought those promised`,
  mediator: 'Mediator',
} as const;

export const choice = {
  shown: (from: number, to: number, of: number) => `${from} to ${to} of ${of}`,
  more: (from: number, to: number, of: number) => `   ${from} to ${to} of ${of}: PgDn and PgUp scroll`,
  cancel: 'Back, nothing is done',
  hint: 'Enter do it   Esc back, nothing is done   arrows or j k choose   ? help',
  propose: 'Propose talks: how?',
  direct: 'Directly',
  directAbout: 'No third party. Each capital bears the whole of what it costs to be seen to deal.',
  answerWithin: (number: number) => `They have ${days(number)} to answer.`,
  through: (name: string) => `Through ${the(name)}`,
  cover: (cover: number, accepted: number) =>
    `Takes ${percent(cover)} off what it costs each capital to be seen to deal. ${acceptance(accepted)}`,
  intermediary: 'Carries messages and witnesses; proposes nothing.',
  proposer: 'Puts a text of its own on the table after some days of rounds.',
  how: 'Quietly, or in public?',
  quietly: 'Quietly',
  quietlyAbout: 'Only the other side learns of it.',
  openly: 'In public',
  openlyAbout: 'Everybody learns that you asked.',
  publicise: 'Speak in public: what?',
  what: {
    appeal: { name: 'Appeal for your people', about: 'Raises the pressure at home to bring them back.' },
    list: {
      name: 'Publish names of those you hold',
      about: 'Their families learn who lives, and press their government. It costs trust.',
    },
    denial: {
      name: 'Deny that some you hold are prisoners of war',
      about: 'Moves their public too, and costs more trust than it can win.',
    },
    threat: {
      name: 'Threaten those you hold',
      about: 'Moves their public too, and costs more trust than it can win.',
    },
    mail: {
      name: 'Keep back the letters of those you hold',
      about: 'Moves their public too, and costs more trust than it can win.',
    },
  } as const satisfies Record<Publicity, { name: string; about: string }>,
  list: (due: string) => `Submit a list${due === '' ? '' : `, ${due}`}: how much of it?`,
  coverage: {
    full: {
      name: 'Full',
      about: 'Everybody you hold, by name. Trust grows; they know exactly whom you hold.',
    },
    partial: { name: 'Partial', about: 'Some of those you hold. Checking takes longer, trust falls.' },
    inflated: {
      name: 'More than you hold',
      about: 'Names people you do not hold. It passes for full until it is checked.',
    },
  } as const,
  call: 'Call a mediator: which?',
  accept: 'Accept this offer?',
  acceptYes: 'Accept it',
  acceptAbout: (within: number) =>
    `That binds both sides. Place and day of the hand-over are settled next; each side then has ${days(within)} to bring its people, and whoever does not breaks the agreement.`,
  acceptTextAbout: (within: number) =>
    `It binds both sides once the other accepts it too. Then place and day of the hand-over are settled; each side has ${days(within)} to bring its people, and whoever does not breaks the agreement.`,
  refuse: 'Refuse this offer?',
  refuseYes: 'Refuse it',
  refuseAbout: 'Their offer is off the table. The talks go on, and either side may make another offer.',
  refuseTextAbout: 'The text is off the table. A mediator whose texts are set aside too often leaves.',
  decline: 'Decline to talk?',
  declineYes: 'Decline',
  declineAbout: 'Their proposal is off the table. Either side may propose talks again.',
  walkOut: 'Walk out of the talks?',
  walkOutYes: 'Walk out',
  walkOutAbout: 'The offers made in these talks are gone.',
  waitOn: 'The people you promised are due. Wait a day?',
  waitOnYes: 'Wait a day; they are not brought today',
  waitOnAbout: (due: string) =>
    `If they are not brought${due === '' ? ' in time' : ` ${due}`}, the agreement is broken.`,
  handOver: 'Hand over the people who are due?',
  handOverAll: 'Bring everybody who is due',
  handOverFewer: 'Bring fewer..',
  handOverFewerAbout: 'Who is left out is missed: trust falls with their number.',
  withhold: 'Withhold the people you promised?',
  withholdYes: 'Withhold them and break the agreement',
  withholdAbout: 'The agreement is broken by you. Who has come home stays at home.',
  law: (article: string, title: string) => `! ${title} (${article})`,
  falls: (onWhom: readonly string[]) => `it falls ${onWhom.join(', ')}`,
  fallsOn: (capital: string, doing: 'offering' | 'accepting') => `on ${capital} for ${doing} it`,
  lawNote: 'The law of war does not stop you here; it will be noted.',
  sure: (what: string) => `${what}?`,
  sureYes: 'Do it; it cannot be taken back',
  trustAfter: (now: number, after: number) => `Trust: ${share(now)} now, ${share(after)} after it.`,
  suspendedFor: (date: string, number: number) => `Talks are then suspended until ${date} (${days(number)}).`,
  gone: 'They go home at once. It cannot be taken back.',
  leave: 'Leave the campaign?',
  stay: { playing: 'Go on playing', watching: 'Go on watching', over: 'Stay here' } as const,
  toStart: { going: 'Save and go to the start', over: 'To the start' } as const,
  toStartUnsaved: 'To the start; it is not saved',
  quit: { going: 'Save and quit', over: 'Quit' } as const,
  quitUnsaved: 'Quit; it is not saved',
} as const;

/** The app in lines: for screen readers, and for terminals that draw no screen. */
export const linear = {
  announced: {
    wanted:
      'Screen-reader mode: running text and numbered menus; nothing is drawn or moves. Type a number and press Enter. A question mark explains more.',
    terminal:
      'This terminal draws no screen, so Parley speaks in lines: running text and numbered menus. Type a number and press Enter. A question mark explains more.',
  } as const,
  how: 'Type the number of what you want to do and press Enter. On the board the moves are numbered from 1 and change from day to day; what can be done on any day keeps its number, from 51 on. The numbers of the debrief never change. Enter alone says again what is new; a question mark says everything. Ctrl-C or the end of input leaves; what was played is saved.',
  choose: (most: number) => (most === 1 ? 'Type 1:' : `Type 1 to ${most}:`),
  chooseAny: 'Type a number from the menu:',
  notThere: (text: string, asked: string) => `"${text}" is not in the menu. ${asked}`,
  range: (low: string, high: string) => `${low} to ${high}`,
  scale: 'from 0, all with the other side, to 1',
  wholeBoard: 'Say the whole board',
  overLeast: (value: string) => `over the least to be accepted: ${value}`,
  mediatorOffers: (deal: string) => `the mediator proposes ${deal}`,
  figures: (worth: string, salience: string, grip: string) =>
    `Worth ${worth}, salience ${salience}, grip ${grip}.`,
  page: (name: string) => `Read: ${name}`,
  day: 'Let a day pass',
  untilEvent: 'Let days pass until something concerns you',
  untilSpeak: 'Let days pass until you may speak, two weeks at most',
  back: 'Go back to an earlier day',
  injects: 'Bring an inject by hand',
  eyes: 'Look through the eyes of another side',
  notebook: 'Your notebook',
  debrief: 'Read the debrief',
  toStart: 'To the start, for another campaign',
  leave: 'Leave',
  toCampaigns: 'Back to the list of campaigns',
  firstSteps: 'First steps: a campaign that says what can be done in each phase',
  exportText: 'Write the debrief as text',
  exportHtml: 'Write the debrief as HTML',
  exportCast: 'Write the campaign as a recording of its screens',
  leaveNow: 'Leave; what was played is saved',
  toBoard: 'To the board',
  goBack: 'Back',
  goOn: 'Go on',
  begin: 'Begin',
  turnAway: (last: string) =>
    `What is said next is for this side alone. Go on once ${last} neither hears nor sees it.`,
  otherSeed: (seed: string) => `Another seed than ${seed}`,
  whichSeed: 'Type the seed:',
  nextDay: 'A day on',
  dayBefore: 'A day back',
  nextEvent: 'On to the next day on which something happened',
  lookAndSend: 'Look at it once more, and send it',
  group: (name: string, about: string, people: { readonly now: string; readonly most: string }) =>
    `${name}, ${about}: ${people.now} named, at most ${people.most}`,
  howMany: (name: string, most: number) => `How many of ${name}? 0 to ${count(most)}:`,
  template: (name: string) => `Begin with: ${name}`,
  clear: 'Clear all counts',
  neutral: (name: string, number: number) => `${name}: ${count(number)} of them to a neutral country`,
  parole: (on: boolean) => (on ? 'On parole: asked; ask no longer' : 'On parole: not asked; ask it'),
  whichMessage: 'Type the message:',
  to: (name: string) => `home to ${the(name)}`,
  dealOf: (date: string, outcome: string, people: string) => `Agreed ${date}, ${outcome}: ${people}.`,
  dealWorth: (
    capital: string,
    w: { readonly value: string; readonly least: string; readonly gain: string; readonly left: string },
  ) => `${capital}: value ${w.value}, least ${w.least}, gain ${w.gain}, left on the table ${w.left}.`,
} as const;

/** First steps, phase by phase: what can be done, and why. */
export const guide = {
  titles: {
    talks: 'First steps, 1 of 3: to the table',
    offers: 'First steps, 2 of 3: offer and counter-offer',
    handOver: 'First steps, 3 of 3: the hand-over',
    after: 'First steps: what comes after',
  } as const,
  /** Where keys are pressed. */
  keys: {
    begin:
      'Nobody talks yet. t proposes talks, through a third party or directly; quietly costs least if they decline. e lets days pass until something concerns you.',
    asked: 'Your proposal waits for an answer. Space lets a day pass.',
    answer: 'They propose talks. y agrees: that binds you to nothing yet. n declines.',
    list: 'Say whom you hold: s. A full list lets both check names, and trust grows; what a list hides comes out when it is checked. Enter chooses.',
    listed: 'Your list is in; theirs is awaited. Space lets a day pass.',
    checking: 'Both lists are being checked, name by name. e goes on until that is done.',
    offer:
      'Make an offer: o. In it p names people one for one, arrows and digits change a count, and below stands what it is worth to you and may be worth to them. Enter shows it once more before it is sent.',
    first:
      'Their first offer. Answer with a counter-offer: o. In it t begins with theirs, p is one for one, arrows change a count.',
    counter:
      'They answer with a counter-offer. y shows what accepting it leads to; o answers once more with one of yours.',
    compose:
      'On the left whom you give, on the right whom you get. p names people one for one; arrows and digits change a count, Tab goes to the other side.',
    send: 'Enter shows it once more, and Enter again sends it. They refuse what is worth less to them than their least; what that is you can only guess.',
    under: 'This is worth less to you than the least you should accept: ask for more, or give fewer.',
    waiting:
      'Your offer is on the table. Space lets the day pass; they accept, refuse, or offer something else.',
    beyond:
      'Their offer asks for what cannot be carried out, so it cannot be accepted. o answers with one of yours; p in it names people one for one.',
    arranging: 'Agreed. Place, transport and day are being settled; e goes on to the day.',
    handOver:
      'The day has come: y hands over the people you promised. They go home; the other side has yet to bring yours. Bringing fewer, or nobody, costs trust for a long time.',
    theyCame:
      'They have brought theirs, who are home. y hands over the people you promised. To keep yours back now is the temptation: it breaks the agreement, trust falls far, talks are suspended, and yours who are still held stay there longer.',
    theyWait:
      'They have brought theirs, who go home once you bring yours. y brings them. To keep yours back breaks the agreement: nobody goes home, trust falls far, and talks are suspended.',
    theirTurn: 'It is for the other side to bring its people first. Space lets the day pass.',
    accepted: 'You have accepted; the answer of the other side is awaited. Space lets the day pass.',
    coming: 'Whom you promised you have brought; the other side does its part. Space lets the day pass.',
    suspended: 'The talks are suspended. Days pass; then t resumes them.',
    again:
      'An exchange is done: you have seen every step. Talks about those who are still held can be proposed again: t. At the end the debrief tells what each agreement was worth to both; e goes on.',
    over: 'The campaign is over. d tells who came home, and what each agreement was worth to both.',
  } as const,
  /** The same where numbers are typed and no keys pressed. */
  spoken: {
    begin:
      'Nobody talks yet. Propose talks, through a third party or directly; quietly costs least if they decline.',
    asked: 'Your proposal waits for an answer. Let days pass.',
    answer: 'They propose talks. To agree binds you to nothing yet.',
    list: 'Say whom you hold: submit a list. A full list lets both check names, and trust grows; what a list hides comes out when it is checked.',
    listed: 'Your list is in; theirs is awaited. Let days pass.',
    checking: 'Both lists are being checked, name by name. Let days pass until that is done.',
    offer:
      'Make an offer. You can begin with one for one and change the counts; you hear what it is worth to you, and may be worth to them, before it is sent.',
    first:
      'Their first offer. Answer with a counter-offer: make an offer, begin with theirs or with one for one, and change the counts.',
    counter:
      'They answer with a counter-offer. Accept tells what that leads to, and asks once more; or answer again with an offer of yours.',
    compose: 'Choose a group to say how many of it, or an offer to begin with.',
    send: 'They refuse what is worth less to them than their least; what that is you can only guess. It is told once more before it is sent.',
    under: 'This is worth less to you than the least you should accept: ask for more, or give fewer.',
    waiting: 'Your offer is on the table. Let a day pass; they accept, refuse, or offer something else.',
    beyond:
      'Their offer asks for what cannot be carried out, so it cannot be accepted. Answer with an offer of yours.',
    arranging: 'Agreed. Place, transport and day are being settled; let days pass.',
    handOver:
      'The day has come: hand over the people you promised. They go home; the other side has yet to bring yours. Bringing fewer, or nobody, costs trust for a long time.',
    theyCame:
      'They have brought theirs, who are home. Hand over the people you promised. To keep yours back now is the temptation: it breaks the agreement, trust falls far, talks are suspended, and yours who are still held stay there longer.',
    theyWait:
      'They have brought theirs, who go home once you bring yours. Bring them. To keep yours back breaks the agreement: nobody goes home, trust falls far, and talks are suspended.',
    theirTurn: 'It is for the other side to bring its people first. Let a day pass.',
    accepted: 'You have accepted; the answer of the other side is awaited. Let a day pass.',
    coming: 'Whom you promised you have brought; the other side does its part. Let a day pass.',
    suspended: 'The talks are suspended. Let days pass; then they can be resumed.',
    again:
      'An exchange is done: you have heard every step. Talks about those who are still held can be proposed again. At the end the debrief tells what each agreement was worth to both; let days pass to come there.',
    over: 'The campaign is over. The debrief tells who came home, and what each agreement was worth to both.',
  } as const,
  offered: (gain: number) => {
    if (gain === 0) return 'To you it is worth just the least that you should accept.';
    return `To you it is worth ${worth(Math.abs(gain))} ${gain < 0 ? 'less' : 'more'} than the least you should accept.`;
  },
  intro: (title: string) => `First steps: ${title}`,
  youAre: (party: string, capital: string, orders: readonly string[]) =>
    `You decide for ${the(party)}, in ${capital}. ${orders.join(' ')}`,
  threeSteps:
    'Three steps, each told on the board: to the table; offer and counter-offer; the hand-over. You can go back to any day and play on another way.',
  go: 'Begin',
  read: 'Read the whole brief first',
  readAbout: 'It can be read at any time, among the pages of the board.',
} as const;

export const palette = {
  title: 'What can be done here: type to look for it',
  none: 'Nothing here is called so',
  hint: 'type a part of its name   Enter do it   Esc back   up down choose',
} as const;

/** What is wrong with a file that was kept: settings, notes, or how a campaign is played. */
export const keptFault = {
  notJson: 'it is not JSON',
  noObject: 'expected an object',
  oneOf: (name: string, values: string) => `"${name}": expected one of ${values}`,
  yesOrNo: (name: string) => `"${name}": expected true or false`,
  noHints: '"taken": expected hints of a party, 0 or 1, and a day',
  noList: 'expected a list of notes',
  noWays: 'expected the number of a way, and a list of ways with the record of each',
  otherVersion: (version: number) => `expected version ${version}`,
  noNote: 'expected notes of a day, of somebody, with a text',
} as const;

/** Names of files with screens in them. */
export const picture = { file: 'parley', day: 'day' } as const;

/** Private notes by day. */
export const notebook = {
  title: 'Notebook: yours alone',
  titleOf: (name: string) => `Notebook of ${name}`,
  empty:
    'Nothing is noted yet. What you note is kept beside the record and shown in the debrief; no negotiator reads it.',
  closed: 'The campaign is over; what both sides noted can be read and changed',
  undone: 'The last change is taken back',
  nothingToUndo: 'There is nothing to take back',
  hint: 'a note of today   Enter change   Esc back   x take out   u undo   up down   ? help',
  writingHint: 'Type the note; Enter keeps it, Esc leaves it as it was',
  by: (writer: string, text: string) => `${writer}: ${text}`,
  add: 'Write a note of today',
  which: 'Type the note:',
  change: (text: string) => `Change: ${text}`,
  remove: (text: string) => `Take out: ${text}`,
  undo: 'Take back the last change',
  back: 'Back',
} as const;

export const settings = {
  title: 'Settings',
  hint: 'left right Enter change   Esc back   up down choose   ? help',
  names: { theme: 'Colours', reducedMotion: 'Reduced motion', screenReader: 'Screen reader' } as const,
  themes: {
    standard: 'for any background',
    dark: 'for a dark background',
    light: 'for a light background',
    monochrome: 'none',
  } as const,
  onOff: { on: 'on', off: 'off' } as const,
  about: {
    theme:
      'The colours of the two sides can be told apart by everybody; signs and words say the same as the colours.',
    reducedMotion: 'Days do not go by of themselves: g goes on to the next event, as e does.',
    screenReader:
      'Running text and numbered menus instead of a screen. Holds from the next start on; parley play --screen-reader does it once.',
  } as const,
  samples: { own: 'one side', theirs: 'the other', warn: 'a warning', key: 'a key', dim: 'less' } as const,
} as const;

/** Between the turns of two people at one keyboard. */
export const cover = {
  turn: (name: string) => `${name} to move`,
  about: (last: string) => `Nothing of what ${last} knows is on this screen.`,
  goOn: (next: string, last: string) => `Once ${last} has looked away, ${next} presses Enter.`,
  hint: 'Enter shows the board   Ctrl-C saves and leaves',
} as const;

export const composer = {
  titles: {
    offer: 'An offer',
    release: 'Release people unasked',
    strikeNames: 'Strike names off the list',
    handOver: 'Bring fewer than promised',
    text: 'A text of your own',
  } as const,
  homeTo: (name: string) => `Home to ${the(name)}`,
  give: (name: string) => `You give: to go home to ${the(name)}`,
  giveNarrow: (name: string) => `You give, to ${the(name)}`,
  strike: 'Whose names do you strike off: they stay with you',
  stay: 'They stay behind',
  ask: (name: string) => `You get: to come home from ${the(name)}`,
  askNarrow: (name: string) => `You get, from ${the(name)}`,
  of: (most: number) => `of ${count(most)}`,
  mostOfGroup: (most: number) => `this group: up to ${count(most)}`,
  ofNarrow: (most: number) => `/${count(most)}`,
  owedTag: 'owed',
  total: (given: number, asked: number) => `You give ${count(given)} : you get ${count(asked)}`,
  totalOwed: (given: number, asked: number) => `owed ${count(given)} : ${count(asked)}`,
  ratio: (given: number, asked: number) =>
    asked === 0 ? '' : `${(given / asked).toFixed(2)} given for each asked`,
  ratioOfRest: (given: number, asked: number) =>
    asked === 0 ? '' : `the rest ${(given / asked).toFixed(2)} : 1`,
  carries: (capacity: number, atOnce: number) =>
    atOnce < capacity
      ? `at most ${count(capacity)} a side, ${count(atOnce)} at once`
      : `at most ${people(capacity)} a side`,
  carriesInBrief: (capacity: number) => `up to ${count(capacity)} a side`,
  staged: (atOnce: number, handOvers: number) =>
    `In ${counted(handOvers, 'hand-over')}, one after the other: each carries ${count(atOnce)} a side.`,
  named: (number: number) => `${people(number)} named`,
  countAbout: {
    release: 'They go home at once, and nothing is asked for them.',
    strikeNames: 'They stay where they are, and are in no offer of these talks.',
    handOver: 'Whoever is left out is missed by the other side.',
  } as const,
  value: 'Worth to you',
  reservation: 'The least you should accept',
  gain: (value: number) =>
    worth(value) === '0.0'
      ? 'this is just that'
      : `this is ${worth(Math.abs(value))} ${value < 0 ? 'less' : 'more'}`,
  theirs: (name: string) => `Worth to ${name}`,
  theirLeast: (name: string) => `The least ${name} may accept`,
  likely: (value: string) => `most likely ${value}`,
  likelyInBrief: (value: string) => `~ ${value}`,
  empty: 'Nobody is named yet.',
  undone: 'The last change is taken back',
  nothingToUndo: 'There is nothing to take back',
  change: (by: number, counted: string) => `${by > 0 ? '+' : '-'}${counted}`,
  changeForced: (change: string, asked: boolean) =>
    `${change} (no more ${asked ? 'are thought to be held' : 'can be given'})`,
  difference: (changes: readonly string[]) =>
    changes.length === 0 ? 'As in their last offer.' : `Against their last offer: ${changes.join(', ')}`,
  orders: (each: readonly string[]) => `Your orders: ${each.join('; ')}`,
  mustCome: (group: string, home: number, wanted: number) =>
    `${group}: ${count(home)} home with it, ${count(wanted)} wanted`,
  mustStay: (group: string, given: number) =>
    `${group}: none to be given${given > 0 ? `, ${count(given)} named!` : ''}`,
  against:
    'This goes against your orders. The model sets no price on that: nobody stops you, and the debrief says that they were not kept.',
  againstInBrief: (broken: readonly string[]) =>
    `Against your orders (${broken.join('; ')}). Nobody stops you; the debrief tells.`,
  againstInShort: 'Against your orders. Nobody stops you; the debrief tells.',
  ordersInBrief: (each: readonly string[], more: number) =>
    `Your orders: ${each.join('; ')}; ${count(more)} more: Enter tells`,
  struck: (groups: readonly string[]) => `Struck off the lists, in no offer: ${groups.join(', ')}`,
  lawClear: 'The law of war: nothing found in this offer.',
  lawInShort: (rules: number) =>
    `! The law of war: ${rules === 1 ? 'it is' : `${count(rules)} rules are`} against this; Enter tells.`,
  releaseHint: 'People who are owed can be sent home unasked: u on the board.',
  message: (text: string) => `Message: ${text}`,
  noMessage: 'Message: none (m writes one)',
  neutral: (number: number) => `${count(number)} n`,
  mayIntern: 'i how many of the group go to a neutral country (n)',
  interning: 'digits, arrows: how many of them to a neutral country (n); i back to all',
  mayParole: (on: boolean) => `r parole, a promise not to fight again: ${on ? 'asked' : 'not asked'}`,
  onParole: 'On parole: they promise not to fight again',
  toNeutral: 'To a neutral country until the end',
  messageHint: 'Type the message; Enter keeps it, Esc leaves it as it was',
  hint: 'Enter send..   Esc back   up down group   left right digits count   m message   ? help',
  countHint: 'Enter do it..   Esc back   up down group   left right digits count   ? help',
  textHint: 'Enter put it..   Esc back   up down group   left right digits count   Tab side   ? help',
  textTemplates: "s the rule's suggestion   n halfway between them   p one for one   c clear",
  templates: 'p one for one   s the wounded   a all for all   t theirs   n nudge   c clear',
  countTemplates: 'a all of the group   c clear',
  textNames: {
    s: 'What the rule for mediators would propose, on what you were told',
    n: 'Halfway between the last offers of both sides',
    p: 'One for one, as many as can be carried, within the lists',
    c: 'Cleared',
  } as const,
  noSuggestion: 'The rule for mediators sees no text that both could accept',
  noHalfway: 'Both sides have to have made an offer first',
  textSure: 'Put this text on the table?',
  textYes: 'Put it on the table',
  textAbout: 'It holds once both accept it. A mediator whose texts are set aside too often leaves.',
  textTotal: (first: string, home: number, second: string, back: number) =>
    `${count(home)} home to ${the(first)}, ${count(back)} to ${the(second)}`,
  textOwed: (first: number, second: number) => `owed among them: ${count(first)} and ${count(second)}`,
  overLeast: (name: string, value: string) => `${name} ${value}`,
  mostLikely: 'Most likely gain',
  noTheirs: 'They have made no offer in these talks',
  noneWithin: 'Within your orders and the law nobody is left for such an offer',
  noNudge: 'No small change of this offer is in your favour',
  send: 'Send this offer?',
  sendYes: 'Send it',
  releaseSure: 'Release them?',
  releaseYes: 'Release them',
  handOverSure: 'Bring only these?',
  handOverYes: 'Bring only these',
  strikeSure: 'Strike these names off?',
  strikeYes: 'Strike them off, giving no reason',
  strikeProsecution: 'Strike them off, for criminal prosecution',
  strikeAbout: 'They stay out of these talks, and trust falls.',
  beyond: (most: number, why: 'carried' | 'thought' | 'listed') => {
    const bounds = {
      carried: 'with the others named no more can be carried',
      thought: 'no more are thought to be held and listed',
      listed: 'no more are held and listed',
    };
    return `At most ${count(most)} here: ${bounds[why]}`;
  },
  templateNames: {
    p: 'Parity: one for one, as many as can be carried, within orders and the law',
    s: 'The seriously wounded of both sides, as many as there are, and nobody for them',
    a: 'All for all who may be traded, within your orders; who is owed stands apart',
    t: 'Their last offer',
    n: 'A little in your favour, where it costs them least as you see it',
    c: 'Cleared',
  } as const,
} as const;

export const captivity = {
  held: ({ middle, longest, atLeast }: Captivity) => {
    const least = atLeast ? 'at least ' : '';
    const more = atLeast ? ' or more' : '';
    if (longest === 0 && !atLeast) return 'taken today';
    if (middle === longest) return `held for ${least}${days(middle)}`;
    return middle === 0 && !atLeast
      ? `half of them or more taken today, the longest held for ${days(longest)}`
      : `half of them held for ${least}${days(middle)}${atLeast ? '' : ' or more'}, the longest for ${count(longest)}${more}`;
  },
  short: (number: number, atLeast: boolean) => `${count(number)}${atLeast ? '+' : ''}`,
  /** Where it is not known how long, or nobody is held. */
  unknown: '-',
  brief: ({ middle, longest, atLeast }: Captivity) =>
    middle === longest
      ? `held ${atLeast ? `${count(middle)}+ days` : days(middle)}`
      : middle === 0 && !atLeast
        ? `half taken today, longest ${days(longest)}`
        : `days held: half ${count(middle)}+, longest ${count(longest)}`,
  rule: 'days: half of a group have been held for so long or longer; longest: whoever was taken first. A campaign counts people and does not tell one from another: those held at first are taken evenly over the days that the scenario gives, or for at least as long as the campaign where it gives none (+ after the number: they have been held for longer), and whoever leaves a group is of those held longest. On the board - means that it is not known for how long, or that nobody is held.',
} as const;

export const peoplePage = {
  title: 'People held',
  head: ['held', 'worth', 'salience', 'grip', 'home', 'died'] as const,
  standing: {
    tradeable: 'May be exchanged',
    wounded: 'Owed: seriously wounded or sick',
    civilian: 'Owed: civilians',
  } as const,
  note: 'worth: to their home, in worth units. salience: how far pressure lifts it. grip: the cost of giving one up.',
  listNote: (name: string) =>
    `listed: the numbers are those that ${the(name)} gives. Whether they are true nobody here has seen; visits show it, and checking may.`,
  home: (name: string) => `People of ${name}, held by`,
  homeCome: 'Home so far',
  homeInBrief: 'Home',
} as const;

export const talksPage = {
  title: 'The talks',
  past: 'Exchanges and releases so far',
  nonePast: 'None.',
  overtures: 'Proposals of talks',
  answers: { open: 'not answered yet', agreed: 'agreed', declined: 'declined', lapsed: 'lapsed' } as const,
  exchange: (agreed: string, date: string, deal: string) => `agreed ${agreed}, carried out ${date}: ${deal}`,
  broken: (agreed: string, deal: string) => `agreed ${agreed}, broken off: ${deal}`,
  through: (name: string) => ` through ${name}`,
  offers: 'Offers in these talks, oldest first',
  groups: (names: string) => `   ${names}`,
} as const;

export const daysPage = {
  title: 'Day by day',
  quiet: (to: string | null) => (to === null ? 'Quiet' : `Quiet until ${to}`),
} as const;

export const briefPage = {
  background: 'Background',
  brief: (name: string) => `Confidential brief: ${name}`,
  /** Why a side has two names. */
  decides: (first: string, its: string, second: string, others: string) =>
    `${its} decides for ${the(first)}, ${others} for ${the(second)}: where somebody acts, those are the names.`,
  instructions: 'What your capital asks of you',
  instructionsOf: (capital: string) => `What ${the(capital)} asks of its delegation`,
  mediator: 'The seat of whoever mediates',
  mediatorText: [
    'You sit between the two sides whenever they take a mediator who proposes terms, whoever that is. Until then, and in talks held without one, you wait.',
    'You are told what is on the lists, what both sides offer, and what everybody can read: pressure by quarter, trust, and what people in such a war are thought to be worth to their home and to those who hold them. Neither side tells you what it would accept, nor what its capital has ordered.',
    'In the rounds you may put one text on the table each morning. Each side can accept or refuse it; it holds once both have accepted. A text that is refused or passed over costs you: after the third the mediator leaves.',
  ],
  hint: 'Enter or Esc to the board   1-5 pages   ? help',
} as const;

export const debriefPage = {
  title: 'Debrief',
  forSide: (capital: string) => `for ${capital}`,
  home: 'Who came home',
  exchanged: 'exchanged',
  released: 'released',
  interned: 'neutral',
  died: 'died',
  held: 'still held',
  homeTo: (name: string, number: number) =>
    number === 0 ? `To ${the(name)}: nobody` : `To ${the(name)}: ${people(number)}`,
  captivity: (name: string, number: number) => `${name}: ${counted(number, 'person-day')} of captivity ended`,
  captivityNote: 'Days from coming home to the last day of the campaign, added up over people.',
  deals: 'What each agreement was worth',
  dealHead: (you: boolean) =>
    ['agreed', you ? 'give : get' : 'home', 'value', 'least', 'gain', 'left'] as const,
  dealOrder: (homes: readonly [string, string] | null) =>
    homes === null
      ? 'give : get: people you gave, and got home.'
      : `home: people ${orderOf(homes).replace('To', 'to')}.`,
  noDeals: 'No agreement was reached.',
  short: (number: number) => `${count(number)} short`,
  missing: (name: string, groups: readonly string[]) =>
    `${name} brought fewer than promised: ${groups.join(', ')}`,
  outcomes: { completed: 'completed', broken: 'broken', pending: 'pending' } as const,
  withoutDeal: 'Talks that brought no agreement',
  endings: {
    petered: 'they led nowhere',
    walkedOut: 'one side walked out',
    unfinished: 'they were not finished',
  } as const,
  possible: (first: string, gain: string, second: string, other: string) =>
    `A deal good for both was possible: ${first} ${gain}, ${second} ${other} over what each had to have.`,
  notPossible: 'No deal above what both had to have was found.',
  dealNote:
    'Worth units of the day of the agreement, of those who left captivity by it; as agreed where nobody has and it is pending. least: reservation, what a deal had to be worth. gain: value less least. ' +
    'left: how much more that party could have had with the other no worse off.',
  gained: (name: string, value: number) =>
    `${name}: ${worth(Math.abs(value))} ${value < 0 ? 'less' : 'more'} than it had to have, all agreements together`,
  byReleases: (first: string, value: number, second: string, other: number) =>
    `By releases unasked: ${first} ${worth(value, true)}, ${second} ${worth(other, true)}`,
  instructions: 'What the capitals asked of their delegations',
  instruction: (capital: string, text: string, followed: boolean) =>
    `${capital}: ${text} ${followed ? 'Done.' : 'Not done.'}`,
  findings: 'Under the law of war',
  noFindings: 'Nothing was found.',
  times: (number: number) => (number === 1 ? 'once' : `${number} times`),
  first: (saw: string, date: string) => `First on ${date}: ${saw}.`,
  severity: { breach: 'breach', contested: 'contested' } as const,
  courseTitle: 'The course',
  timeline: 'When it happened',
  again: 'The same campaign again',
  notes: 'What was noted',
  seed: (seed: string) => `Seed ${seed}`,
  saved: (where: string) => `Record: ${where}`,
  note: 'A model, not a forecast: it says what follows from its assumptions, not what would have happened.',
  hint: 'up down scroll   t turning points   q quit   s start   c coach   b rewind   w text   x HTML   A recording   ? help',
  waysHint:
    'up down scroll   o ways   t turning points   q quit   s start   c coach   b rewind   w text   x HTML   A recording   ? help',
  /** Where a record is read there was no start, and nothing to play on from. */
  readOnly: (keys: string) => keys.replace('   s start', '').replace('   b rewind', ''),
  /** Once all is judged there is nothing to begin or to stop. */
  judged: (keys: string) => keys.replace('   c coach', ''),
  others: 'The ways that were played',
  othersHead: ['home', 'person-days', 'gain'] as const,
  written: (where: string) => `Written: ${where}`,
  cannotWrite: 'Nothing can be written here',
  plane: (first: string, second: string) =>
    `Every offer by what it was worth over the least each had to have, in worth units: to the right for ${first}, upwards for ${second}. Each axis reaches at least as far as those who would have come home are worth.`,
  planeTitle: 'Offers on the value plane',
} as const;

/** What came of a campaign, in a few rows. */
export const inShort = {
  title: 'In short',
  home: 'Home',
  held: 'Still held',
  agreements: 'Agreements',
  orders: 'Orders',
  findings: 'Findings',
  none: 'none',
  to: (name: string, number: number) => `${number === 0 ? 'nobody' : count(number)} to ${the(name)}`,
  of: (name: string, number: number) => `${number === 0 ? 'nobody' : count(number)} of ${the(name)}`,
  outcome: {
    completed: (number: number) => `${count(number)} carried out`,
    broken: (number: number) => `${count(number)} broken`,
    pending: (number: number) => `${count(number)} still to be carried out`,
  },
  done: (capital: string, done: number, of: number) => `${capital} ${count(done)} of ${count(of)} done`,
  found: (capital: string, number: number) => `${capital} ${count(number)}`,
} as const;

/** The ways that a campaign was played from one beginning, and two of them side by side. */
export const ways = {
  title: 'Two ways, side by side',
  /** As the head of a column. */
  way: (number: number) => `way ${number}`,
  named: (number: number, from: { readonly number: number; readonly date: string } | null, here: boolean) =>
    `way ${number}${here ? ' (this one)' : ''}, ${from === null ? 'the first' : `as way ${from.number} until ${from.date}`}`,
  sameAs: (number: number, before: number) =>
    `Way ${number} came as way ${before} did: nothing was decided otherwise.`,
  left: (date: string) => `left on ${date}`,
  spoken: (first: string, second: string) => `Compared: ${first}; ${second}.`,
  parted: (date: string, day: number) => `They part on ${date}, day ${day}`,
  same: 'They are the same as far as both were played.',
  until: (date: string) => `One of them was left before its end: both are reckoned to ${date}.`,
  waits: (capital: string) => `${capital} waits.`,
  nothing: 'Nothing is told of that moment.',
  sums: 'What each came to',
  difference: 'difference',
  even: '=',
  home: 'People home',
  captivity: 'Person-days of captivity ended',
  held: 'People still held at the end',
  exchanges: 'Hand-overs carried out',
  broken: 'Agreements broken',
  findings: 'Findings under the law of war',
  gained: 'Worth units gained',
  phase: 'Talks at the end',
  firsts: 'The first day on which they differ',
  first: {
    phase: 'how far the talks are',
    leverage: 'leverage',
    home: 'people home, of both sides',
    findings: 'findings',
  } as const,
  leverageOf: (name: string) => `leverage of ${the(name)}`,
  date: 'date',
  never: 'never',
  courses: (name: string) => `Leverage of ${the(name)}, as it saw it, on each way`,
  axis: ['1 ahead', '0.5', '0 behind'] as const,
  parting: 'Parted',
  partingSign: '^',
  otherwise: 'What happened on one and not on the other',
  nothingOtherwise: 'Nothing.',
  against: (label: string, first: string, second: string, difference: string) =>
    `${label}: ${first} and ${second}${difference === '' ? '' : `, ${difference}`}.`,
  onDay: (what: string, date: string) => `${date}, ${what}`,
  neverDiffers: (what: string) => `${what}: no difference`,
  more: (value: string) => `difference ${value}`,
  alike: 'the same',
  note: 'One campaign and one seed: what luck brought is the same, as far as it did not hang on what was decided. Two ways show what could follow, not what would.',
  only: 'There is one way so far. b goes back to an earlier day and plays on from there; then o compares.',
  noOther: 'There are only these two ways',
  hint: 'up down scroll   left right choose ways   Esc back   ? help',
  hintOfTwo: 'up down scroll   Esc back   ? help',
  spokenOpen: 'Compare the ways that were played',
  spokenLeft: 'Another way in place of the first',
  spokenRight: 'Another way in place of the second',
} as const;

export const back = {
  title: 'Back to an earlier day',
  branched: (day: number, where: string | null) =>
    `Playing on from day ${day}${where === null ? '' : ` in ${where}`}; the first record is left as it was`,
  about: (date: string) => `Enter plays on from ${date} in a new record; the old one is kept`,
  lastDay: (date: string) =>
    `Only ${date} is left to play here: left and Home go to earlier days, with more to decide. Enter plays it again in a new record`,
  watched: (date: string, injects: boolean) =>
    `Enter plays on from ${date} in a new record; the two negotiators decide as they did${injects ? ', unless an inject is brought by hand' : ''}`,
  next: (date: string, what: string) => `What came next, on ${date}: ${what}`,
  nothingNext: 'Nothing came after it that concerned you',
} as const;

/** How far a move is played on in thought, of a campaign that has so many days left. */
const playedOn = (horizon: number, left: number) =>
  left <= horizon
    ? `to the end of the campaign, ${days(left)} on at most`
    : `for ${days(horizon)}, out of silence or where fewer are left to the end`;

/** The coach: hints during play, turning points and other courses in the debrief. */
export const coach = {
  title: 'The game, and its turning points',
  of: (name: string) => `Moves of ${the(name)}`,
  notBegun: "Nobody's moves have been judged.",
  beginKey: (name: string) => `c has the coach judge those of ${the(name)}.`,
  mediated: "The coach judges what the two sides decide, not a mediator's texts.",
  oneSide: 'One side is judged at a time.',
  sideKey: (other: string) => `v changes to ${the(other)}.`,
  progress: {
    thinking: (done: number, of: number) => `The coach has judged ${done} of ${counted(of, 'move')}.`,
    stopped: (done: number, of: number) => `The coach has stopped at ${done} of ${counted(of, 'move')}.`,
    done: (of: number) =>
      of === 0
        ? 'There was no move with a real alternative to judge.'
        : of === 1
          ? 'The coach has judged the one move there was to judge.'
          : `The coach has judged all ${count(of)} moves that had a real alternative.`,
  } as const,
  /** Which moves are looked at, where not every day is. */
  silence: (every: number) => `Waiting in silence is looked at once in ${days(every)}.`,
  progressKey: { thinking: 'c stops it.', stopped: 'c goes on.', done: '' } as const,
  progressShort: {
    thinking: (done: number, of: number) => `coach ${done} of ${of}`,
    stopped: (done: number, of: number) => `coach stopped, ${done} of ${of}`,
    done: () => '',
  } as const,
  score: (score: string) => `Score ${score} of 100 from what was known.`,
  leverage: (name: string) => `Leverage of ${the(name)}, as it saw it, 0 to 1`,
  outcome: (name: string) => `Outcome expected for ${the(name)} after each move, worth units`,
  outcomeNote: (horizon: number) =>
    `Outcome: gained so far, and the mean gain of the ${days(horizon)} after a move or of as many as were left, played on many times from what was known then.`,
  days: 'day',
  signs: {
    best: '!',
    good: '.',
    inaccuracy: '~',
    mistake: '?',
    'missed chance': '-',
    unclear: ' ',
  } as const satisfies Record<Label, string>,
  labels: {
    best: 'best',
    good: 'good',
    inaccuracy: 'inaccuracy',
    mistake: 'mistake',
    'missed chance': 'missed chance',
    unclear: 'unclear',
  } as const satisfies Record<Label, string>,
  /** For turning points that stand in one column. */
  several: '*',
  legend:
    'Below: ! best, ~ inaccuracy, ? mistake, - missed chance, * several, one below the other; A, B.. as in the list.',
  none: {
    done: 'None stands out: no move was clearly better or worse than the others.',
    yet: 'No turning point so far; the coach has not judged all moves.',
  } as const,
  point: (letter: string, sign: string, date: string, label: string) => `${letter} ${sign} ${date}: ${label}`,
  played: (move: string) => `Played: ${move}.`,
  youPlayed: (move: string) => `You chose to ${move}.`,
  theyPlayed: (name: string, move: string) => `${leading(name)} chose to ${move}.`,
  advised: (move: string) => `Advised: ${move}.`,
  lost: (loss: string, stake: string) => `Lost ${loss} of ${stake} worth units at stake.`,
  lostOfLeast: (loss: string, least: number) =>
    `Lost ${loss} of ${least} worth units, the least that is counted as at stake.`,
  lostNothing: 'Nothing was lost: what else could have been done was worse.',
  nothing: 'nothing',
  notCertain: (interval: string) => `nothing certain ${interval}`,
  estimate: (mean: string, low: string, high: string) => `${mean} (${low} to ${high})`,
  allTheSame: (mean: string, rollouts: number) =>
    `${mean} (all ${count(rollouts)} rollouts came to the same)`,
  nearlyTheSame: (mean: string, rollouts: number) =>
    `${mean} (all ${count(rollouts)} rollouts came to about the same)`,
  interval: (low: string, high: string) => `(${low} to ${high})`,
  met: { found: 'found since', shown: 'looked at' } as const,
  hidden: 'What would have been better is left open, to be found: t goes to the turning points, a shows all.',
  shown: 't goes to the turning points; a leaves open again what would have been better.',
  note: (horizon: number, left: number) =>
    `Each move is played on ${playedOn(horizon, left)}, many times under the same luck; 95 % intervals. What is counted is worth units of one side, not people home, and what the law or one's word asks is not weighed.`,
  hints: (taken: readonly string[]) =>
    taken.length === 0 ? 'No hints were taken.' : `Hints taken: ${taken.join('; ')}.`,
  hintsOf: (name: string, dates: readonly string[]) => `${name} ${count(dates.length)} (${dates.join(', ')})`,
  hintsNote: 'Nothing is known of hints taken before this campaign was taken up again; they are not counted.',
  turning: (letter: string, at: number, of: number) => `Turning point ${letter}, ${at} of ${of}`,
  turningOff: 'A turning point that others have overtaken',
  asKnown: 'The board is as you saw it on that day, before the move.',
  asSeenBy: (name: string) => `The board is as ${the(name)} saw it on that day, before the move.`,
  findBetter: 'Can you find a better move?',
  wasBest: 'Nothing better was found.',
  foundBefore: "You have found a move as good as the coach's.",
  shownBefore: 'The answer has been looked at; a move can be tried all the same.',
  trying: (move: string) => `You try: ${move}. The coach plays it on..`,
  tried: {
    advised: (move: string) => `Yes: ${move}. That is what the coach advises.`,
    better: (move: string, by: string) => `Better than the coach's own: ${move}, by ${by}.`,
    same: (move: string) => `As good as the best: ${move}. It comes out as the best does.`,
    chance: (move: string, how: 'behind' | 'ahead', by: string) =>
      `As good as the best: ${move}. It is ${by} ${how}, which may be chance.`,
    near: (move: string, by: string, bound: string) =>
      `Close enough to the best: ${move}. It is ${by} behind; ${bound}.`,
    worse: (move: string, by: string, bound: string) =>
      `Not as good: to ${move} is ${by} behind the best; ${bound}.`,
    /** The share of the stake below which a move passes. */
    bound: (least: string, percent: number, stake: string) =>
      `a move passes that is less than ${least} behind, ${percent} % of the ${stake} at stake`,
  } as const,
  again: 'Try another move, look at the answer, or go on to the next.',
  againHere: 'Try another move, or look at the answer.',
  onlyPoint: 'There is no other turning point',
  courseTells: 'The other course tells the answer: try a move first, or look at the answer (a)',
  turningKeys: {
    try: 'Enter try',
    answer: 'a answer',
    course: 'o other course',
    back: 'Esc back',
    others: 'left right other points',
    help: '? help',
  } as const,
  retryTitle: 'What would you do here?',
  retryHint: 'letters, arrows and Enter choose a move   Esc back   2-5 pages   ? help',
  answerTitle: (letter: string, label: string) => `Turning point ${letter}: ${label}`,
  others: 'What was played on, best first: mean gain; lead over the move played, both in worth units.',
  otherMove: (move: string, gain: string, lead: string) => `${move}: ${gain}; ${lead}`,
  playedOne: (move: string, gain: string) => `${move}: ${gain}, as played`,
  known: 'From what was known',
  inHindsight: 'In hindsight',
  rollouts: (known: number, hindsight: number) =>
    `${counted(known, 'campaign')} played on from what was known, ${count(hindsight)} in hindsight.`,
  answerHint: 'Esc back   o see another course played out   ? help',
  courseTitle: 'One of many courses it could have taken',
  courseAbout: (move: string, to: string) =>
    `On the right another move (${move}), and after it, to ${to}, both sides played on as the coach plays them in thought, under the luck that there was. It is one course of many, not what would have happened.`,
  happened: 'What happened',
  instead: 'One other course',
  nothingHappened: 'Nothing to tell of these days.',
  courseHome: (first: string, home: string, second: string, back: string) =>
    `Home in these days: ${first} ${home}, ${second} ${back}`,
  courseGained: (name: string, value: string) => `Gained by ${name}: ${value}`,
  cannotBranch: (why: string) => `No other course can be played from here: ${why}`,
  courseHint: 'Esc back   ? help',
  hint: 'A hint',
  hintThinking: 'The coach plays on what you could do, from what you know.',
  hintAdvice: (move: string) => `The coach would ${move}.`,
  hintOnly: (move: string) => `Of what the coach judges there is one thing to do here: ${move}.`,
  hintSure: {
    clear: (rival: string, lead: string) => `Next best: ${rival}. Rather clear: ${lead} worth units behind.`,
    close: (rival: string, lead: string) =>
      `Next best: ${rival}. Not clear: ${lead} worth units behind, which may be chance.`,
    even: (rival: string) => `Next best: ${rival}. It does as well, so it hardly matters.`,
  } as const,
  hintNote: (worlds: number, horizon: number, left: number) =>
    `${counted(worlds, 'world')} that you could be in, drawn from what you know, each played on ${playedOn(horizon, left)}. What is hidden from you is hidden from the coach. It is a model's advice: the law and your instructions are yours to weigh.`,
  hintCounted: 'The debrief will say that a hint was taken; the record does not.',
  hintHint: 'Esc or Enter back to the board   ? help',
  noHints: 'Hints are switched off for this campaign',
  noHintForMediator: 'The coach advises the two sides; it has no advice for a mediator',
  noHintForWatcher: 'The coach advises whoever plays a side; you watch',
  noHintNow: 'It is not your move',
  spokenTurning: 'Go through the turning points',
  spokenStart: {
    begin: 'Have the coach judge the moves',
    thinking: 'Stop the coach',
    stopped: 'Let the coach go on',
    done: 'The coach is done: hear again what it found',
  } as const,
  spokenSide: (name: string) => `Have the moves of ${the(name)} judged`,
  spokenOpen: {
    show: 'Say what would have been better',
    hide: 'Leave open what would have been better',
  } as const,
  spokenHint: 'Ask the coach for a hint',
  spokenNext: 'The next turning point',
  spokenBefore: 'The turning point before',
  spokenTry: 'Try another move',
  spokenAnswer: 'Hear the answer',
  spokenCourse: 'Hear one other course played out',
  spokenToDebrief: 'Back to the debrief',
  spokenToTurning: 'Back to the turning point',
  spokenWhole: 'Say the whole debrief again',
  spokenFound: (points: number) =>
    points === 0
      ? 'No move stands out. The numbers of the menu are as they were.'
      : `It marks ${counted(points, 'move')}: 1 tells of ${points === 1 ? 'it' : 'them'}, 2 goes through ${points === 1 ? 'it' : 'them'} one by one. The other numbers are as they were.`,
  spokenThinking: 'The coach is thinking; it says by itself what comes of it.',
} as const;

export const help = {
  title: 'Keys',
  /** Each with the screens on which it comes first. */
  sections: [
    {
      title: 'Everywhere',
      on: [],
      keys: [
        ['arrows, h j k l', 'move, choose, change a count'],
        ['Enter', 'do what is chosen'],
        ['Esc', 'back; nothing is done'],
        ['?', 'this page'],
        ['Ctrl-P, :', 'everything that can be done here, by name'],
        ['S', 'settings: colours, motion, screen reader'],
        ['P', 'a picture of the screen, as SVG'],
        ['Ctrl-Z', 'stop for a while; fg in the shell comes back'],
        ['q, Ctrl-C', 'leave; what was played is saved'],
      ],
    },
    {
      title: 'On the board',
      on: ['board', 'page'],
      keys: [
        ['letters in the menu', 'the moves that are possible now'],
        ['space', 'wait a day, as w does; it asks while people are due'],
        ['e', 'wait until something happens that concerns you, two weeks at most'],
        ['g', 'go on by itself; + and - change the speed, any key stops'],
        ['b', 'rewind: see earlier days, and play on another way'],
        ['1 to 5', 'board, people, talks, day by day, briefs'],
        ['v', 'whose eyes you look through, where you only watch'],
        ['i', 'bring an inject by hand, unless you play one side'],
        ['d', 'debrief, once the campaign is over'],
        ['s', 'to the start, once it is over; also in the debrief'],
        ['N', 'your notebook: private notes by day, also from other screens'],
      ],
    },
    {
      title: 'In an offer',
      on: ['composer'],
      keys: [
        ['left right, digits', 'change the count; [ and ] by ten; Backspace deletes'],
        ['Tab', 'to the other side of the offer'],
        ['p s a t n c', 'offers to begin with; each is explained when chosen'],
        ['i', 'how many of the group go to a neutral country; i again goes back'],
        ['r', 'on parole; i and r only where they are possible'],
        ['u', 'take back the last change of a count'],
        ['m', 'a message to go with it'],
        ['Enter', 'look at it once more; only then is it sent'],
      ],
    },
    {
      title: 'As the mediator',
      on: [],
      keys: [
        ['o', 'a text of your own, on days on which you may speak'],
        ['space, w', 'let the day pass'],
        ['e', 'on until you may speak, two weeks at most'],
        ['s n p c', 'texts to begin with'],
      ],
    },
    {
      title: 'With the coach',
      on: ['turning', 'retry', 'answer', 'otherCourse', 'hint'],
      keys: [
        ['a', 'on the board: a hint, from what you know; the debrief counts them'],
        ['t', 'in the debrief: to the turning points'],
        ['c', 'in the debrief: the coach begins, stops, goes on'],
        ['a', 'in the debrief: say what would have been better, or leave it open'],
        ['v', 'in the debrief: the whole of it for the other side, its moves judged'],
        ['left right', 'the turning point before and the next one'],
        ['Enter, r', 'try another move there; as good as the best is good enough'],
        ['a', 'the answer, with all that was played on'],
        ['o', 'one other course, once the answer is known'],
      ],
    },
    {
      title: 'In the debrief',
      on: ['debrief', 'ways'],
      keys: [
        ['b', 'back to an earlier day, and on from there another way'],
        ['o', 'the ways that were played, two side by side'],
        ['left right', 'there: another way on that side, where there are more than two'],
        ['s', 'to the start, for another campaign'],
        ['w x A', 'write it as text, as HTML, or as a recording of its screens'],
      ],
    },
    {
      title: 'Reading a record',
      on: ['reader'],
      keys: [
        ['left right', 'a day back or on; PgUp and PgDn ten days; Home and End'],
        [', and .', 'one event back or on'],
        ['e', 'on to the next day on which something happened'],
      ],
    },
  ],
  signs:
    'On the time line: E exchange, B broken off, o a date that matters. Beside the balance, where there is no room for the course: leverage by day, ▁ behind to █ ahead.',
  days: 'Beside a count: half of them have been held for so many days or more; + they have been held for longer, how much is not known; - not known, or nobody is held. Page 2 says more.',
  owed: 'Owed: seriously wounded, sick and civilians must go home whatever is given for them.',
  hint: 'Esc or ? back',
} as const;

export const farewell = {
  saved: (day: number, where: string) => `Saved to day ${day}: ${where}`,
  resume: (command: string) => `Go on with: ${command}`,
  ended: (where: string) => `Played to the end: ${where}`,
  debrief: (command: string) => `Open its debrief with: ${command}`,
  replay: (command: string) => `Read it with: ${command}`,
  again: (command: string) => `The same again: ${command}`,
  unsaved: 'This campaign was not saved.',
  brokenOff: (trouble: string) => `Not all of this campaign was saved: ${trouble}`,
} as const;
