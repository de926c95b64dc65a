import { describe, expect, it } from '@jest/globals';
import { ConnectorError, type ErrorClass, type JsonValue } from '@habeas/connector-sdk';
import { connectorSkeleton } from '../skeleton/connector-skeleton.js';
import { check } from './check.js';
import { apiReply, testEngine } from '../testing/test-engine.js';
import type { Engine } from './engine.js';

const LISTED = (connectorSkeleton('new-vendor').get('manifest.yaml') ?? '')
  .replace('namespaces:', 'listings: { lists: { get: /lists, records: data } }\nnamespaces:')
  .replace('mode: exact, get: /contacts,', "mode: exact, for: lists, get: '/lists/${lists.id}/contacts',");

/** An engine over a vendor that answers every request with the same, or fails those whose label is told. */
function engineOver(body: JsonValue, more: { text?: string; fail?: (label: string) => Error | undefined } = {}): Engine {
  return testEngine(more.text ?? LISTED, (_, { label }) => {
    const fault = more.fail?.(label);
    return fault === undefined ? Promise.resolve(apiReply(body)) : Promise.reject(fault);
  });
}

const PLAIN = connectorSkeleton('new-vendor').get('manifest.yaml') ?? '';
const failing =
  (errorClass: ErrorClass) =>
  (label: string): Error | undefined =>
    label === 'check' ? undefined : new ConnectorError(errorClass, 'No.');
/** Ways of asking that a check has to choose between. */
const SCANNED = PLAIN.replace('mode: exact', 'mode: scan');
const SCANNED_BATCH = SCANNED.replace(
  /read: \{ each.*\n/u,
  "read: { batch: { size: 5, get: /contacts, query: { ids: '${keys}' }, records: data } }\n",
);
const SCANNED_WHOLE = SCANNED.replace(/read: \{ each.*\n/u, 'read: { batch: { size: 5, get: /contacts, records: data } }\n');
const BY_PHONE = PLAIN.replace('by: email, field: email', 'by: phone, field: phone');
const WITH_SCOPES = PLAIN.replace('    read:', '    scopes: [contacts.read]\n    read:');

describe('the check of a source', () => {
  it('finds collections that can be reached through a listing well', async () => {
    const { collections } = await check(engineOver({ data: [{ id: 7 }] }));
    expect(collections.map(({ collection, status }) => [collection, status])).toEqual([
      ['contact', 'ok'],
      ['order', 'ok'],
    ]);
  });

  it('says of a listing without what the manifest names that the collection behind it has drifted', async () => {
    const { collections } = await check(engineOver({ data: [{ number: 7 }] }));
    expect(collections[0]).toMatchObject({
      status: 'drifted',
      problems: [{ errorClass: 'contract', message: 'The way to "contact" leads through something that has no "lists.id".' }],
    });
  });

  it.each<[ErrorClass, string, string]>([
    ['permission', 'denied', 'denied'],
    ['not-found', 'absent', 'ok'],
    ['contract', 'drifted', 'ok'],
  ])('takes %s of a search for %s, and of a list of nobody for %s', async (errorClass, search, list) => {
    const { collections } = await check(engineOver({ data: [] }, { text: PLAIN, fail: failing(errorClass) }));
    expect(collections.map(({ status }) => status)).toEqual([search, list]);
  });

  it('names the rights that are missing, where the manifest knows them', async () => {
    const { collections } = await check(engineOver({ data: [] }, { text: WITH_SCOPES, fail: failing('permission') }));
    expect(collections.map(({ problems }) => problems[0]?.remedy)).toEqual([
      'Grant contacts.read.',
      'Check the rights of the credentials.',
    ]);
  });

  it('fails where the source as a whole does', async () => {
    await expect(check(engineOver({}, { text: PLAIN, fail: failing('transient') }))).rejects.toMatchObject({
      errorClass: 'transient',
    });
    await expect(check(engineOver({}, { text: PLAIN, fail: () => new TypeError('a fault of ours') }))).rejects.toThrow(TypeError);
    const stop = new AbortController();
    stop.abort();
    await expect(check({ ...engineOver({}), signal: stop.signal })).rejects.toMatchObject({ errorClass: 'aborted' });
  });

  it.each([
    ['by phone where there is no other search', BY_PHONE],
    ['by a record that nobody has, where the search would read everybody', SCANNED],
    ['by many such records at once', SCANNED_BATCH],
    ['not at all, where whatever is asked for reads everybody', SCANNED_WHOLE],
  ])('asks for a collection %s', async (_, text) => {
    const asked: string[] = [];
    const fail = (label: string): undefined => {
      asked.push(label);
      return undefined;
    };
    await check(engineOver({ data: [] }, { text, fail }));
    expect(asked).toEqual(text === SCANNED_WHOLE ? ['check', 'order.check'] : ['check', 'contact.check', 'order.check']);
  });
});
