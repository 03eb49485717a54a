import { COVERAGES, PUBLICITY, STRIKE_GROUNDS } from '../../campaign/event.ts';
import { LONGEST_MESSAGE } from '../../campaign/rounds.ts';
import { ENGINE } from '../../table/record.ts';
import { MOST_FAULTS, PROTOCOL } from '../outside-player.ts';
import { HANDED_DOWN, LONGEST_LINE, MOST_UNASKED } from '../outside-program.ts';
import type { Shell } from '../shell.ts';

/** `parley protocol`: how another program is spoken to that sits in a seat. */
export function protocol(shell: Shell): Promise<void> {
  return shell.print(PROTOCOL_TEXT);
}

function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

const PROTOCOL_TEXT = `HOW ANOTHER PROGRAM PLAYS A SEAT (protocol ${PROTOCOL})

  parley run two-rivers --seat aren=exec:./bot.py
  parley run two-rivers --seat "aren=exec:node bot.ts --calm" --seat-timeout 5

What follows exec: is the program and its arguments, divided at spaces; there is
no shell. A name with a slash is a path, any other is looked for on PATH. The
program runs in the folder where parley was started, with your rights: run only
what you trust. Of the environment it gets ${HANDED_DOWN.slice(0, -1).join(', ')} and ${HANDED_DOWN.at(-1)}, no more.

MESSAGES
One JSON object a line, UTF-8, each line ended by a line feed. Parley writes to
the program's standard input and reads its standard output; print nothing else
there, and flush after every line. Standard error is yours: its last lines are
shown if the seat is forfeited.

  parley   {"type":"hello","protocol":${PROTOCOL},"engine":"${ENGINE}","scenario":{...},
            "party":0,"luck":"9f2c...","known":{...}}
  program  {"type":"hello","protocol":${PROTOCOL}}
  parley   {"type":"turn","turn":1,"view":{...},"legal":[...]}
  program  {"type":"move","turn":1,"move":{"type":"wait"}}
  parley   {"type":"turn","turn":2,...}
  ...
  parley   {"type":"fault","turn":7,"reason":"..."}
  ...
  parley   {"type":"end","reason":"over","view":{...}}

hello   scenario: id, title, begins (ISO date), days, and the names of parties,
        groups and mediators. party: yours, 0 or 1, as an index into parties.
        known: what you know for the whole campaign, your own side exactly, the
        other's as ranges {low, best, high}. luck: the same text for the same
        seed and seat, to seed a random generator with; the seed is not told.
turn    view: what your party may know today. legal: the moves that are
        possible, each with the choices it leaves open. Groups and mediators are
        indices; a deal is a list of people, one number a group. Days count
        from 0.
move    turn: the number of the turn it answers. move: type and what it needs.
fault   your answer to that turn did not count, and why.
end     over: the campaign, or the days that were asked for; forfeit: your seat.
        Then standard input is closed. End within a second.

Fields of known, view and legal: the types Knowledge, View and LegalMove of the
package parley-exchange; a move is its type Move. Fields may be added within a
protocol version: leave alone what you do not know.

MOVES
  {"type":"wait"}  {"type":"agree"}  {"type":"decline"}  {"type":"askVisits"}
  {"type":"accept"}  {"type":"refuse"}  {"type":"walkOut"}  {"type":"handOver"}
  {"type":"withhold"}  {"type":"resume"}
  {"type":"proposeTalks","mediator":null,"openly":false}
  {"type":"callMediator","mediator":0}
  {"type":"submitList","coverage":"full"}
        coverage: ${oneOf(COVERAGES)}
  {"type":"strikeNames","people":[0,3,0]}
        it may have grounds: ${oneOf(STRIKE_GROUNDS)}
  {"type":"release","people":[0,0,5]}
  {"type":"publicise","what":"appeal"}
        what: ${oneOf(PUBLICITY)}
  {"type":"offer","deal":[10,0,10]}
        it may have a message of up to ${LONGEST_MESSAGE} characters; interned, who of
        the deal goes to the country of a mediator that takes them in, as a list
        like the deal; parole, true if those who go home promise not to fight

WHAT GOES WRONG, AND WHAT COMES OF IT
  cannot be started, no hello within 10 seconds, another protocol
        nothing is played, exit code 2
  no answer within --seat-timeout (10 seconds unless given)
  an answer that is not JSON, or no move, or another turn's
  a move that is not possible now
        the turn is waited, and counted as a fault
  ${MOST_FAULTS} faults
  the program ends
  a line of more than ${LONGEST_LINE.toLocaleString('en-US')} characters
  more than ${MOST_UNASKED.toLocaleString('en-US')} lines that nobody asked for, answers to earlier turns
  among them
        the seat is forfeited and waits until the end, with what comes of it:
        an agreement that is not carried out is broken. The campaign is played
        to its end and told, then exit code 1
An answer that comes too late is passed over. At the end, on Ctrl-C and on
SIGTERM the program's whole process group is ended.

RECORDS
A record holds the moves, so it replays and is checked without the program. It
cannot be taken up in the middle. The same seed gives the same record if the
program does the same and is never too late.
`;
