/** A register that has nearly everything that one can have. */
export const RICH_REGISTER = `register: 1
id: example_association
controller: { name: Example Association, legalForm: association, address: 1 Example Street, country: CH, website: www.example.org, representative: Dominique Exemple, jointWith: [Example Partner] }
contacts:
  dpo: { email: dpo@association.example, post: 2 Example Street, assumed: true, reason: a guess }
  rightsChannels: [{ type: email, value: dpo@association.example }]
supervisoryAuthority: { name: Example Authority, contact: { url: 'https://authority.example/' }, complaint: {} }
jurisdiction: FR
timeZone: Europe/Paris
holidayCalendar: FR
languages: [en, fr]
identity: { policyRequires: none }
rights: { access: {} }
declares: { noAdm: true }
provision: { text: { en: yes, fr: oui } }
security: { text: { en: 'Keys', fr: '=Clefs' }, assumed: true, reason: a guess }
caseRetention: { length: P5Y, justification: claims }
archiveRetention: { length: P30D, justification: time to download }
subjects:
  members: { title: { en: Members, fr: Membres } }
  guests: { title: { en: Guests, fr: Invités } }
  callers: { title: { en: Callers, fr: Appelants } }
recipients:
  host: { title: { en: Hosting, fr: Hébergement }, name: Example Hosting, role: processor, location: { in: [FR, US] }, safeguard: { type: standard_clauses, text: { en: with more, fr: avec un supplément }, copyFrom: 'https://hosting.example' } }
  buyer: { title: { en: Buyer, fr: Acquéreur }, unnamedBecause: not_identifiable, role: third_party, onlyIf: { en: sold, fr: cession }, assumed: true, reason: a guess }
  others: { title: { en: Others, fr: Autres membres }, name: All, role: subjects, location: { in: worldwide, assumed: true, reason: a network }, safeguard: { type: derogation, assumed: true, reason: a guess } }
activities:
  membership:
    title: { en: Membership, fr: Adhésion }
    assumed: true
    reason: a guess
    role: { is: joint, assumed: true, reason: likely }
    systems: [{ name: Paper, manual: true }]
    subjects: [members, guests]
    purposes:
      administration:
        title: { en: Administration, fr: Gestion }
        assumed: true
        reason: a guess
        bases: [{ basis: contract }, { basis: legitimate_interest, interest: { en: 'Peace : quiet', fr: 'Paix ; repos : calme' }, assumed: true, reason: a guess }]
      mail: { title: { en: Mail, fr: Courrier }, marketing: true, bases: [{ basis: explicit_consent }] }
    fields:
      name: { title: { en: Name, fr: Nom }, category: 'pd:Name', origin: provided }
      diet: { title: { en: Diet, fr: Régime }, category: 'x:Diet', origin: provided, special: [health, religion], assumed: true, reason: a guess }
      belief: { title: { en: Belief, fr: Conviction }, category: 'x:Belief', origin: provided, special: [religion, philosophy] }
    article9: [{ condition: a }]
    collectedFrom: [{ title: { en: The member, fr: Le membre } }]
    recipients: [host, buyer, others]
    retention:
      - { anchor: membership.endedAt, period: P2Y, subjects: [members], then: archive }
      - { fields: [name], criterion: { text: { en: as long as useful, fr: tant que c'est utile }, fixedBy: Code civil } }
      - { fields: [diet, belief], anchor: [a.at, b.at], combine: earlier_of, period: { length: P1W, assumed: true, reason: a guess }, overrides: [{ because: litigation, until: { en: the end, fr: la fin }, assumed: true, reason: a guess }] }
    adm: { level: none }
  alone:
    title: { en: Alone, fr: Seule }
    role: { is: controller, assumed: true, reason: nobody says so }
    subjects: [guests]
    purposes: { one: { title: { en: One, fr: Une } , bases: [{ basis: vital }] } }
    collectedFrom: [{ title: { en: The guest, fr: L'invité } }]
    recipients: []
    retention: [{ anchor: guest.leftAt, period: P0D }]
    adm: { level: none }
  service:
    title: { en: Service, fr: Service }
    role: processor
    onBehalfOf: { en: Clients, fr: Les clients }
    subjects: [callers]
unstated: [activities.alone.fields, activities.membership.retention.1.anchor]
`;
