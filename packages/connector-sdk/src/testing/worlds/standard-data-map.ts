/** The data map of the standard world: what a person who knows its tables would have written. */
export const STANDARD_DATA_MAP = `
dataMap: 1
title: A hostel association
unmapped:
  visit_log: Technical lines without an owner.

collections:
  person:
    title: { en: People, fr: Personnes }
    fields:
      id: { identifier: { kind: id, namespace: club.person } }
      email: { identifier: email, category: 'pd:EmailAddress', origin: provided }
      givenName: { column: given_name, identifier: { kind: name, part: given } }
      familyName: { column: family_name, identifier: { kind: name, part: family } }
      birth_date: { identifier: birthDate, type: date }
      phone: { identifier: phone }
      member_no: { identifier: { kind: id, namespace: club.member } }
      password_hash: { secret: true }
      note: { freeText: true }

  address: # known by it, though the person's own row has another
    fields:
      id:
      person_id:
      email: { identifier: { kind: email, of: owner } }
    references:
      person: { to: person, on: { person_id: id }, as: owned }

  subscriber:
    fields:
      email: { identifier: email }
      topic:

  venue: { personal: none, reason: Places., fields: { name: } }
  event:
    personal: none
    reason: What happens, not who comes.
    fields: { title:, organiser_email: { thirdParty: true } }
    references:
      place: { to: venue, on: { venue_id: id }, as: context, show: [name] }

  booking:
    fields:
      hostel:
      number:
      contact_email: { identifier: email, thirdParty: true }
    references:
      person: { to: person, on: { person_id: id }, as: owned }
      event: { to: event, on: { event_id: id }, as: context, show: [title, place.name] }
  booking_line:
    fields: { hostel:, number:, line:, what: }
    references:
      booking: { to: booking, on: { hostel: hostel, number: number }, as: owned }
  line_note:
    fields: { id:, note: { freeText: true } }
    references:
      line: { to: booking_line, on: { hostel: hostel, number: number, line: line }, as: owned }
  payment: # two paths lead here
    fields: { id:, cents: }
    references:
      payer: { to: person, on: { person_id: id }, as: owned }
      booking: { to: booking, on: { hostel: hostel, number: number }, as: owned }
  enrolment:
    references:
      person: { to: person, on: { person_id: id }, as: owned }
      event: { to: event, on: { event_id: id }, as: context, show: [title] }

  folder:
    fields: { id:, name: }
    references:
      person: { to: person, on: { person_id: id }, as: owned }
      parent: { to: folder, on: { parent_id: id }, as: owned }
  thread:
    fields: { id: }
    references:
      person: { to: person, on: { person_id: id }, as: owned }
      starter: { to: message, on: { starter_id: id }, as: owned, maxDepth: 4 }
  message:
    fields: { id:, body: }
    references:
      thread: { to: thread, on: { thread_id: id }, as: owned }

  document:
    fields:
      id:
      name:
      content: { type: file }
    references:
      person: { to: person, on: { person_id: id }, as: owned }
  odd_value:
    fields:
      id:
      flag: { type: boolean }
      document: { type: json }
      raw: { type: bytes }
      legacy: { type: string, charset: windows-1252 }
      broken: { type: string, charset: utf-8 }
    references:
      person: { to: person, on: { person_id: id }, as: owned }
  odd_name:
    table: 'odd "table" \`name\`'
    fields: { id: }
    references:
      person: { to: person, on: { person id: id }, as: owned }
  piece:
    fields: { id:, body: }
    references:
      person: { to: person, on: { person_id: id }, as: owned }
`;
