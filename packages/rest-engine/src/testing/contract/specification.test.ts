import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseManifest } from '../../manifest/manifest.js';
import { operationOf } from './operations.js';
import { shapeAt, shapeOf } from './shape.js';
import { groupAt, listAt, readSpecification, resolved, textAt, type Specification } from './specification.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function read(name: string, text: string): Specification | undefined {
  writeFileSync(join(folder, name), text);
  return readSpecification(pathToFileURL(join(folder, name)));
}

describe('a specification', () => {
  it('is nothing where there is no such file', () => {
    expect(readSpecification(pathToFileURL(join(folder, 'absent.yaml')))).toBeUndefined();
  });

  it.each([
    ['the base path of Swagger 2', 'swagger.yaml', 'basePath: /v2/', '/v2'],
    ['the path of the first server of OpenAPI 3', 'open.yaml', 'servers: [{ url: "https://a.test/v3" }, { url: /v4 }]', '/v3'],
    ['a server that is a path', 'path.json', '{ "servers": [{ "url": "/v4/" }] }', '/v4'],
    ['nothing without either', 'bare.json', '{}', ''],
  ])('has its paths below %s', (_, name, text, prefix) => {
    expect(read(name, text)).toMatchObject({ file: name, prefix });
  });
});

describe('a member', () => {
  it('is a group, a list or a text, and an empty one or nothing where it is another', () => {
    const value = { group: { a: 1 }, list: [1], text: 'a' };
    expect([groupAt(value, 'group'), groupAt(value, 'list'), groupAt(undefined, 'group')]).toEqual([{ a: 1 }, {}, {}]);
    expect([listAt(value, 'list'), listAt(value, 'group')]).toEqual([[1], []]);
    expect([textAt(value, 'text'), textAt(value, 'list')]).toEqual(['a', undefined]);
  });
});

describe('a reference', () => {
  const document = { paths: { '/a~b': { $ref: '#/other%20one' } }, 'other one': { type: 'string' } };
  const specification = { file: 'vendor.yaml', document, prefix: '' };

  it('is followed to what does not refer further, its escapes undone', () => {
    expect(resolved(specification, { $ref: '#/paths/~1a~0b' })).toEqual({ type: 'string' });
  });

  it('to nothing is an error that names the file and the reference', () => {
    expect(() => resolved(specification, { $ref: '#/none' })).toThrow('vendor.yaml refers to #/none, which it does not hold.');
  });
});

describe('a shape', () => {
  const tree = {
    properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#/tree' } } },
    additionalProperties: false,
    anyOf: [{ $ref: '#/tree' }],
    oneOf: [{ properties: { name: { type: 'null' } } }],
  };
  const specification = { file: 'vendor.yaml', document: { tree }, prefix: '' };

  it('holds what all schemas describe, and ends where one refers to itself', () => {
    const { members, isOpen } = shapeOf(specification, [{ $ref: '#/tree' }]);
    expect(members.get('name')).toEqual([{ type: 'string' }, { type: 'null' }]);
    expect([...members.keys(), isOpen]).toEqual(['name', 'children', false]);
  });

  it.each([
    ['children[].children.0.name', [{ type: 'string' }, { type: 'null' }]],
    ['.', [tree]],
    ['children[].age', undefined],
    ['name.first', 'open'],
  ])('is followed along %s', (path, expected) => {
    expect(shapeAt(specification, [tree], path)).toEqual(expected);
  });
});

describe('an operation', () => {
  const base = 'https://eu.vendor.test/v1';
  const manifest = parseManifest(
    `{ manifest: 1, id: test-vendor, version: 0.1.0, title: Test, systems: [{ name: Test, versions: none, tested: true }],
      documentation: 'https://vendor.test', base: '${base}', secrets: { key: { description: A key. } },
      auth: { type: query, name: key, value: '\${secret.key}' }, limits: [{ concurrency: 1 }],
      check: { get: /people/me }, collections: {}, gaps: [] }`,
    'manifest.yaml',
  );
  const document = {
    paths: {
      '/people/{id}': { get: { operationId: 'any' } },
      '/people/me': { get: { operationId: 'me' } },
      '/v1/people': { get: { operationId: 'all' } },
    },
  };
  const specification = { file: 'vendor.yaml', document, prefix: '' };

  it.each([
    ['the path with more of the same words', '/people/me', base, 'me'],
    ['the path with a parameter', '/people/${key.id}', base, 'any'],
    ['the path below that of the base', '/people', base, 'all'],
    ['the path alone, where the base is no address', '/people/me', 'nowhere', 'me'],
    ['nothing, where the base is no address', '/people', 'nowhere', undefined],
  ])('is found by %s', (_, get, at, id) => {
    const { found } = operationOf([specification], { ...manifest, base: at }, { ...manifest.check, get });
    expect(found?.operation['operationId']).toBe(id);
  });

  it.each([
    ['where', true],
    ['where[0][field]', true],
    ['where[0][value]', false],
    ['bare[0]', true],
    ['plain[0]', false],
    ['other', false],
  ])('takes a parameter %s: %s', (name, isKnown) => {
    const where = { type: 'array', items: { properties: { field: { type: 'string' } } } };
    const parameters = [
      { name: 'where', in: 'query', style: 'deepObject', schema: where },
      { name: 'bare', in: 'query', style: 'deepObject' },
      { name: 'plain', in: 'query', schema: where },
      { name: 'other', in: 'header' },
    ];
    const asked = { ...specification, document: { paths: { '/people/me': { get: { parameters } } } } };
    expect(operationOf([asked], manifest, manifest.check).found?.hasParameter(name)).toBe(isKnown);
  });
});
