import { sum } from '../../campaign/counts.ts';
import { other } from '../../scenario/scenario.ts';
import { guideForOffer } from '../guide.ts';
import type { ComposerScreen } from '../screen.ts';
import { appraisalRows } from '../screens/appraisal-rows.ts';
import { offeredIn, roomFor } from '../screens/composer-counts.ts';
import { dealRows, stayingRows } from '../screens/deal-rows.ts';
import { instructionRows } from '../screens/instruction-rows.ts';
import { findingTextsOf } from '../screens/law-found.ts';
import { choice, composer as composerWords, count, linear as words } from '../words.ts';
import { UNBROKEN } from './board.ts';
import { asking, item, type MenuItem, rewritten, rowInSentence, type Spoken, toRow } from './menu.ts';

/* Counts of people put together by numbers: each group is asked for by itself. */

export function composerSpoken(screen: ComposerScreen, guided = false): Spoken {
  const { purpose, capacity, counts } = screen;
  const title = composerWords.titles[purpose];
  const carries =
    capacity === null ? '' : `: ${composerWords.carries(capacity, screen.scene.sight.talks.capacity)}`;
  return {
    text: [
      `${title}${carries}.`,
      ...(sum(counts) === 0 ? [composerWords.empty] : meaning(screen)),
      ...(guided ? [guideForOffer(screen, 'spoken') ?? ''] : []),
    ].filter(text => text !== ''),
    menu: [
      ...screen.order.map((index, row) => groupItem(screen, index, row)),
      ...templates(screen),
      ...terms(screen),
      item(words.lookAndSend, 'enter'),
      item(choice.cancel, 'escape'),
    ],
  };
}

function meaning(screen: ComposerScreen): string[] {
  const { scene, party, purpose, counts } = screen;
  if (purpose === 'strikeNames') return stayingRows(scene, counts, UNBROKEN).map(rowInSentence);
  const people = dealRows(scene, offeredIn(screen), UNBROKEN);
  const worth =
    purpose === 'offer' || purpose === 'text'
      ? appraisalRows(scene, offeredIn(screen), party, Number.POSITIVE_INFINITY)
      : [];
  return [...people, ...worth].map(rowInSentence).concat(orders(screen)).concat(law(screen));
}

function orders(screen: ComposerScreen): string[] {
  if (screen.purpose !== 'offer') return [];
  const rows = instructionRows(screen.scene, offeredIn(screen), screen.party, UNBROKEN);
  return rows.map(rowInSentence);
}

function law(screen: ComposerScreen): string[] {
  const texts = findingTextsOf(screen);
  if (texts.length > 0) return [...texts.map(text => `${text}.`), choice.lawNote];
  return screen.purpose === 'offer' ? [composerWords.lawClear] : [];
}

function groupItem(screen: ComposerScreen, index: number, row: number): MenuItem {
  const { scenario } = screen.scene.course;
  const group = scenario.groups[index];
  const name = group?.name ?? '';
  const owed = group?.standing === 'tradeable' ? '' : `${composerWords.owedTag}, `;
  const home = scenario.parties[group?.home ?? other(screen.party)].name;
  const most = roomFor(screen, index);
  const label = words.group(name, `${owed}${words.to(home)}`, {
    now: count(screen.counts[index] ?? 0),
    most: count(most),
  });
  return asking(label, words.howMany(name, most), text => [...toRow(row), ...numberKeys(text)]);
}

/** A count as it is typed; whatever is no number leaves what is there. */
function numberKeys(text: string): readonly string[] {
  const digits = text.trim();
  return /^\d{1,6}$/.test(digits) ? [...digits] : [];
}

function templates({ purpose, party, scene }: ComposerScreen): MenuItem[] {
  const clear = item(words.clear, 'c');
  if (purpose === 'offer') {
    const answered = scene.sight.talks.offers.some(({ by }) => by === other(party));
    const keys = answered ? (['p', 's', 'a', 't', 'n'] as const) : (['p', 's', 'a', 'n'] as const);
    return [...keys.map(key => item(words.template(composerWords.templateNames[key]), key)), clear];
  }
  if (purpose === 'text')
    return [
      ...(['s', 'n', 'p'] as const).map(key => item(words.template(composerWords.textNames[key]), key)),
      clear,
    ];
  return [clear];
}

function terms(screen: ComposerScreen): MenuItem[] {
  if (screen.purpose !== 'offer') return [];
  const { message, mayParole, mayIntern, parole, order } = screen;
  const scenario = screen.scene.course.scenario;
  const named = order.filter(index => (screen.counts[index] ?? 0) > 0);
  return [
    ...(mayIntern
      ? named.map(index => {
          const name = scenario.groups[index]?.name ?? '';
          const most = screen.counts[index] ?? 0;
          return asking(words.neutral(name, screen.interned[index] ?? 0), words.howMany(name, most), text => [
            ...toRow(order.indexOf(index)),
            'i',
            ...numberKeys(text),
            'i',
          ]);
        })
      : []),
    ...(mayParole ? [item(words.parole(parole), 'r')] : []),
    asking(
      message === '' ? composerWords.noMessage.replace(/ \(.*/, '') : composerWords.message(message),
      words.whichMessage,
      text => ['m', ...rewritten(message, text.trim()), 'enter'],
    ),
  ];
}
