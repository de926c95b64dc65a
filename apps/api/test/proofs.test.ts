import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { assembled, gateOf } from './assembled-request.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { type Member, member, tokenOf } from './people.js';

const SITE = 'https://hostel.example.org';
const SECRET = 'a-secret-of-the-site-with-40-characters!';

let house: ServiceHouse;
let officer: Officer;
let handler: Member;
beforeAll(async () => {
  const accounts = `accounts: { hostel: { issuer: '${SITE}', algorithm: HS256, key: '${SECRET}' } }\n`;
  house = await serviceHouse(`worker: { idleSeconds: 0.05 }\n${accounts}`);
  officer = await officerOf(house, 'hostel');
  handler = await member(house, officer, 'hostel', 'handler');
}, 60_000);
afterAll(() => house.stop());

async function proofOf(id: string, language: 'en' | 'fr' = 'en') {
  const { request } = await officer.client.run('requestProof', { id, language });
  if (request === null) throw new Error('There is no such request.');
  return request.proof;
}

async function waiting(): Promise<string> {
  const [guest] = house.world.hostel;
  if (guest === undefined) throw new Error('The hostel has nobody.');
  return assembled(officer, guest);
}

/** Two facts of one record, as the person would say them: here the officer, who may look at it, does. */
async function someFacts(id: string): Promise<readonly { source: string; collection: string; field: string; value: string }[]> {
  const { request } = await handler.client.run('provableFacts', { id, language: 'fr' });
  const fields = request?.provableFacts ?? [];
  for (const { source, collection } of fields) {
    const query = { request: id, source, collection, first: 1 };
    const { edges } = accepted((await officer.client.run('findings', query)).findings);
    const values = new Map(edges[0]?.node.values.map(({ field, json }) => [field, String(JSON.parse(json ?? 'null'))]));
    const facts = fields
      .filter((each) => each.source === source && each.collection === collection)
      .map(({ field }) => ({ source, collection, field, value: values.get(field) ?? '' }))
      .filter(({ value }) => value.length > 4 && value !== 'null' && !value.includes('@'));
    if (facts.length > 1) return facts.slice(0, 2);
  }
  throw new Error('Nothing can be asked.');
}

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 11, 22, 33, 44, 55]);
const WHY = {
  ...{ dataTypes: 'Stays and invoices.', isSpecial: false, nature: 'A copy of everything.' },
  ...{ context: 'A mailbox that nobody knows.', harm: 'Somebody would learn where she slept.', harmLevel: 'high' as const },
  nothingLess: 'She has no account and knows no booking.',
};

/** What lies in quarantine on the disk. */
function copies(): readonly string[] {
  const files = readdirSync(house.folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return files.map(({ parentPath, name }) => `${parentPath}/${name}`).filter((path) => path.includes('quarantine'));
}

/** What the site says of somebody who has just signed in. */
function assertion(secret = SECRET): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const identifiers = [{ kind: 'email', value: 'nobody@example.org' }];
  const claims = { iss: SITE, aud: 'hostel', jti: randomUUID(), iat: now, exp: now + 60, auth_time: now - 5, identifiers };
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(secret));
}

