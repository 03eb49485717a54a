import type { PartyIndex } from '../scenario/scenario.ts';

/** Whose knowledge bounds what is shown: a party, whoever mediates, or null for somebody who knows everything. */
export type Viewer = PartyIndex | 'mediator' | null;
