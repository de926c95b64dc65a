/** A small register in which nothing is amiss. */
export const SOUND_REGISTER = `# A comment is welcome.
register: 1
id: example_association
controller: { name: Example Association, legalForm: association, address: 1 Example Street, country: FR }
contacts:
  dpo: { email: dpo@association.example }
  rightsChannels: [{ type: email, value: dpo@association.example }]
supervisoryAuthority: { name: Example Authority, contact: { url: 'https://authority.example/' }, complaint: {} }
jurisdiction: FR
timeZone: Europe/Paris
holidayCalendar: FR
languages: [en, fr]
identity: { policyRequires: none }
rights: { access: {}, rectification: {}, erasure: {}, restriction: {}, objection: {}, portability: {} }
declares: { noAdm: true, noRegister: { assumed: true, reason: a guess } }
caseRetention: { length: P5Y, justification: claims }
archiveRetention: { length: P30D, justification: time to download }
subjects: { members: { title: { en: Members, fr: Membres } } }
recipients:
  host: { title: { en: Hosting, fr: Hébergement }, name: Example Hosting, role: processor, location: { in: [FR] } }
activities:
  membership:
    title: { en: Membership, fr: Adhésion }
    role: controller
    subjects: [members]
    purposes: { administration: { title: { en: Administration, fr: Gestion }, bases: [{ basis: contract }] } }
    fields: { name: { title: { en: Name, fr: Nom }, category: 'pd:Name', origin: provided } }
    collectedFrom: [{ title: { en: The member, fr: Le membre } }]
    recipients: [host]
    retention: [{ anchor: membership.endedAt, period: P2Y }]
unstated: [provision, security, activities.*.adm]
`;