describe('how sure it is who asks', () => {
  it('is told with why, and a doubt raises it until the officer releases with a reason (IDV-01, IDV-02, OUT-08)', async () => {
    const id = await waiting();
    expect(await proofOf(id)).toMatchObject({ required: 'L1', reached: 'L1', isEnough: true, onBehalf: null });
    const doubt = { because: 'details_differ' as const, text: 'They name another birthday.' };
    accepted((await handler.client.run('noteDoubt', { id, doubt })).noteDoubt);
    const proof = await proofOf(id);
    expect(proof).toMatchObject({ required: 'L2', reached: 'L1', isEnough: false, brought: [{ kind: 'attested' }] });
    expect(proof.reasons.map(({ code }) => code)).toEqual(['contact', 'policy-not-followed', 'doubt']);
    const french = (await proofOf(id, 'fr')).reasons.map(({ what }) => what);
    expect(french).not.toEqual(proof.reasons.map(({ what }) => what));
    const { request } = await handler.client.run('proofWords', { id });
    expect(request?.proof.doubts).toEqual([{ id: 'd1', text: doubt.text }]);
    expect((await gateOf(officer, id))?.gate?.reasons[0]).toMatchObject({ code: 'identity' });

    const refused = await officer.client.run('releaseRequest', { id, release: { days: 7 } });
    expect(refused.releaseRequest).toMatchObject({ __typename: 'Refusal', code: 'INCOMPLETE' });
    const release = { days: 7, reason: 'The office knows them.' };
    expect(accepted((await officer.client.run('releaseRequest', { id, release })).releaseRequest)).toMatchObject({
      state: 'released',
    });
  });

  it('is proved by facts that a handler compares without seeing them, and which are kept nowhere (IDV-02)', async () => {
    const id = await waiting();
    const doubt = { because: 'new_address' as const, text: 'The address is on no record.' };
    accepted((await handler.client.run('noteDoubt', { id, doubt })).noteDoubt);
    const facts = await someFacts(id);
    const wrong = facts.map((fact, index) => (index === 0 ? { ...fact, value: 'Something else' } : fact));
    expect(accepted((await handler.client.run('checkKnownFacts', { id, facts: wrong })).checkKnownFacts)).toEqual({
      __typename: 'FactsCheck',
      isRight: false,
      triesLeft: 2,
    });
    expect(accepted((await handler.client.run('checkKnownFacts', { id, facts })).checkKnownFacts)).toMatchObject({
      isRight: true,
      triesLeft: 1,
    });
    expect(await proofOf(id)).toMatchObject({ required: 'L2', reached: 'L2', isEnough: true });
    const { auditTrail } = await officer.client.run('auditTrail', { first: 10, request: id });
    const trail = JSON.stringify(auditTrail.edges);
    for (const { value } of facts) expect(trail).not.toContain(value);
    accepted((await officer.client.run('releaseRequest', { id, release: { days: 7 } })).releaseRequest);
  });

  it('is proved by a document where nothing less suffices, and of that nothing stays but that it was checked (IDV-03, IDV-04)', async () => {
    const id = await waiting();
    const post = (by: ServiceClient, body: Uint8Array) => by.send(`/requests/${id}/document`, { method: 'POST', body });
    const early = await officer.client.run('demandDocument', { id, why: WHY });
    expect(early.demandDocument).toMatchObject({ __typename: 'Refusal', code: 'WRONG_STATE' });
    expect((await post(handler.client, PNG)).status).toBe(409);
    const doubt = { because: 'unknown_sender' as const, text: 'The mailbox is a day old.' };
    accepted((await handler.client.run('noteDoubt', { id, doubt })).noteDoubt);
    const partly = await officer.client.run('demandDocument', { id, why: { ...WHY, nothingLess: '' } });
    expect(partly.demandDocument).toMatchObject({ __typename: 'Refusal', code: 'INVALID_INPUT' });
    accepted((await officer.client.run('demandDocument', { id, why: WHY })).demandDocument);
    const [bomb, large] = [Uint8Array.from([0x50, 0x4b, 3, 4]), new Uint8Array(10 * 1024 * 1024 + 1)];
    const refused = [await post(handler.client, bomb), await post(handler.client, large)];
    expect(refused.map(({ status }) => status)).toEqual([400, 400]);
    expect(new Set(await Promise.all(refused.map((each) => each.text()))).size).toBe(1);
    expect((await post(handler.client, PNG)).status).toBe(201);
    expect(copies()).toHaveLength(1);

    const got = await officer.client.send(`/requests/${id}/document`);
    expect([got.status, got.headers.get('content-disposition'), got.headers.get('content-type')]).toEqual([
      200,
      'attachment; filename="document"',
      'application/octet-stream',
    ]);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(Buffer.from(PNG));
    expect((await handler.client.send(`/requests/${id}/document`)).status).toBe(404);
    const verdict = { kind: 'passport' as const, outcome: 'accepted' as const };
    accepted((await officer.client.run('decideDocument', { id, verdict })).decideDocument);
    const { document, ...proof } = await proofOf(id);
    expect(proof).toMatchObject({ required: 'L3', reached: 'L3', isEnough: true });
    expect(document).toMatchObject({ deleteBy: null, checked: { kind: 'passport', outcome: 'accepted' } });
    const { request } = await officer.client.run('documentWhy', { id });
    expect(request?.proof.document?.why).toMatchObject({ nothingLess: WHY.nothingLess });
    while (copies().length > 0) await new Promise((wake) => setTimeout(wake, 20));
    accepted((await officer.client.run('releaseRequest', { id, release: { days: 7 } })).releaseRequest);
    const archive = Buffer.from(await (await officer.client.send(`/archives/${id}`)).arrayBuffer());
    expect(archive.includes(Buffer.from(PNG))).toBe(false);
    expect(house.log.join('')).not.toContain('quarantine');
  });

  it('is proved by a signed-in account that the site of the controller vouches for, once for each word of it (IDV-02)', async () => {
    const site = await tokenOf(officer, ['request.handOver', 'request.read']);
    const hand = async (jwt: string) => {
      const input = { clientKey: `site-${String(Math.random())}`, identifiers: [], rights: ['access' as const] };
      return (await site.client.run('handOverRequest', { input, assertion: jwt })).handOverRequest;
    };
    const jwt = await assertion();
    const { request } = accepted(await hand(jwt));
    expect(await proofOf(request.id)).toMatchObject({
      reached: 'L2',
      brought: [{ kind: 'fresh_account' }, { kind: 'attested' }],
    });
    const refused = [jwt, await assertion('another-secret-of-some-40-characters!!!!'), `${jwt}x`, ''];
    const answers = await Promise.all(refused.map(hand));
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'Refusal', code: 'REFUSED', message: 'This assertion is not accepted.' });
  });

  it('says for whom somebody asks', async () => {
    const identifiers = [{ kind: 'email' as const, value: 'nobody@example.org' }];
    const input = {
      clientKey: `proxy-${String(Math.random())}`,
      identifiers,
      rights: ['access' as const],
      onBehalf: 'proxy' as const,
    };
    const { id } = accepted((await officer.client.run('openRequest', { input })).openRequest);
    const { reasons, ...proof } = await proofOf(id);
    expect(proof).toMatchObject({ onBehalf: 'proxy', required: 'L2', reached: null, isEnough: false });
    expect(reasons.map(({ code }) => code)).toEqual(['contact', 'policy-not-followed', 'for-another']);

    const mandate = { outcome: 'accepted' as const, reason: 'Seen.', evidence: 'mandate' as const, answerTo: 'person' as const };
    const bare = await officer.client.run('decideRepresentation', { id, representation: mandate });
    expect(bare.decideRepresentation).toMatchObject({ __typename: 'Refusal', code: 'INVALID_INPUT' });
    const whole = { ...mandate, signedOn: '2026-01-02', covers: ['access' as const], isConfirmed: true };
    accepted((await officer.client.run('decideRepresentation', { id, representation: whole })).decideRepresentation);
    expect((await proofOf(id)).representation).toMatchObject({ outcome: 'accepted', evidence: 'mandate', answerTo: 'person' });
  });
});
