import type { LawRule } from './law-rule.ts';

/* How prisoners are spoken of and treated, and what their families may know. */

export const publicCuriosity: LawRule = {
  id: 'public-curiosity',
  article: 'GC III art. 13',
  title: 'Prisoners shown to the public',
  severity: 'contested',
  explanation:
    'Prisoners must be protected from insults and public curiosity. Names may reach families and the Central Agency; ' +
    'where publication serves to put pressure on the other side, the protection is strained.',
  watches: ['publicise'],
  check: (_, event) =>
    event.type === 'publicise' && event.what === 'list'
      ? [{ by: event.party, saw: 'a list of prisoners published to move the other side' }]
      : [],
};

export const statusDenied: LawRule = {
  id: 'status-denied',
  article: 'GC III art. 4, 5, 85',
  title: 'Captured fighters said to be no prisoners of war',
  severity: 'breach',
  explanation:
    'Whoever belongs to the armed forces, or to militia and volunteer corps that form part of them, is a prisoner of war ' +
    'once in enemy hands, whatever the unit; in doubt, until a tribunal has decided; and also when convicted of acts ' +
    'before capture (some States maintain a reservation to the last).',
  watches: ['publicise'],
  check: (_, event) =>
    event.type === 'publicise' && event.what === 'denial'
      ? [{ by: event.party, saw: 'a public statement that some of those held are not prisoners of war' }]
      : [],
};

export const threats: LawRule = {
  id: 'threats-and-reprisals',
  article: 'GC III art. 13; customary IHL rule 96',
  title: 'Prisoners threatened',
  severity: 'breach',
  explanation:
    'Prisoners must be protected against violence and intimidation, and reprisals against them are prohibited. To ' +
    'threaten those one holds in order to compel the other side is also what the prohibition of hostage-taking is about.',
  watches: ['publicise'],
  check: (_, event) =>
    event.type === 'publicise' && event.what === 'threat'
      ? [{ by: event.party, saw: 'a threat that prisoners would suffer' }]
      : [],
};

export const mailWithheld: LawRule = {
  id: 'mail-withheld',
  article: 'GC III art. 71',
  title: 'Letters kept back to move the other side',
  severity: 'breach',
  explanation:
    'Prisoners may send and receive letters and cards; where numbers must be limited, at least two letters and four ' +
    "cards a month. Mail is theirs and their families': it is no means of pressure and nothing to bargain with.",
  watches: ['publicise'],
  check: (_, event) =>
    event.type === 'publicise' && event.what === 'mail'
      ? [{ by: event.party, saw: 'a public statement that letters wait until the other side moves' }]
      : [],
};

export const namesWithheld: LawRule = {
  id: 'names-withheld',
  article: 'GC III art. 70, 122, 123',
  title: 'A list that does not say truly who is held',
  severity: 'contested',
  explanation:
    'Each captive may write home within a week of coming to a camp, and each side passes on the particulars of all whom ' +
    'it holds to its information bureau and the Central Agency. Names are not a currency. Whether a list between ' +
    'delegations breaks the duty depends on whether those left out of it were notified in another way.',
  watches: ['submitList'],
  check: (_, event) =>
    event.type === 'submitList' && event.coverage !== 'full'
      ? [
          {
            by: event.party,
            saw: `a list that ${event.coverage === 'partial' ? 'leaves out people who are held' : 'names people who are not held'}`,
          },
        ]
      : [],
};
