import { workerData } from 'node:worker_threads';
import { worker } from 'workerpool';
import type { Pairing } from '../../analysis/tournament.ts';
import { type Field, playPairing } from './field.ts';

/* What runs in every thread of a tournament: it is given one pairing after another. */

const field = workerData as Field;

worker({ playPairing: (pairing: Pairing) => playPairing(field, pairing) });
