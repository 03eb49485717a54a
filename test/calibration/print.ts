import { calibration, overturesFromMoscowWithoutCaptures } from './kursk.ts';

/* Prints the calibration table: npm run calibrate, or with another number of seeds: npm run calibrate -- 500 */

const seeds = Number(process.argv[2] ?? 2000);
const rows = calibration(seeds);
const width = (key: 'quantity' | 'record' | 'accept' | 'simulated') =>
  Math.max(...rows.map(row => row[key].length), key.length);
const line = (
  row: { quantity: string; record: string; accept: string; simulated: string },
  verdict: string,
) =>
  [
    row.quantity.padEnd(width('quantity')),
    row.record.padEnd(width('record')),
    row.accept.padEnd(width('accept')),
    row.simulated.padEnd(width('simulated')),
    verdict,
  ].join('  ');

console.log(`kursk-2024, seeds 1 to ${seeds}, standard seats`);
console.log(line({ quantity: 'quantity', record: 'record', accept: 'accept', simulated: 'simulated' }, ''));
for (const row of rows) console.log(line(row, row.within ? 'within' : 'OUTSIDE'));
const moscow = overturesFromMoscowWithoutCaptures(seeds);
console.log(`without the captures Moscow asks for talks in ${(100 * moscow).toFixed(1)} % of campaigns`);
