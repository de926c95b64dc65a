import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '@habeas/connector-sdk';
import { connectorSkeleton } from '../skeleton/connector-skeleton.js';
import { parseManifest } from './manifest.js';

const GOOD = connectorSkeleton('new-vendor').get('manifest.yaml') ?? '';

/** The faults of the skeleton after a change, as `path: what`. */
function faultsOf(change: (text: string) => string): readonly string[] {
  try {
    parseManifest(change(GOOD), 'manifest.yaml');
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ path, what }) => `${path ?? ''}: ${what}`);
  }
}
const replaced =
  (from: string, to: string) =>
  (text: string): string =>
    text.replace(from, to);

describe('a manifest', () => {
  it('without faults is read', () => {
    expect(Object.keys(parseManifest(GOOD, 'manifest.yaml').collections)).toEqual(['contact', 'order']);
  });

  it.each<[string, string, string, string]>([
    ['a key that is not known', 'check: { get: /me }', 'check: { get: /me, gte: 1 }', 'the key "gte" is not known here'],
    ['a hole that names nothing', '${parent.id}', '${owner.id}', '"owner" is not known here'],
    ['a hole that cannot be read', '${parent.id}', '${parent id}', '${parent id} cannot be read'],
    ['a setting that is not there', 'base: https://api.example.org/v1', "base: '${config.base}'", '"config" has no "base"'],
    ['a secret outside of auth', 'check: { get: /me }', "check: { get: '/${secret.token}' }", '"secret" is not known here'],
    ['a secret that is not there', '${secret.token}', '${secret.key}', '"secret" has no "key"'],
    ['a request without a path', 'check: { get: /me }', 'check: {}', 'the request has no path'],
    ['a request with two', 'check: { get: /me }', 'check: { get: /me, post: /me }', 'it has both get and post'],
    ['a get with a body', 'check: { get: /me }', 'check: { get: /me, body: {} }', 'only a post has a body'],
    [
      'a filter that a value breaks out of',
      "query: { email: '${id}' }",
      'query: { q: { sql: "email = ${id}" } }',
      "a hole in sql stands between ' and '",
    ],
    [
      'two languages at once',
      "query: { email: '${id}' }",
      `query: { q: { sql: "'\${id}'", odata: "'\${id}'" } }`,
      'name one language',
    ],
    ['a key that is not described', 'key: [id]', 'key: [number]', 'the key\'s field "number" is not described'],
    [
      'a key that is secret',
      'id: { identifier: { kind: id, namespace: contact }, category: pd:Identifier, origin: derived }',
      'id: { secret: true }',
      'a secret field cannot be part of a key',
    ],
    [
      'an identifier that is secret',
      'phone: { identifier: phone,',
      'phone: { identifier: phone, secret: true,',
      'a secret field is never read',
    ],
    ['a place of no identifier', 'created_at: {', 'created_at: { at: x,', 'at is for fields with an identifier'],
    ['an id of no namespace', 'namespace: contact', 'namespace: person', 'an id needs a namespace of this manifest'],
    ['a search whose hits cannot be looked at', 'field: email', 'field: name', '"name" holds no email of that namespace'],
    [
      'a collection that cannot be read',
      "read: { each: { get: '/contacts/${key.id}', 'on': { '404': empty } } }",
      'scopes: []',
      'it can be found, and not be read by its key',
    ],
    ['a listing that is not there', 'mode: exact,', 'mode: exact, for: lists,', 'there is no listing "lists"'],
    ['an owner that is not there', 'contact: { exclusive', 'person: { exclusive', 'there is no collection "person"'],
    [
      'a collection that nothing leads to',
      '    of:\n      contact: { exclusive: true,',
      '    set: {}\n    files:\n      note2: {',
      'nothing leads to "order"',
    ],
    ['a field that is set from nothing', 'gaps: [What', 'templates: {}\ngaps: [What', ''],
  ])('tells of %s', (_, from, to, expected) => {
    expect(GOOD).toContain(from);
    const faults = faultsOf(replaced(from, to));
    if (expected === '') expect(faults).toEqual([]);
    else expect(faults).toContainEqual(expect.stringContaining(expected));
  });

  it('tells of circles, of owners without the key, and of what is set from nothing', () => {
    const circle = faultsOf(replaced('    find:', "    of: { order: { get: '/x/${parent.id}' } }\n    find:"));
    expect(circle).toEqual(expect.arrayContaining([expect.stringContaining('it owns itself, by way of others')]));
    expect(faultsOf(replaced('records: data }\n    read', 'records: data, owner: { number: id } }\n    read'))).toContainEqual(
      expect.stringContaining('no owner of this collection has the key field "number"'),
    );
    expect(faultsOf(replaced('    key: [id]', "    set: { list: '${lists.id}' }\n    key: [id]"))).toContainEqual(
      expect.stringContaining('"lists" is not known here'),
    );
    expect(faultsOf(replaced('gaps: [', "listings: { lists: { get: '/${id}', for: [pages] } }\ngaps: ["))).toContainEqual(
      expect.stringContaining('there is no listing "pages"'),
    );
  });
});
