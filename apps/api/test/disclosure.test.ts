import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { assembled, awaiting, type Gate, gateOf, places } from './assembled-request.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';

let house: ServiceHouse;
let officer: Officer;
beforeAll(async () => {
  house = await serviceHouse();
  officer = await officerOf(house, 'hostel');
}, 60_000);
afterAll(() => house.stop());

async function noticesOf(id: string, language: 'en' | 'fr') {
  const { request } = await officer.client.run('requestNotices', { id, language });
  if (request?.notices == null) throw new Error('Nobody says who receives data.');
  return request.notices;
}

describe('a finished answer of a controller with a register', () => {
  it('says what keeps it from going out by itself, where, and what to do, in the officer’s language (OUT-08)', async () => {
    const [guest] = house.world.hostel;
    if (guest === undefined) throw new Error('The hostel has nobody.');
    const id = await assembled(officer, guest);
    const request = await awaiting(officer, id);
    expect(request.gate).toMatchObject({ release: 'dpo', answer: 'copy' });
    expect(places(request, 'third-party-data')).toEqual(
      expect.arrayContaining(['colocataire.courriel', 'colocataire.nom', 'colocataire.prenom', 'facture.destinataire']),
    );
    const french = await gateOf(officer, id, 'fr');
    const words = (each: Gate | null | undefined) => each?.gate?.reasons.map(({ what, remedy }) => [what, remedy]);
    expect(words(french)).toHaveLength(request.gate?.reasons.length ?? -1);
    expect(words(french)).not.toEqual(words(request));

    const ruling = { source: 'hostel', collection: 'facture', field: 'destinataire', involvement: 'author' as const };
    const bare = { ...ruling, outcome: 'redact' as const };
    const refused = await officer.client.run('ruleOnField', { id, ruling: { ...bare, involvement: 'mentioned' } });
    expect(refused.ruleOnField).toMatchObject({ __typename: 'Refusal', code: 'INVALID_INPUT' });
    accepted((await officer.client.run('ruleOnField', { id, ruling: { ...ruling, outcome: 'disclose' } })).ruleOnField);
    const ruled = await awaiting(officer, id);
    expect(ruled.rulings).toEqual([{ source: 'hostel', collection: 'facture', field: 'destinataire', ruling: 'disclose' }]);
    expect(places(ruled, 'third-party-data')).not.toContain('facture.destinataire');
    const redact = {
      ...ruling,
      field: 'nom',
      collection: 'colocataire',
      involvement: 'mentioned' as const,
      outcome: 'redact' as const,
      adverseEffect: { isConcrete: true, what: 'It tells with whom they slept in one room.' },
      balance: { prevails: 'other' as const, why: 'They have not been asked.' },
      redaction: { reconciles: true },
    };
    accepted((await officer.client.run('ruleOnField', { id, ruling: redact })).ruleOnField);
    expect(places(await awaiting(officer, id), 'redaction')).toEqual(['colocataire.nom']);

    const inPart = { ...redact, collection: 'facture', field: 'destinataire', onlyOthers: true };
    accepted((await officer.client.run('ruleOnField', { id, ruling: inPart })).ruleOnField);
    expect((await awaiting(officer, id)).rulings).toContainEqual(
      expect.objectContaining({ field: 'destinataire', ruling: 'redact_others' }),
    );
  });

  it('tells the officer who receives data of the person, for later notices (PRF-05)', async () => {
    const [guest] = house.world.hostel;
    if (guest === undefined) throw new Error('The hostel has nobody.');
    const id = await assembled(officer, guest);
    const { recipients, unstated } = await noticesOf(id, 'en');
    const activities = new Set((await awaiting(officer, id)).retention.map(({ activity }) => activity));
    expect(recipients.length).toBeGreaterThan(0);
    expect(recipients.flatMap((each) => each.activities).filter((activity) => !activities.has(activity))).toEqual([]);
    expect(recipients.map(({ role }) => role)).not.toContain('internal');
    const french = await noticesOf(id, 'fr');
    expect(french.unstated).toEqual(unstated);
    expect(french.recipients.map((each) => each.id)).toEqual(recipients.map((each) => each.id));
    expect(french.recipients.map(({ title }) => title)).not.toEqual(recipients.map(({ title }) => title));
  });

  it('tells the officer how its records stand by the rules of retention (RET-04)', async () => {
    const [guest] = house.world.hostel;
    if (guest === undefined) throw new Error('The hostel has nobody.');
    const { retention } = await awaiting(officer, await assembled(officer, guest));
    const known = retention.flatMap(({ activity, counts }) =>
      counts.map(({ status, records }) => ({ activity, status, records })),
    );
    expect(new Set(known.map(({ activity }) => activity))).toContain('orders');
    expect(known.every(({ records }) => records > 0)).toBe(true);
  });
});
