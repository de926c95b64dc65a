import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { tokenOf } from './people.js';
import { SubjectBrowser } from './subject-browser.js';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 11, 22, 33, 44, 55]);
const WHY = {
  ...{ dataTypes: 'Stays and invoices.', isSpecial: false, nature: 'A copy of everything.' },
  ...{ context: 'A mailbox that nobody knows.', harm: 'Somebody would learn where she slept.', harmLevel: 'high' as const },
  nothingLess: 'She has no account and knows no booking.',
};
const MEBIBYTE = 1024 * 1024;

let house: ServiceHouse;
let officer: Officer;
let website: ServiceClient;
beforeAll(async () => {
  house = await serviceHouse('worker: { idleSeconds: 0.05 }\n');
  officer = await officerOf(house, 'hostel');
  ({ client: website } = await tokenOf(officer, ['request.handOver', 'request.read']));
  await officer.stepUp();
}, 60_000);
afterAll(() => house.stop());

let made = 0;

/** A request that somebody follows, with a doubt about who asks; a document is asked for where nothing else is said. */
async function followed(isAsked = true) {
  const identifiers = [{ kind: 'email' as const, value: 'canary.document@example.org' }];
  const input = { clientKey: `document-${String((made += 1))}`, identifiers, rights: ['access' as const] };
  const { request, claimCode } = accepted((await website.run('handOverRequest', { input })).handOverRequest);
  const { id, reference } = request;
  const doubt = { because: 'unknown_sender' as const, text: 'The mailbox is new.' };
  accepted((await officer.client.run('noteDoubt', { id, doubt })).noteDoubt);
  if (isAsked) accepted((await officer.client.run('demandDocument', { id, why: WHY })).demandDocument);
  const browser = new SubjectBrowser(house.url);
  await browser.post('/ask/hostel/follow', { reference, claimCode });
  return { id, browser, page: `/ask/hostel/requests/${id}` };
}

async function posted(browser: SubjectBrowser, page: string, file: Buffer | string | undefined, type?: string) {
  const form = new FormData();
  if (typeof file === 'string') form.set('document', file);
  else if (file !== undefined) form.set('document', new Blob([new Uint8Array(file)]), 'passport of Ann.png');
  const init = type === undefined ? { body: form } : { body: 'x', headers: { 'content-type': type } };
  const response = await browser.send(`${page}/document`, { method: 'POST', ...init });
  return { status: response.status, html: await response.text() };
}

async function heldOf(id: string): Promise<string | undefined> {
  const row = await house.started.service.store.transact(({ requests }) => requests.get('hostel', id));
  return row?.proof?.document?.held?.type;
}

describe('a copy of a document that the person who asks hands in (IDV-04)', () => {
  it('is asked for with what to black out, kept in quarantine as those of staff, and waits for an officer', async () => {
    const { id, browser, page } = await followed();
    const { html } = await browser.open(page);
    expect(html).toContain('Black out everything but your name, who issued it, and its dates of issue and expiry.');
    expect(html).toContain('enctype="multipart/form-data"');
    expect((await posted(browser, page, PNG)).html).toContain('We have your copy');
    expect(await heldOf(id)).toBe('image/png');
    expect((await browser.open(page)).html).toContain('A person looks at it');
    const looked = await officer.client.send(`/requests/${id}/document`);
    expect(Buffer.from(await looked.arrayBuffer())).toEqual(PNG);
    const { auditTrail } = await officer.client.run('auditTrail', { first: 20, request: id });
    const noted = auditTrail.edges.map(({ node }) => node).find(({ action }) => action === 'identity.document');
    expect(noted).toMatchObject({ actorKind: 'nobody' });
    expect(JSON.stringify(auditTrail) + house.log.join('')).not.toContain('passport of Ann');
  }, 60_000);

  it.each<[string, Buffer | string | undefined, string | undefined]>([
    ['that is none of the three kinds', Buffer.from('GIF89a'), undefined],
    ['that is a text', 'no file', undefined],
    ['that is missing', undefined, undefined],
    ['that is larger than ten megabytes', Buffer.concat([PNG, Buffer.alloc(10 * MEBIBYTE)]), undefined],
    ['in a form that is broken', undefined, 'multipart/form-data; boundary=none'],
    ['in another kind of form', undefined, 'text/plain'],
  ])(
    '%s is answered in one way, and not kept',
    async (_what, file, type) => {
      const { id, browser, page } = await followed();
      const { html } = await posted(browser, page, file, type);
      expect(html).toContain('This file was not taken.');
      expect(html).toContain('aria-invalid="true"');
      expect(await heldOf(id)).toBeUndefined();
      expect((await posted(browser, page, PNG)).html).toContain('We have your copy');
    },
    60_000,
  );

  it('is taken from who follows the request alone, where one is asked for, and once', async () => {
    const [asked, unasked] = [await followed(), await followed(false)];
    const stranger = new SubjectBrowser(house.url);
    expect((await posted(stranger, asked.page, PNG)).html).not.toContain('We have your copy');
    expect((await posted(asked.browser, unasked.page, PNG)).html).not.toContain('We have your copy');
    expect((await posted(unasked.browser, unasked.page, PNG)).html).not.toContain('We have your copy');
    expect([await heldOf(asked.id), await heldOf(unasked.id)]).toEqual([undefined, undefined]);
    await posted(asked.browser, asked.page, PNG);
    expect((await posted(asked.browser, asked.page, PNG)).html).toContain('A person looks at it');
  }, 60_000);
});
