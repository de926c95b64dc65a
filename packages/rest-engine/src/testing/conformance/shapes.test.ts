import { describe, expect, it } from '@jest/globals';
import { parseManifest, type Manifest } from '../../manifest/manifest.js';
import { unlikeCollections, unlikeFiles } from './shapes.js';

const CALL = "{ key: [id], fields: { id: {} }, of: { person: { get: '/people/${parent.id}/calls', records: data } } }";

/** People, and what they have beside calls. */
function manifestWith(other: string): Manifest {
  return parseManifest(
    `{ manifest: 1, id: test-vendor, version: 0.1.0, title: Test, systems: [{ name: Test, versions: none, tested: true }],
      documentation: 'https://vendor.test', base: 'https://api.vendor.test', secrets: { key: { description: A key. } },
      auth: { type: query, name: key, value: '\${secret.key}' }, limits: [{ concurrency: 1 }], check: { get: /me }, gaps: [],
      collections: {
        person: {
          key: [id], fields: { id: {}, email: { identifier: email } }, read: { each: { get: '/people/\${key.id}' } },
          find: [{ by: email, field: email, mode: exact, get: /people, query: { q: '\${id}' } }] },
        call: ${CALL},
        other: ${other} } }`,
    'manifest.yaml',
  );
}

const changed = (from: string, to: string): Manifest => manifestWith(CALL.replace(from, () => to));

describe('collections', () => {
  it('are alike whatever they are called, hold and are asked at', () => {
    const manifest = changed('fields: { id: {} }', 'fields: { id: {}, text: { freeText: true } }');
    const elsewhere = changed('/people/${parent.id}/calls', '/notes/of/${parent.id}');
    expect([unlikeCollections(manifest), unlikeCollections(elsewhere)]).toEqual([
      ['person', 'call'],
      ['person', 'call'],
    ]);
    expect(unlikeCollections(manifest, 2)).toEqual(['person', 'call', 'other']);
  });

  it.each([
    ['the length of their keys', 'key: [id]', 'key: [id, id]'],
    ['what they are wrapped in', 'key: [id]', 'record: note, key: [id]'],
    ['what is lifted', 'key: [id]', 'lift: [more], key: [id]'],
    ['what is set', 'key: [id]', "set: { of: '${parent.id}' }, key: [id]"],
    ['the place of their records', 'records: data', 'records: notes'],
    ['their pages', 'records: data', 'records: data, paginate: none'],
    ['what is filled in', '/people/${parent.id}/calls', '/calls/${parent.email}'],
    ['how they are asked', "get: '/people/${parent.id}/calls'", "post: '/people/${parent.id}/calls'"],
    ['whether their lists hold keys', 'records: data', "records: data, fetch: { key: id, each: { get: '/notes/${item}' } }"],
    ['their owner', 'of: { person:', 'of: { call:'],
    ['their files', 'key: [id]', "files: { file: { get: '/files/${record.id}' } }, key: [id]"],
  ])('are unlike by %s', (_, from, to) => {
    expect(unlikeCollections(changed(from, to))).toEqual(['person', 'call', 'other']);
  });
});

it('of collections whose files are asked for alike one is looked at', () => {
  const manifest = changed('key: [id]', "files: { file: { get: '/files/${record.id}' } }, key: [id]");
  const { call, other } = manifest.collections;
  expect(unlikeFiles(manifest)).toEqual(['other']);
  const both = { ...manifest, collections: { call: { ...call!, files: other!.files }, other: other! } };
  expect(unlikeFiles(both)).toEqual(['call']);
});
