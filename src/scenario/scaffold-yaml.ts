/**
 * The scenario.yaml of a new scenario: small, playable, fictional, with every kind of field in it,
 * those that few scenarios need as comments.
 */
export function scaffoldYaml(title: string): string {
  return `# yaml-language-server: $schema=scenario.schema.json
# ${title}: a scenario for Parley, made by \`parley new\`. Everything in it is fictional: change it into yours.
#
# How to read the figures
#   - A figure has one \`value\`, or \`low\`, \`best\` and \`high\`: each campaign draws its own value inside
#     that range, and the other side knows no more than the range.
#   - Who says so: \`by\` (whose claim it is) and \`source\` (an identifier under \`sources\`), or a list of
#     \`claims\` where sources differ. That is a reported figure.
#   - Or \`reason\`: why you assume it. A number with neither is refused.
#
# Units
#   People: held, captured. One unit of worth is an ordinary soldier of one's own, home: worth, grip,
#   reluctance, imbalance, precedent. Salience is a factor of pressure. Pressure, trust, patience, cover,
#   acceptance, chance and weights of dates are shares from 0 to 1.

parley: 1
title: "${title}"
summary: >-
  A fictional quarrel over a mountain pass. Eastland and Westland hold some dozens of each other's
  soldiers. Who asks first, who comes home, and what is given for them?
background: background.md # what both sides may read
begins: 2030-05-01
ends: 2030-07-31 # the last day played
# law-of-war: false # where those held are no prisoners of an armed conflict, such as spies in peace
# law-note: Neither had joined the Convention then. # how far that law bound, where it needs saying
# hostilities-end: 2030-07-15 # from this day on everybody must go home (GC III art. 118)

parties: # two, in the order in which they are shown
  east:
    name: Eastland
    capital: Eastgate # how it is spoken of: "Eastgate proposes talks"
    brief: briefs/east.md # for its delegation alone
    seat: boulware # who plays it unless a person does; \`parley list\` shows the negotiators
    # How loudly its public asks for its people on an ordinary day.
    pressure: { low: 0.25, best: 0.3, high: 0.35, reason: "Fictional: families write to the newspapers." }
    # What it costs to be seen to deal with the other side. The harder the quarrel, the higher.
    reluctance: { low: 6, best: 8, high: 11, reason: "Fictional: worth about a dozen soldiers." }
    # The price of each person given beyond those received.
    imbalance: { value: 0.8, reason: "Fictional: an uneven exchange is hard to explain at home." }
    # The price of conceding more than last time.
    precedent: { value: 0.4, reason: "Fictional: what was paid once is asked for again." }
    # What is left of the value of a deal that comes a day later.
    patience: { value: 0.985, reason: "Fictional: half of it is lost in six or seven weeks." }
    # parole: true # whether its law lets those who go home promise not to fight again (GC III art. 21)
    instructions: # private; the debrief shows whether they were followed
      - text: Bring home at least ten of the mountain guides; without them the valley has no rescue service.
        must: { east-guides: { value: 10, reason: "Fictional: about two thirds of those held." } }
  west:
    name: Westland
    capital: Westhaven
    brief: briefs/west.md
    seat: boulware
    pressure: { low: 0.25, best: 0.3, high: 0.35, reason: "Fictional: about as in Eastland." }
    reluctance: { low: 8, best: 12, high: 16, reason: "Fictional: the government has said that it does not bargain." }
    imbalance: { value: 0.8, reason: "Fictional: as for Eastland." }
    precedent: { value: 0.4, reason: "Fictional: as for Eastland." }
    patience: { value: 0.98, reason: "Fictional: its recruits are on every front page." }
    instructions:
      - text: Bring home at least twenty of the recruits before the summer.
        must: { west-recruits: { value: 20, reason: "Fictional: about half of those held and captured." } }
      - text: Nobody who knows the paths over the pass is to be given back.
        never: [east-guides]

groups: # each is of one party and held by the other
  east-soldiers:
    name: Soldiers of Eastland
    home: east # whose people they are
    holder: west # who holds them
    standing: tradeable # they may be the object of an agreement; or wounded, or civilian: owed
    about: Soldiers under contract, captured in the winter.
    # How many are held on the first day. This one is reported: somebody said so, and where.
    held: { low: 60, best: 75, high: 90, by: Westland (army), source: gazette }
    held-since: { from: 2029-12-01, to: 2030-02-28, reason: "Fictional: captured in the winter." } # how long already
    # What one of them home means to the home side, in ordinary soldiers.
    worth: { value: 1, reason: "The unit: an ordinary soldier." }
    # How much pressure at home lifts that: 1 doubles it under full pressure.
    salience: { value: 0.6, reason: "Fictional: their families are heard now and then." }
    # What giving one up costs the side that holds them.
    grip: { value: 0.5, reason: "Fictional: not much; they have to be fed." }
    when-ill: east-wounded # where those belong who fall seriously ill
    # custody: unit # a unit holds them and not the State (GC III art. 12)
    # prosecuted: { value: 0.05, reason: ... } # share under criminal prosecution (art. 115, 119)
    # set-apart-by: religion # ethnicity, nationality, religion or politics: no ground to keep people back (art. 16)
  east-guides:
    name: Mountain guides of Eastland
    short: Mountain guides # where a column is narrow
    home: east
    holder: west
    standing: tradeable
    about: Reservists who know every path over the pass.
    held: { value: 15, by: Eastland (rescue service), source: gazette }
    worth: { low: 1.8, best: 2.2, high: 2.6, reason: "Fictional: few, and hard to replace." }
    salience: { value: 0.8, reason: "Fictional: everybody in the valley knows one of them." }
    grip: { low: 1.2, best: 1.6, high: 2, reason: "Fictional: they would lead others back." }
    when-ill: east-wounded
  east-wounded:
    name: Seriously wounded and sick of Eastland
    short: Wounded and sick
    home: east
    holder: west
    standing: wounded # must be sent home whatever is given for them (GC III art. 109)
    about: People who need care that a camp does not have.
    held: { low: 4, best: 6, high: 9, reason: "Fictional: about one in fifteen." }
    worth: { value: 1.5, reason: "Fictional: their families fear for them." }
    salience: { value: 1, reason: "Fictional: nobody wants to answer for a death." }
    grip: { value: 0.1, reason: "Fictional: next to nothing; it is a duty." }
    consent: { value: 0.9, reason: "Fictional: one in ten wishes to stay (GC III art. 109(3))." }
  west-recruits:
    name: Recruits of Westland
    home: west
    holder: east
    standing: tradeable
    about: Young people in their first year of service.
    held:
      low: 10
      best: 14
      high: 20
      claims: # where sources differ: who says what
        - { by: Eastland (army), says: about twenty, source: gazette }
        - { by: Westland (ministry), says: not more than ten, source: courier }
      reason: Between the two claims, nearer to the lower one.
    worth: { low: 1, best: 1.2, high: 1.4, reason: "Fictional: a little more than an ordinary soldier." }
    salience: { low: 1.6, best: 2, high: 2.4, reason: "Fictional: their parents are heard every day." }
    grip: { value: 0.5, reason: "Fictional: they are what the other side asks for." }
    when-ill: west-wounded
  west-soldiers:
    name: Soldiers of Westland
    home: west
    holder: east
    standing: tradeable
    about: Soldiers under contract, captured in the winter.
    held: { low: 50, best: 60, high: 70, by: Eastland (army), source: gazette }
    worth: { value: 0.9, reason: "Fictional: a little less than the recruits." }
    salience: { value: 0.5, reason: "Fictional: their families are heard now and then." }
    grip: { value: 0.45, reason: "Fictional: not much; they have to be fed." }
    when-ill: west-wounded
  west-wounded:
    name: Seriously wounded and sick of Westland
    short: Wounded and sick
    home: west
    holder: east
    standing: wounded
    about: People who need care that a camp does not have.
    held: { low: 3, best: 5, high: 8, reason: "Fictional: about one in fifteen." }
    worth: { value: 1.5, reason: "Fictional: their families fear for them." }
    salience: { value: 1, reason: "Fictional: nobody wants to answer for a death." }
    grip: { value: 0.1, reason: "Fictional: next to nothing; it is a duty." }
  west-merchants:
    name: Interned merchants of Westland
    short: Interned merchants
    home: west
    holder: east
    standing: civilian # no prisoners of war, and no price
    about: Traders who were on the wrong side of the pass when it closed.
    held: { value: 9, by: Westland (chamber of trade), source: courier }
    worth: { value: 1.2, reason: "Fictional: well known at home." }
    salience: { value: 0.8, reason: "Fictional: their guild writes to the government." }
    grip: { value: 0.2, reason: "Fictional: there is no use in holding them." }

trust: { low: 0.3, best: 0.4, high: 0.5, reason: "Fictional: they have dealt with each other before." }
capacity: { low: 20, best: 30, high: 40, reason: "Fictional: one or two buses a side." }
stages: { value: 2, reason: "Fictional: a deal may be carried out on two mornings." } # one if left out
place: the old customs house on the pass
arranging: { low: 1, best: 2, high: 4, reason: "Fictional: the pass has to be cleared." } # days

captures: # on a known day
  - date: 2030-05-06
    title: A patrol of Westland loses its way in the fog
    groups:
      west-soldiers: { value: 4, by: Eastland (army), source: gazette }
    # Where the total is known better than how it divides: the others are all of one group.
    total: { low: 24, best: 28, high: 32, by: Eastland (army), source: gazette }
    rest: west-recruits

capture-rates: # by chance, while fighting goes on
  - name: Skirmishes along the pass
    per-week: { low: 1, best: 2, high: 4, reason: "Fictional: a quiet front." }
    batch: { value: 2, reason: "Fictional: usually a pair." } # people at once, on average
    from: 2030-05-01 # the first day if left out
    to: 2030-07-31 # the last day if left out
    mix: # of whom; only the proportions count
      east-soldiers: { value: 1, reason: "Fictional: both sides lose as many." }
      west-soldiers: { value: 1, reason: "Fictional: both sides lose as many." }

occasions: # dates that make both sides readier to close
  - date: 2030-06-21
    name: The midsummer feast of both sides
    weight: { value: 0.2, reason: "Fictional: families wait for it." }

mediators:
  lake-city:
    name: The Lake City
    about: A neutral town with a house for such talks.
    role: mediator # proposes terms; an intermediary only carries messages and witnesses
    guarantees: true # nobody crosses unless both sides have come
    hosts: false # whether it takes people in until the end, as a neutral country
    # Share of the reluctance that its name covers.
    cover: { low: 0.3, best: 0.4, high: 0.5, reason: "Fictional: both sides trust it." }
    acceptance: # chance that each side accepts it
      east: { value: 0.9, reason: "Fictional: it has helped before." }
      west: { value: 0.8, reason: "Fictional: it has helped before." }
  relief:
    name: The Relief Society
    about: Visits prisoners on both sides and carries their letters.
    role: intermediary
    cover: { value: 0.1, reason: "Fictional: it stands for no government." }
    acceptance:
      east: { value: 1, reason: "Fictional: it works on both sides." }
      west: { value: 1, reason: "Fictional: it works on both sides." }

injects: # news from outside: on a date, by chance, or by a teacher's hand where there is neither
  letters:
    title: Letters from the camps
    text: The Relief Society has brought letters from both sides. Newspapers print some of them.
    date: 2030-05-20
    effects:
      - pressure: # share of what is left to 1
          east: { value: 0.1, reason: "Fictional: read in every house." }
          west: { value: 0.1, reason: "Fictional: read in every house." }
  landslide:
    title: A landslide on the pass
    text: The road over the pass is closed for five days.
    chance: { value: 0.01, reason: "Fictional: once in a hundred days." } # a day
    from: 2030-05-10
    to: 2030-07-20
    effects:
      - halt: { value: 5, reason: "Fictional: until the road is clear." }
  envoy:
    title: An envoy of the Lake City
    text: An envoy of the Lake City has come and offers its house.
    effects:
      - mediator: lake-city # comes to the table if both sides accept it
      - trust: { value: 0.05, reason: "Fictional: a friendly evening." } # below 0 takes away
      # - internment-ends: { east: { value: 0.2, reason: ... } } # its people in a neutral country go home early: trust lost
  avalanche:
    title: Avalanche
    text: Six soldiers of Eastland are cut off by an avalanche and taken.
    effects:
      - captured: { east-soldiers: { value: 6, reason: "Fictional: a small patrol." } }
  new-orders:
    title: New orders
    text: A telegram has come for one of the delegations.
    effects:
      - instruct:
          east:
            - text: The guides' families have been received by the minister. Bring at least five of them home.
              must: { east-guides: { value: 5, reason: "Fictional: a third of those held." } }

teaching: # for the teacher
  aims:
    - See what two sides with different wishes can give each other.
    - Keep those who are owed by law outside the bargain.
    - Weigh an instruction against what the table can bear.
  minutes: { low: 30, best: 40, high: 50, reason: "A quarter of an hour to read, the rest to play and talk." }
  typical: Most tables exchange recruits for soldiers, one for one, and find out late what the guides are worth.
  questions:
    - Who asked first, and why?
    - What became of the wounded and of the merchants?
  # hints: off # nobody can ask the coach while playing; on if left out
  # afterwards: What happened then, as reported [gazette]; no delegation reads it.

sources: # where the reported figures can be read; these two do not exist
  gazette:
    title: News from the pass
    publisher: The Eastgate Gazette (fictional)
    url: https://example.org/gazette
  courier:
    title: What we know of our people
    publisher: The Westhaven Courier (fictional)
    url: https://example.org/courier
    copy: true # the address is not the original publisher's
`;
}
