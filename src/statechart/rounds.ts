import { move, type StateConfig } from './config.ts';

/** Alternating offers, with or without a mediator. */
export const rounds: StateConfig = {
  id: 'rounds',
  description: 'Offers and answers in turn',
  initial: 'open',
  on: {
    walkOut: move('mayWalkOut', 'walkOut', '#suspension'),
    callMediator: move('mayCallMediator', 'engageMediator'),
  },
  always: [{ guard: 'roundsLapsed', target: '#initiation', actions: ['peterOut'] }],
  states: {
    open: {
      description: 'Nothing is on the table',
      on: {
        offer: move('mayOffer', 'putOffer', 'answering'),
        mediatorProposes: { target: 'singleText', actions: ['putMediatorsText'] },
      },
    },
    answering: {
      description: "One side's offer is on the table",
      on: {
        accept: move('mayAccept', 'strikeDeal', '#handOver'),
        refuse: move('mayRefuse', 'clearTable', 'open'),
        offer: move('mayCounter', 'putOffer'),
        mediatorProposes: { target: 'singleText', actions: ['putMediatorsText'] },
      },
    },
    singleText: {
      description: "The mediator's text is on the table; it holds once both accept",
      on: {
        accept: move('mayAccept', 'acceptText'),
        refuse: move('mayRefuse', 'clearTable', 'open'),
        offer: move('mayCounter', 'putOffer', 'answering'),
      },
      always: [{ guard: 'bothAccepted', target: '#handOver', actions: ['strikeDeal'] }],
    },
  },
};
