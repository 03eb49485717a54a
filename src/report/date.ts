import { dateOf, type Scenario } from '../scenario/scenario.ts';

// Our own names, so that a text does not depend on the language of the machine it is made on.
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

type Begun = Pick<Scenario, 'begins'>;

/** A day of the campaign as a date: "6 August 2024". */
export function formatDate(scenario: Begun, day: number): string {
  const [year, month, date] = dateOf(scenario, day).split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** A day with its place in the campaign: "Day 3, Fri 9 August 2024". */
export function formatDay(scenario: Begun, day: number): string {
  const weekday = WEEKDAYS[new Date(dateOf(scenario, day)).getUTCDay()];
  return `Day ${day}, ${weekday} ${formatDate(scenario, day)}`;
}

/** All the days that are played: "6 August 2024 to 31 December 2024, day 0 to day 147". */
export function formatSpan(scenario: Begun & Pick<Scenario, 'days'>): string {
  const { days } = scenario;
  return `${formatDate(scenario, 0)} to ${formatDate(scenario, days)}, day 0 to day ${days}`;
}

/** Several days: "Days 3 to 5, 9 to 11 August 2024". */
export function formatDays(scenario: Begun, from: number, to: number): string {
  if (from === to) return formatDay(scenario, from);
  return `Days ${from} to ${to}, ${shortened(formatDate(scenario, from), formatDate(scenario, to))}`;
}

/** Two dates, the first without what it shares with the second. */
function shortened(from: string, to: string): string {
  const [fromDate, fromMonth, fromYear] = from.split(' ');
  const [, toMonth, toYear] = to.split(' ');
  if (fromYear !== toYear) return `${from} to ${to}`;
  return `${fromMonth === toMonth ? fromDate : `${fromDate} ${fromMonth}`} to ${to}`;
}
