import { beginCampaign, type Campaign, type Draft } from '../../src/campaign/campaign.ts';
import type { CampaignEvent, PartyEvent } from '../../src/campaign/event.ts';
import * as handOver from '../../src/campaign/hand-over.ts';
import * as initiation from '../../src/campaign/initiation.ts';
import { takeIn } from '../../src/campaign/inject.ts';
import { judge } from '../../src/campaign/law.ts';
import { BAND_ENTERED, BAND_LEFT } from '../../src/campaign/leverage.ts';
import type { Parameters } from '../../src/campaign/parameters.ts';
import * as preparation from '../../src/campaign/preparation.ts';
import * as publicity from '../../src/campaign/publicity.ts';
import * as rounds from '../../src/campaign/rounds.ts';
import * as suspension from '../../src/campaign/suspension.ts';
import * as world from '../../src/campaign/world.ts';

/*
 * The campaign's chart written out by hand as one loop over the same rules, on a campaign changed in
 * place: what the compiled runner is measured against. It looks at the law only where a rule of it
 * watches, goes by no table and keeps nothing to go back to. Nothing but the bench uses it.
 */

type Phase =
  | 'standoff'
  | 'overture'
  | 'lists'
  | 'verification'
  | 'open'
  | 'answering'
  | 'singleText'
  | 'arranging'
  | 'transfer'
  | 'suspension'
  | 'concluded';

/** One campaign run by hand. */
export class ByHand {
  phase: Phase = 'standoff';
  band = 'weighing';
  readonly #draft: Draft;

  constructor(parameters: Parameters) {
    this.#draft = beginCampaign(parameters);
    this.#settle();
  }

  get campaign(): Campaign {
    return this.#draft;
  }

  send(event: CampaignEvent): boolean {
    if (this.phase === 'concluded') return false;
    if (!this.#take(event)) return false;
    this.#settle();
    return true;
  }

  /** What the world does, or a party; false where it cannot. */
  #take(event: CampaignEvent): boolean {
    const draft = this.#draft;
    const { phase } = this;
    switch (event.type) {
      case 'wait':
        if (draft.toMove !== event.party) return false;
        world.passTurn(draft);
        return true;
      case 'captured':
        world.capture(draft, event);
        return true;
      case 'dayBegins':
        if (draft.toMove !== null || draft.day >= draft.parameters.days) return false;
        judge(draft, event);
        world.passDay(draft);
        return true;
      case 'captivityWears':
        if (!world.wearsOnlyHeld(draft, event)) return false;
        world.wear(draft, event);
        return true;
      case 'pressReport':
        world.report(draft, event);
        return true;
      case 'inject':
        takeIn(draft, event);
        return true;
      case 'mediatorProposes':
        if (phase !== 'open' && phase !== 'answering') return false;
        rounds.putMediatorsText(draft, event);
        this.phase = 'singleText';
        return true;
      case 'verificationBegins':
        if (phase !== 'lists' || !preparation.bothListsIn(draft)) return false;
        preparation.beginVerification(draft, event);
        this.phase = 'verification';
        return true;
      case 'handOverSet':
        if (phase !== 'arranging') return false;
        handOver.setDay(draft, event);
        return true;
      case 'accident':
        if (phase !== 'transfer' && (phase !== 'arranging' || !draft.talks.arranged)) return false;
        handOver.halt(draft, event);
        return true;
      case 'horizonReached':
        if (draft.toMove !== null || draft.day < draft.parameters.days) return false;
        this.phase = 'concluded';
        return true;
      default:
        return this.#move(event);
    }
  }

  /** A party's move, and the turn passed on; false where the rules refuse it. */
  #move(event: PartyEvent): boolean {
    const draft = this.#draft;
    switch (event.type) {
      case 'publicise':
        if (publicity.refusePublicity(draft, event)) return false;
        judge(draft, event);
        publicity.publicise(draft, event);
        break;
      case 'release':
        if (publicity.refuseRelease(draft, event)) return false;
        publicity.release(draft, event);
        break;
      default:
        if (!this.#moveInPhase(event)) return false;
    }
    world.passTurn(draft);
    return true;
  }

