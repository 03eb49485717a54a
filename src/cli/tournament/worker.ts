import { parentPort, workerData } from 'node:worker_threads';
import type { Pairing } from '../../analysis/tournament.ts';
import { type Field, playPairing } from './field.ts';

/* What runs in every thread of a tournament: it is given one pairing after another. */

const field = workerData as Field;

parentPort?.on('message', (pairing: Pairing) => {
  parentPort?.postMessage(playPairing(field, pairing));
});
