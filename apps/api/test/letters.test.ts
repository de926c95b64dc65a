import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted } from '../src/client/service-client.js';
import type { GroundedRefusalInput, LetterInput } from '../src/client/operations.generated.js';
import type { Officer } from '../src/demo/officer.js';
import { assembled } from './assembled-request.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';

let house: ServiceHouse;
let officer: Officer;
beforeAll(async () => {
  house = await serviceHouse();
  officer = await officerOf(house, 'hostel');
}, 60_000);
afterAll(() => house.stop());

async function opened(value = 'nobody@example.org'): Promise<string> {
  const identifiers = [{ kind: 'email' as const, value, provedBy: 'a test' }];
  const clientKey = `key-${String(Math.random())}`;
  const input = { clientKey, identifiers, rights: ['access' as const], language: 'fr' as const };
  return accepted((await officer.client.run('openRequest', { input })).openRequest).id;
}

async function preview(id: string, letter: LetterInput) {
  return (await officer.client.run('letterPreview', { id, letter })).letterPreview;
}

async function searched(id: string): Promise<void> {
  await officer.client.run('startRequest', { id });
  for (;;) {
    const { request } = await officer.client.run('request', { id });
    if (request?.state === 'awaiting_release') return;
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

describe('a letter of a request', () => {
  it('is shown before it is written, in the language of the request or another, with what the service knows (INT-04)', async () => {
    const id = await opened();
    const facts = JSON.stringify({ identity: 'link_or_code' });
    const french = await preview(id, { kind: 'acknowledgement', facts });
    expect(french).toMatchObject({ __typename: 'LetterPreview', title: 'Nous avons bien reçu votre demande' });
    const english = accepted(await preview(id, { kind: 'acknowledgement', facts, language: 'en', addressee: 'Ann Example' }));
    expect(english.html).toContain('<html lang="en">');
    expect(english.text).toContain('Ann Example');
    const { request } = await officer.client.run('letters', { id });
    expect(request?.letters).toEqual([]);
  });

  it('is refused where it lacks what the law demands, and says each thing (OUT-02)', async () => {
    const id = await opened();
    const refused = await preview(id, { kind: 'refusal' });
    expect(refused).toMatchObject({ __typename: 'Refusal', code: 'INVALID_INPUT' });
    expect(refused).toMatchObject({ message: expect.stringContaining('The letter refusal cannot be written.') });
    for (const facts of ['{', '[]', 'null', '7']) {
      expect(await preview(id, { kind: 'refusal', facts })).toMatchObject({ message: 'The facts are no JSON object.' });
    }
    expect(await preview('req_none', { kind: 'refusal' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('knows what was decided: that another controller is meant, or that nobody can be identified (INT-10, IDV-07)', async () => {
    const meant = await opened();
    const explanation = 'The hostels of the north belong to somebody else.';
    accepted((await officer.client.run('answerWrongController', { id: meant, answer: { explanation } })).answerWrongController);
    const other = accepted(await preview(meant, { kind: 'wrong_controller', language: 'en', addressee: 'Ann Example' }));
    expect(other.text).toMatch(/belong to somebody else\.[\s\S]*have not passed on your request/u);
    const nobody = await opened();
    const refusal = { demonstration: 'The counters at the doors keep no names.', wouldHelp: ['id' as const] };
    accepted((await officer.client.run('refuseUnidentifiable', { id: nobody, refusal })).refuseUnidentifiable);
    const refused = accepted(await preview(nobody, { kind: 'refusal', language: 'en', addressee: 'Ann Example' }));
    expect(refused.text).toMatch(/keep no names\.[\s\S]*look again:[\s\S]*file number/u);
  });

  it.each([
    ['en', undefined, /code was not entered\.[\s\S]*the code that we send[\s\S]*send us what is missing/u],
    ['fr', 'proxy', /pour une autre personne[\s\S]*code was not entered\.[\s\S]*un mandat[\s\S]*à tout moment/u],
  ] as const)(
    'says in %s what would prove who asks, or that %s may, and that they can ask again (OUT-03, IDV-08)',
    async (language, onBehalf, said) => {
      const identifiers = [{ kind: 'email' as const, value: 'unproved@example.org' }];
      const given = { clientKey: `unproved-${language}`, identifiers, rights: ['access' as const] };
      const input = onBehalf === undefined ? given : { ...given, onBehalf };
      const { id } = accepted((await officer.client.run('openRequest', { input })).openRequest);
      const reason = 'The code was not entered.';
      accepted((await officer.client.run('refuseUnproved', { id, reason })).refuseUnproved);
      const { text } = accepted(await preview(id, { kind: 'refusal', language, addressee: 'Ann Example' }));
      expect(text).toMatch(said);
    },
  );

  it('rests on the ground that was decided, with its evidence, which the trail does not hold (OUT-03, OUT-04, OUT-05, OUT-07)', async () => {
    const other = await opened();
    const earlier = await opened('twice@example.org');
    const asked = { reason: 'You asked a week ago.', evidence: 'Nothing has changed since the last answer.' };
    const id = await opened('twice@example.org');
    const refuse = async (refusal: Omit<GroundedRefusalInput, 'reason' | 'evidence'>) =>
      (await officer.client.run('refuseOnGround', { id, refusal: { ...asked, ...refusal } })).refuseOnGround;
    for (const lacking of ['abuse', 'legal_restriction'] as const) {
      expect(await refuse({ ground: lacking })).toMatchObject({ code: 'INVALID_INPUT' });
    }
    expect(await refuse({ ground: 'excessive', repeats: other })).toMatchObject({ code: 'WRONG_STATE' });
    const { request } = await officer.client.run('refusalOutlook', { id });
    expect(request?.refusalOutlook).toMatchObject({
      notExcessive: null,
      isAll: true,
      earlier: [{ id: earlier, days: 0, isSameScope: true }],
    });
    expect(accepted(await refuse({ ground: 'excessive', repeats: earlier })).state).toBe('refused');
    for (const language of ['en', 'fr'] as const) {
      const { text } = accepted(await preview(id, { kind: 'refusal', language }));
      expect(text).toMatch(/Nothing has changed since[\s\S]*(court|justice|tribun)/u);
    }
    const { auditTrail } = await officer.client.run('auditTrail', { first: 50, request: id });
    expect(JSON.stringify(auditTrail)).toContain('excessive');
    expect(JSON.stringify(auditTrail)).not.toContain('Nothing has changed');
  });

  it('says that nothing is held only after a search, with the places that were searched (OUT-01)', async () => {
    const id = await opened();
    expect(await preview(id, { kind: 'no_data' })).toMatchObject({ code: 'INVALID_INPUT' });
    await searched(id);
    const letter = accepted(await preview(id, { kind: 'no_data' }));
    expect(letter.text).toContain("Logiciel d'hébergement");
    expect(letter.text).toContain('n…@example.org');
    expect(await preview(id, { kind: 'answer' })).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('of an answer knows what was searched, what is enclosed, and until when it can be fetched once it is released', async () => {
    const [guest] = house.world.hostel;
    if (guest === undefined) throw new Error('The hostel has nobody.');
    const id = await assembled(officer, guest);
    const answer = { kind: 'answer' as const, language: 'en' as const, addressee: 'Ann Example' };
    const early = await preview(id, answer);
    expect(early).toMatchObject({ __typename: 'Refusal', message: expect.stringContaining('delivery') });
    expect(await preview(id, { kind: 'archive_expiry', language: 'en' })).toMatchObject({ __typename: 'Refusal' });
    const release = { days: 7, reason: 'A test.' };
    accepted((await officer.client.run('releaseRequest', { id, release })).releaseRequest);
    const { text } = accepted(await preview(id, answer));
    expect(text).toMatch(
      /Yes, we hold personal data about you[\s\S]*a report for you to read[\s\S]*until the end of \d+ \w+ 20\d\d/u,
    );
    const expiry = { kind: 'archive_expiry' as const, language: 'en' as const, facts: JSON.stringify({ isRenewable: false }) };
    expect(accepted(await preview(id, expiry)).text).toMatch(/\d+ \w+ 20\d\d/u);
  }, 60_000);

  it('is kept as it was written, sealed, with its digest in the trail and nothing else (LOG-02)', async () => {
    const id = await opened();
    const letter = {
      kind: 'acknowledgement' as const,
      facts: JSON.stringify({ identity: 'signed_in' }),
      addressee: 'Ann Example',
    };
    accepted((await officer.client.run('writeLetter', { id, letter })).writeLetter);
    accepted((await officer.client.run('writeLetter', { id, letter: { ...letter, language: 'en' } })).writeLetter);
    const { request } = await officer.client.run('letters', { id });
    expect(request?.letters.map(({ number, kind, language }) => [number, kind, language])).toEqual([
      [1, 'acknowledgement', 'fr'],
      [2, 'acknowledgement', 'en'],
    ]);
    const [first] = request?.letters ?? [];
    expect(first?.sha256).toBe(
      createHash('sha256')
        .update(first?.html ?? '')
        .digest('hex'),
    );
    const { auditTrail } = await officer.client.run('auditTrail', { first: 50, request: id });
    const written = auditTrail.edges.map(({ node }) => node).filter(({ action }) => action === 'letter.write');
    expect(written).toHaveLength(2);
    expect(JSON.stringify(written)).toContain(first?.sha256);
    expect(JSON.stringify(auditTrail)).not.toContain('Ann Example');
    expect(house.log.join('\n')).not.toContain('Ann Example');
  });
});