  #moveInPhase(event: PartyEvent): boolean {
    switch (this.phase) {
      case 'standoff':
        return this.#ask(event);
      case 'overture':
        return this.#answer(event);
      case 'lists':
      case 'verification':
        return this.#prepare(event);
      case 'open':
      case 'answering':
      case 'singleText':
        return this.#bargain(event);
      case 'transfer':
        return this.#transfer(event);
      case 'suspension':
        return this.#resume(event);
      default:
        return false;
    }
  }

  #ask(event: PartyEvent): boolean {
    if (event.type !== 'proposeTalks' || initiation.refuseProposal(this.#draft, event)) return false;
    initiation.propose(this.#draft, event.party, event.mediator, event.openly);
    this.phase = 'overture';
    return true;
  }

  #answer(event: PartyEvent): boolean {
    const agrees = event.type === 'agree';
    if (!agrees && event.type !== 'decline') return false;
    if (initiation.refuseAnswer(this.#draft, event)) return false;
    if (agrees) initiation.agreeToTalk(this.#draft);
    else initiation.declineToTalk(this.#draft);
    this.phase = agrees ? 'lists' : 'standoff';
    return true;
  }

  #prepare(event: PartyEvent): boolean {
    const draft = this.#draft;
    switch (event.type) {
      case 'strikeNames':
        if (preparation.refuseStrike(draft, event)) return false;
        judge(draft, event);
        preparation.strikeNames(draft, event);
        return true;
      case 'submitList':
        if (this.phase !== 'lists' || preparation.refuseList(draft, event)) return false;
        judge(draft, event);
        preparation.submitList(draft, event);
        return true;
      case 'askVisits':
        if (this.phase !== 'lists' || preparation.refuseVisits(draft, event)) return false;
        preparation.askVisits(draft, event);
        return true;
      default:
        return this.#leave(event);
    }
  }

  #bargain(event: PartyEvent): boolean {
    const draft = this.#draft;
    const { phase } = this;
    switch (event.type) {
      case 'offer': {
        const refuse = phase === 'open' ? rounds.refuseOffer : rounds.refuseCounter;
        if (refuse(draft, event)) return false;
        judge(draft, event);
        rounds.putOffer(draft, event);
        this.phase = 'answering';
        return true;
      }
      case 'accept':
        if (phase === 'open' || rounds.refuseAcceptance(draft, event)) return false;
        judge(draft, event);
        if (phase === 'answering') {
          rounds.strikeDeal(draft);
          this.phase = 'arranging';
        } else rounds.acceptText(draft, event);
        return true;
      case 'refuse':
        if (phase === 'open' || rounds.refuseRefusal(draft, event)) return false;
        rounds.clearTable(draft);
        this.phase = 'open';
        return true;
      case 'callMediator':
        if (rounds.refuseMediation(draft, event)) return false;
        rounds.engageMediator(draft, event);
        return true;
      default:
        return this.#leave(event);
    }
  }

  #leave(event: PartyEvent): boolean {
    if (event.type !== 'walkOut' || suspension.refuseWalkOut(this.#draft, event)) return false;
    suspension.walkOut(this.#draft, event);
    this.phase = 'suspension';
    return true;
  }

  #transfer(event: PartyEvent): boolean {
    const draft = this.#draft;
    if (event.type !== 'handOver' && event.type !== 'withhold') return false;
    if (handOver.refuseTransfer(draft, event)) return false;
    if (event.type === 'handOver') handOver.handOver(draft, event);
    else {
      handOver.breakAgreement(draft, event.party);
      this.phase = 'suspension';
    }
    return true;
  }

  #resume(event: PartyEvent): boolean {
    if (event.type !== 'resume' || suspension.refuseResumption(this.#draft, event)) return false;
    initiation.propose(this.#draft, event.party, null, false);
    this.phase = 'overture';
    return true;
  }

  #settle(): void {
    while (this.#movesOn());
    const { leverage } = this.#draft;
    if (this.phase === 'concluded') this.band = 'settled';
    else if (leverage > BAND_ENTERED) this.band = 'ahead';
    else if (1 - leverage > BAND_ENTERED) this.band = 'behind';
    else if (this.band === 'weighing') this.band = 'even';
    else if (this.band === 'ahead' && leverage < BAND_LEFT) this.band = 'even';
    else if (this.band === 'behind' && 1 - leverage < BAND_LEFT) this.band = 'even';
  }

  /** What the phase does by itself; whether it did anything. */
  #movesOn(): boolean {
    const draft = this.#draft;
    switch (this.phase) {
      case 'overture':
        return initiation.overtureLapsed(draft) && this.#to('standoff', initiation.letOvertureLapse);
      case 'lists':
        return preparation.listsLapsed(draft) && this.#to('standoff', rounds.peterOut);
      case 'verification':
        return preparation.verified(draft) && this.#to('open', preparation.openTable);
      case 'singleText':
        if (rounds.bothAccepted(draft)) return this.#to('arranging', rounds.strikeDeal);
        return rounds.roundsLapsed(draft) && this.#to('standoff', rounds.peterOut);
      case 'open':
      case 'answering':
        return rounds.roundsLapsed(draft) && this.#to('standoff', rounds.peterOut);
      case 'arranging':
        return handOver.dayHasCome(draft) && this.#to('transfer', null);
      case 'transfer':
        if (handOver.stageRemains(draft)) return this.#to('arranging', handOver.nextStage);
        if (handOver.bothHandedOver(draft)) return this.#to('standoff', handOver.completeExchange);
        return handOver.handOverOverdue(draft) && this.#to('suspension', lapseInBreach);
      default:
        return false;
    }
  }

  #to(phase: Phase, update: ((draft: Draft) => void) | null): true {
    update?.(this.#draft);
    this.phase = phase;
    return true;
  }
}

function lapseInBreach(draft: Draft): void {
  handOver.breakAgreement(draft, handOver.inArrears(draft));
}
