import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyBundle, parseVerifierKey } from '@habeas/vault';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { assembled } from './assembled-request.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { withPaper } from './paper-source.js';
import { type Member, member } from './people.js';

let house: ServiceHouse;
let officer: Officer;
let reviewer: Member;
let id: string;
beforeAll(async () => {
  house = await serviceHouse('worker: { idleSeconds: 0.05 }\n', withPaper);
  officer = await officerOf(house, 'hostel');
  reviewer = await member(house, officer, 'hostel', 'reviewer');
  const [guest] = house.world.hostel;
  if (guest === undefined) throw new Error('The hostel has nobody.');
  id = await assembled(officer, guest);
}, 120_000);
afterAll(() => house.stop());

interface Look {
  readonly action: string;
  readonly actor: string;
  readonly at: string;
  readonly details: unknown;
}

/** Who looked at what of this request, as an auditor finds it: by the request and the kind of look. */
async function looks(action: string): Promise<readonly Look[]> {
  const auditor = await member(house, officer, 'hostel', 'auditor');
  const { auditTrail } = await auditor.client.run('auditTrail', { first: 10, request: id, action });
  return auditTrail.edges.map(({ node }) => ({
    action: node.action,
    actor: node.actor,
    at: node.at,
    details: JSON.parse(node.details) as unknown,
  }));
}

describe('a look at what was found or given is a consultation itself (LOG-03)', () => {
  it('is found again by request and kind, with who, when, and of what how much, and never with what was seen', async () => {
    const collection = { source: 'hostel', collection: 'compte_client' };
    const { edges } = accepted(
      (await reviewer.client.run('findings', { request: id, ...collection, first: 5, unmask: true })).findings,
    );
    accepted((await officer.client.run('asked', { request: id })).asked);
    accepted((await officer.client.run('task', { request: id, task: 't1', language: 'en' })).task);
    await (await officer.client.send(`/requests/${id}/report/en.html`)).arrayBuffer();
    await (await officer.client.send(`/archives/${id}`)).arrayBuffer();
    const [seen] = await looks('finding.read');
    expect(seen).toMatchObject({ details: { ...collection, records: edges.length, unmasked: true } });
    expect(Date.parse(seen?.at ?? '')).toBeLessThanOrEqual(Date.now());
    for (const action of ['asked.read', 'task.read', 'report.preview', 'archive.download']) {
      expect((await looks(action)).map((look) => look.action)).toEqual([action]);
    }
    const [given] = await looks('asked.read');
    expect(given?.actor).not.toBe(seen?.actor);
  }, 120_000);

  it('stays when the personal data of the request is destroyed, and is in its evidence bundle', async () => {
    accepted((await officer.client.run('cancelRequest', { id, reason: 'Withdrawn.' })).cancelRequest);
    accepted((await officer.client.run('shredRequest', { id })).shredRequest);
    expect(await looks('finding.read')).toHaveLength(1);
    const { evidenceBundle } = await officer.client.run('evidenceBundle', { request: id });
    const key = parseVerifierKey(evidenceBundle?.key ?? '');
    const text = await (await officer.client.send(evidenceBundle?.file ?? '')).text();
    const { faults, content } = verifyBundle(text, key === undefined ? [] : [key]);
    const actions = (content?.entries ?? []).map(({ line }) => (JSON.parse(line) as Look).action);
    expect(faults).toEqual([]);
    expect(actions).toEqual(
      expect.arrayContaining(['finding.read', 'asked.read', 'task.read', 'report.preview', 'archive.download']),
    );
  }, 60_000);
});
