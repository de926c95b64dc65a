import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyArchive } from '@habeas/archive';
import type { RequestState } from '../src/client/operations.generated.js';
import { accepted, type ResultOf, ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';

let house: ServiceHouse;
let officer: Officer;
beforeAll(async () => {
  house = await serviceHouse('worker: { idleSeconds: 0.05 }\n');
  officer = await officerOf(house);
}, 120_000);
afterAll(() => house.stop());

type Found = NonNullable<ResultOf<'request'>['request']>;
type Opened = ResultOf<'openRequest'>['openRequest'];

async function waitFor(client: ServiceClient, id: string, ...states: readonly RequestState[]): Promise<Found> {
  for (let look = 0; look < 600; look += 1) {
    const { request } = await client.run('request', { id });
    if (request !== null && states.includes(request.state)) return request;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error('The request did not get there.');
}

async function open(client: ServiceClient, email: string, clientKey: string): Promise<Opened> {
  const identifiers = [{ kind: 'email', value: email, provedBy: 'answered a mail' }] as const;
  const input = { clientKey, identifiers, rights: ['access', 'portability'], format: 'csv' } as const;
  return (await client.run('openRequest', { input })).openRequest;
}

describe('a data protection officer', () => {
  it('takes a request from its start to a verified archive', async () => {
    const { client } = officer;
    const [camille] = house.world.association;
    const email = camille!.given[0]!.value;
    const opened = accepted(await open(client, email, 'key-camille-1'));
    expect(opened).toMatchObject({ __typename: 'Request', state: 'ready' });
    expect(await open(client, email, 'key-camille-1')).toMatchObject({ id: opened.id });
    expect(await open(client, 'else@example.org', 'key-camille-1')).toMatchObject({ code: 'STALE_KEY' });

    const { plan } = await client.run('plan', { request: opened.id });
    expect(plan.map(({ reach }) => reach)).toContain('search');
    await client.run('startRequest', { id: opened.id });
    await waitFor(client, opened.id, 'in_review');
    const { request } = await client.run('matches', { id: opened.id });
    const queued = request!.matches.filter(({ decision }) => decision === 'queued');
    expect(queued).toHaveLength(camille!.truth.queued.length);
    const [doubtful] = queued;
    const { doubtfulMatch } = await client.run('doubtfulMatch', { request: opened.id, match: doubtful!.id });
    expect(doubtfulMatch).toMatchObject({ __typename: 'DoubtfulMatch', given: [{ kind: 'email', value: email }] });
    for (const { id: match } of queued) {
      const review = { match, verdict: 'rejected', reason: 'Another person.' } as const;
      await client.run('reviewMatch', { id: opened.id, review });
    }
    const ready = await waitFor(client, opened.id, 'awaiting_release', 'needs_attention', 'in_review');
    expect(ready).toMatchObject({ state: 'awaiting_release', complete: true });
    expect(ready.archive!.records).toBe(camille!.truth.included.length);

    const address = { request: opened.id, source: 'membership', collection: 'member_email', first: 1 };
    const findings = accepted((await client.run('findings', address)).findings);
    expect(findings.edges[0]!.node.values).toContainEqual(
      expect.objectContaining({ field: 'email', json: JSON.stringify(email), masked: false }),
    );

    const { releaseRequest: early } = await client.run('releaseRequest', {
      id: opened.id,
      release: { days: 7, reason: 'The office knows her.' },
    });
    expect(early).toMatchObject({ __typename: 'Request', state: 'released' }); // enrolment was a proof a moment ago
    const response = await client.send(`/archives/${opened.id}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const file = join(house.folder, 'camille.zip');
    const bytes = Buffer.from(await response.arrayBuffer());
    writeFileSync(file, bytes);
    expect(await verifyArchive(file)).toMatchObject({ problems: [] });

    const part = await client.send(`/archives/${opened.id}`, { headers: { range: 'bytes=100-299' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-299/${String(bytes.length)}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 300))).toBe(true);

    const { auditTrail } = await client.run('auditTrail', {
      first: 50,
      request: opened.id,
    });
    const actions = auditTrail.edges.map(({ node }) => node.action);
    expect(actions).toEqual(
      expect.arrayContaining(['request.open', 'request.start', 'match.review', 'request.release', 'archive.download']),
    );

    await client.run('shredRequest', { id: opened.id });
    expect((await client.send(`/archives/${opened.id}`)).status).toBe(404);
    const { request: shredded } = await client.run('matches', { id: opened.id });
    expect(shredded!.matches).toEqual([]);
  }, 60_000);

  it('sees nothing of another controller', async () => {
    const { id } = accepted(await open(officer.client, 'nobody@example.org', 'key-foreign-1'));
    const other = new ServiceClient(house.url, { controller: 'nowhere' });
    expect((await other.send('/graphql', { method: 'POST', body: '{}' })).status).toBe(401);
    expect(id).toMatch(/^req_/u);
  });

  it('is told what the register says, and what of it is not as the law wants it (PRF-03, PRF-04)', async () => {
    const { register } = await officer.client.run('register', { language: 'fr' });
    expect(register?.activities.find(({ id }) => id === 'newsletter')).toMatchObject({ role: 'controller' });
    expect(register?.lints.map(({ id }) => id)).toContain('ID_SYSTEMATIC');
    const diet = register?.lints.find(({ id }) => id === 'ART9_NO_CONDITION');
    expect(diet).toMatchObject({ severity: 'blocking', article: 'Art. 9(2)', line: expect.any(Number) });
    expect(register?.assumptions.length).toBeGreaterThan(0);
    expect(register?.unstated.map(({ path }) => path)).toContain('controller.address');
    expect(register?.recipients.every(({ title, role }) => title !== '' && role !== '')).toBe(true);
  });

  it('is told what of each field a person would get, and why, without a source being asked (SCP-01, PRT-01)', async () => {
    const { scope } = await officer.client.run('scope', { language: 'fr' });
    const member = scope.find(({ source, collection }) => source === 'membership' && collection === 'member');
    expect(member).toMatchObject({ activity: 'membership' });
    expect(member?.fields.find(({ field }) => field === 'street')).toMatchObject({
      access: { verdict: 'include', reason: 'held', text: expect.stringContaining('art. 15'), missing: [] },
    });
    const open = scope.flatMap(({ fields }) => fields).filter(({ portability }) => portability.verdict === 'undetermined');
    expect(new Set(open.flatMap(({ portability }) => portability.missing))).toContain('basis');
    expect(scope.flatMap(({ neverRead }) => neverRead).length).toBeGreaterThan(0);
  });

  it('is told where the register and the sources are not the same, in the language that is asked for (PRF-02)', async () => {
    const { register } = await officer.client.run('registerDrift', { language: 'fr' });
    expect(register?.drift).toContainEqual({
      code: 'SPECIAL_UNDECLARED',
      severity: 'blocking',
      article: 'Art. 9(2), 30(1)(c)',
      source: 'events',
      collection: 'registration',
      field: 'dietaryNote',
      activity: 'event_registration',
      what: expect.stringContaining('ne déclare aucune catégorie particulière'),
      remedy: expect.stringContaining('Déclarez au registre'),
    });
    expect(register?.drift.map(({ code }) => code)).not.toContain('SOURCE_UNREACHED');
  });

  it('is told what the health of a source is', async () => {
    const { sources } = await officer.client.run('sources');
    expect(sources.length).toBe(3);
    const { checkSource } = await officer.client.run('checkSource', { id: sources[0]?.id ?? '' });
    expect(checkSource).toMatchObject({ __typename: 'SourceCheck', readOnly: expect.any(String) });
    if (checkSource.__typename !== 'SourceCheck') throw new Error(checkSource.message);
    const { sources: checked } = await officer.client.run('sources');
    const [first, second] = checked;
    expect([first, second]).toMatchObject([{ lastCheck: { sound: checkSource.sound } }, { lastCheck: null }]);
    const { checkSource: none } = await officer.client.run('checkSource', { id: 'none' });
    expect(none).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a stranger', () => {
  const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    new ServiceClient(house.url).send('/graphql', { method: 'POST', body, headers });

  it('gets nothing without a proof', async () => {
    expect((await post('{"query":"{__typename}"}')).status).toBe(401);
    expect((await post('{"query":"{__typename}"}', { authorization: 'Bearer hbs_none_none' })).status).toBe(401);
    expect((await new ServiceClient(house.url).send('/archives/req_1')).status).toBe(401);
    expect((await new ServiceClient(house.url).send('/requests/req_1/events')).status).toBe(401);
  });

  it('cannot use GET, forms or plain text', async () => {
    expect((await new ServiceClient(house.url).send('/graphql?query={__typename}')).status).toBe(405);
    expect((await post('query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await post('{}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('{"query":', {})).status).toBe(400);
    expect((await post(`{"query":"${'x'.repeat(200_000)}"}`)).status).toBe(413);
  });
});

describe('a session', () => {
  it('may send the documents of its own pages only', async () => {
    await expect(officer.client.query('{ viewer { id } }')).rejects.toMatchObject({ code: 'UNTRUSTED_DOCUMENT' });
  });

  it('is not taken from a page of somebody else', async () => {
    const body = JSON.stringify({ query: '{ viewer { id } }' });
    for (const headers of [
      { origin: 'https://evil.test' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      expect((await officer.client.send('/graphql', { method: 'POST', body, headers })).status).toBe(401);
    }
  });
});

describe('the log', () => {
  it('holds nothing of anybody', () => {
    const given = house.world.association.flatMap((person) => person.given.map(({ value }) => value));
    const text = house.log.join('\n');
    expect(given.filter((value) => text.includes(value))).toEqual([]);
    expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});
