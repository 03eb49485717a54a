import { minus, sum } from '../campaign/counts.ts';
import type { Finding } from '../campaign/finding.ts';
import { lawRule } from '../campaign/law.ts';
import { leading, the } from '../scenario/article.ts';
import type { PartyIndex, Scenario } from '../scenario/scenario.ts';
import { bandOf, type Position, phaseOf } from '../statechart/position.ts';
import { formatDate } from './date.ts';
import { byHome, formatCount, withGroupNames } from './people.ts';
import { mediatorName } from './sentence.ts';

/* What followed from an event without being one: a phase that began or ended, a balance that turned. */

/** Sentences about what changed from one position to the next, beside the event itself. */
export function consequencesOf(scenario: Scenario, before: Position, after: Position): string[] {
  return [
    ...ofTalks(scenario, before, after),
    ...ofMediator(scenario, before, after),
    ...ofNews(scenario, before, after),
    ...ofBalance(scenario, before, after),
  ];
}

/** News that could have changed the talks and did not, which its text may not let one see. */
function ofNews(scenario: Scenario, before: Position, after: Position): string[] {
  const { injected, talks, ledger } = after.campaign;
  const news = injected.slice(before.campaign.injected.length);
  const effects = scenario.injects.filter(({ id }) => news.includes(id)).flatMap(inject => inject.effects);
  return effects.flatMap(effect => {
    if (effect.kind === 'mediator') return notAtTable(scenario, effect.mediator, after);
    if (effect.kind === 'halt' && !(talks.agreement && talks.arranged)) {
      return ['No hand-over is arranged, so nothing has to wait.'];
    }
    if (effect.kind === 'internmentEnds' && sum(before.campaign.ledger.interned) === sum(ledger.interned)) {
      return ['Nobody was interned in a neutral country, so nobody comes from there.'];
    }
    return [];
  });
}

function notAtTable(scenario: Scenario, id: string, { campaign }: Position): string[] {
  const mediator = scenario.mediators.findIndex(known => known.id === id);
  if (campaign.talks.mediator === mediator) return [];
  const underWay = campaign.talks.overture !== null && campaign.overtures.at(-1)?.answer === 'agreed';
  const why = underWay ? 'not both sides accept it' : 'no talks are under way';
  return [`${leading(mediatorName(scenario, mediator))} does not come to the table: ${why}.`];
}

function ofTalks(scenario: Scenario, before: Position, after: Position): string[] {
  const [from, to] = [phaseOf(before.value), phaseOf(after.value)];
  if (from === to || after.done) return [];
  if (to === 'suspension') return suspended(scenario, before, after);
  if (to === 'initiation.standoff') return backToSilence(scenario, from, before, after);
  if (to === 'rounds.open' && from === 'preparation.verification') {
    return ['The lists are checked; the table is open for offers.'];
  }
  if (to === 'handOver.arranging' && from === 'handOver.transfer') {
    return ['That was a part of it; the day for the next part is to be settled.'];
  }
  if (to.startsWith('handOver') && !from.startsWith('handOver')) return ['There is an agreement.'];
  return [];
}

function backToSilence(scenario: Scenario, from: string, before: Position, after: Position): string[] {
  const overtures = after.campaign.overtures;
  if (from === 'initiation.overture' && overtures.at(-1)?.answer === 'lapsed') {
    const by = before.campaign.talks.overture?.by ?? 0;
    return [`The overture from ${scenario.parties[by].capital} lapses without an answer.`];
  }
  if (from === 'preparation.lists') return ['The lists were not both in; the talks come to nothing.'];
  if (from.startsWith('rounds')) return ['The talks peter out without an agreement.'];
  if (from.startsWith('handOver')) return [exchangeDone(scenario, after)];
  return [];
}

function exchangeDone(scenario: Scenario, { campaign }: Position): string {
  const { people = [], interned = [] } = campaign.exchanges.at(-1) ?? {};
  const [first, second] = byHome(scenario, minus(people, interned));
  const [one, two] = scenario.parties;
  const away = sum(interned) > 0 ? `, ${formatCount(sum(interned))} to a neutral country` : '';
  return (
    `The exchange is complete: ${formatCount(first)} home to ${the(one.name)}, ` +
    `${formatCount(second)} home to ${the(two.name)}${away}.`
  );
}

function suspended(scenario: Scenario, before: Position, after: Position): string[] {
  const { talks } = after.campaign;
  const until = `Talks stay suspended at least until ${formatDate(scenario, talks.until)}.`;
  if (talks.brokenOff?.breach !== true) return [until];
  const { capital } = scenario.parties[talks.brokenOff.by];
  const home = sum(before.campaign.talks.sentHome);
  const done = home > 0 ? ` The other side had already sent ${formatCount(home)} home.` : '';
  return [`The agreement is broken: ${capital} did not hand over whom it promised.${done} ${until}`];
}

/** Whether a mediator who was asked comes along, which only shows in what is at the table afterwards. */
function ofMediator(scenario: Scenario, before: Position, after: Position): string[] {
  const [was, is] = [before.campaign.talks, after.campaign.talks];
  if (is.mediator !== null && is.mediator !== was.mediator) {
    return [`${mediatorName(scenario, is.mediator)}: accepted by both sides.`];
  }
  return is.turnedDown
    .slice(was.turnedDown.length)
    .map(mediator => `${mediatorName(scenario, mediator)}: not accepted by the other side.`);
}

function ofBalance(scenario: Scenario, before: Position, after: Position): string[] {
  const [from, to] = [bandOf(before.value), bandOf(after.value)];
  if (from === to || after.done) return [];
  const [first, second] = scenario.parties;
  const favours = { behind: second.capital, ahead: first.capital }[to];
  return [favours ? `The balance now favours ${favours}.` : 'The balance now favours neither side.'];
}

/** A finding as a sentence, with the article it is found under. */
export function findingSentence(scenario: Scenario, finding: Finding): string {
  const rule = lawRule(finding.rule);
  const title = rule?.title ?? finding.rule;
  const saw = withGroupNames(scenario, finding.saw);
  return `${title} (${capitalOf(scenario, finding.by)}, ${rule?.article ?? 'law'}): ${saw}.`;
}

function capitalOf(scenario: Scenario, party: PartyIndex): string {
  return scenario.parties[party].capital;
}
