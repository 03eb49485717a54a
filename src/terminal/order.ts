import type { Deal } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import type { Setup } from './game.ts';
import type { Farewell } from './host.ts';
import type { Key } from './key.ts';
import type { Settings } from './settings.ts';

/** What only the session can do: it has the table, the host and the way out. */
export type Order =
  | { readonly do: 'begin'; readonly setup: Setup; readonly unrecorded: boolean }
  | { readonly do: 'takeUp'; readonly index: number }
  | { readonly do: 'move'; readonly move: Move }
  | { readonly do: 'pass'; readonly until: 'day' | 'event' }
  | { readonly do: 'mediate'; readonly deal: Deal }
  | { readonly do: 'inject'; readonly inject: string }
  | { readonly do: 'branch'; readonly day: number }
  | { readonly do: 'debrief' }
  | { readonly do: 'coach'; readonly what: 'startOrStop' | 'otherSide' }
  | { readonly do: 'hint' }
  | { readonly do: 'keepSettings'; readonly settings: Settings }
  | { readonly do: 'keepNotes' }
  | { readonly do: 'picture' }
  | { readonly do: 'recording' }
  | { readonly do: 'press'; readonly keys: readonly Key[] }
  | { readonly do: 'export'; readonly format: 'text' | 'html' }
  | { readonly do: 'toStart' }
  | { readonly do: 'leave'; readonly how: Farewell['how'] };
