import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parseManifest } from '../../manifest/manifest.js';
import { compare, type Comparison } from './compare.js';
import { describeContract } from './describe-contract.js';
import { readSpecification } from './specification.js';

const MANIFEST = `
manifest: 1
id: test-library
version: 0.1.0
title: Test library
systems: [{ name: Test library, versions: none, tested: true }]
documentation: https://library.example.org/docs
config:
  region: { type: slug, default: eu, description: Where the account is. }
secrets:
  key: { description: A restricted key. }
base: https://\${config.region}.library.example.org/v1
auth: { type: query, name: api_key, value: '\${secret.key}' }
limits: [{ rate: 50, per: 1s }]
paginate: { type: cursor, from: paging.next, more: paging.more, to: cursor, size: { to: limit, is: 100 } }
check: { get: /account }
namespaces: { reader: the id of a reader }
collections:
  reader:
    key: [id]
    record: reader
    lift: [details]
    set: { branch: main }
    fields:
      id: { identifier: { kind: id, namespace: reader }, origin: derived }
      email: { identifier: email, category: pd:EmailAddress, origin: provided }
      phone: { identifier: phone, category: pd:TelephoneNumber, origin: provided }
      branch: { origin: derived }
    find:
      - { by: email, field: email, mode: index, get: /readers, query: { email: '\${id}' }, records: data }
      - by: phone
        field: phone
        mode: index
        post: /readers/search
        body: { filters: [{ field: phone, is: '\${id}' }], sort: null }
        records: data
        paginate: { type: page, to: page.number, pages: pages }
    read: { batch: { size: 2, post: /readers/some, body: { ids: { each: keys, as: { id: '\${item}' } } }, records: data } }
  loan:
    key: [id]
    fields:
      id: { origin: derived }
      title: { freeText: true }
    of:
      reader:
        get: /readers/\${parent.id}/loans
        records: items
        paginate: { type: next, from: { header: Link } }
        fetch: { key: id, each: { get: '/loans/\${item}' } }
  visit:
    key: [id]
    fields:
      id: { origin: derived }
      at: { type: timestamp, origin: observed }
    of:
      reader: { get: '/readers/\${parent.id}/visits', paginate: none }
gaps: []
`;

const READERS = `
openapi: 3.0.3
servers: [{ url: 'https://eu.library.example.org/v1/' }]
paths:
  /account:
    get: { responses: { default: { description: Whatever it is. } } }
  /readers:
    parameters: [{ $ref: '#/components/parameters/cursor' }, { name: trace, in: header }]
    get:
      parameters: [{ name: email, in: query }, { name: limit, in: query }, { in: query }]
      responses: { '200': { $ref: '#/components/responses/readers' }, '404': { description: None. } }
  /readers/{id}:
    delete: { responses: {} }
  /readers/search:
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/search' } } } }
      responses: { '200': { $ref: '#/components/responses/readers' } }
  /readers/some:
    post:
      requestBody:
        content:
          text/xml: { schema: { type: string } }
          '*/*':
            schema: { properties: { ids: { type: array, items: { properties: { id: { type: string } } } } } }
      responses: { default: { $ref: '#/components/responses/readers' } }
components:
  parameters: { cursor: { name: cursor, in: query } }
  responses:
    readers:
      content: { application/json: { schema: { $ref: '#/components/schemas/readers' } } }
  schemas:
    search:
      properties:
        filters: { type: array, items: { properties: { field: { type: string }, is: { type: string } } } }
        sort: { type: string }
        page: { properties: { number: { type: integer } } }
    readers:
      properties:
        data: { type: array, items: { properties: { reader: { $ref: '#/components/schemas/reader' } } } }
        paging: { properties: { next: { type: string }, more: { type: boolean } } }
        pages: { type: integer }
    reader:
      allOf:
        - { properties: { id: { type: string }, shelf: { type: string } } }
        - { properties: { details: { $ref: '#/components/schemas/details' } } }
    details: { properties: { phone: { type: string }, email: { type: string }, birthday: { type: string } } }
`;

const LOANS = `
swagger: '2.0'
basePath: /v1
paths:
  /readers/{id}/loans:
    get: { responses: { '200': { schema: { properties: { items: { type: array, items: { properties: { id: {}, due: {} } } } } } } } }
  /loans/{id}:
    get: { responses: { '200': { schema: { $ref: '#/definitions/loan' } } } }
  /readers/{id}/visits:
    get:
      responses:
        '200': { schema: { type: array, items: { $ref: '#/definitions/visit' } } }
  /visits/search:
    post:
      parameters: [{ name: body, in: body, schema: { properties: { reader: { type: string } } } }, { name: bare, in: body }]
      responses: { '200': { schema: { type: array, items: { $ref: '#/definitions/visit' } } } }
definitions:
  loan: { properties: { id: { type: string }, title: { type: string } } }
  visit: { properties: { id: { type: string }, at: { type: string }, door: { type: string } } }
`;

const GAPS = { reader: ['birthday', 'shelf'], visit: ['door'] };

const root = mkdtempSync(join(tmpdir(), 'habeas-'));
const specs = join(root, 'shared', 'specs');
const connector = join(root, 'habeas', 'connectors', 'library');
const complete = join(root, 'habeas', 'connectors', 'complete');
const elsewhere = join(root, 'elsewhere');
for (const folder of [specs, connector, complete, elsewhere]) mkdirSync(folder, { recursive: true });
writeFileSync(join(specs, 'readers.yaml'), READERS);
writeFileSync(join(specs, 'loans.yaml'), LOANS);
writeFileSync(join(connector, 'manifest.yaml'), MANIFEST);
writeFileSync(join(connector, 'undescribed.yaml'), 'reader: [birthday, shelf]\nvisit: [door]\n');
writeFileSync(join(connector, 'README.md'), '3 fields are listed in [undescribed.yaml](undescribed.yaml).');
const described = MANIFEST.replace('      branch:', '      birthday: {}\n      shelf: {}\n      branch:');
const all = described.replace('      at:', '      door: {}\n      at:');
for (const folder of [complete, elsewhere]) writeFileSync(join(folder, 'manifest.yaml'), all);
writeFileSync(join(connector, 'other.yaml'), MANIFEST.replace('get: /account', 'get: /nowhere'));

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A text with one place of it changed, which it has to hold. */
function changed(text: string, [from, to]: readonly [string, string]): string {
  if (!text.includes(from)) throw new Error(`The text does not hold ${from}.`);
  return text.replace(from, () => to);
}

function compared(manifest: string, readers = READERS): Comparison {
  writeFileSync(join(specs, 'tried.yaml'), readers);
  const files = ['tried.yaml', 'loans.yaml'].map((name) => readSpecification(pathToFileURL(join(specs, name))));
  return compare(
    parseManifest(manifest, 'manifest.yaml'),
    files.filter((each) => each !== undefined),
  );
}

describe('a manifest and the specification of its vendor', () => {
  it('agree where everything that the manifest uses is in one file or another', () => {
    expect(compared(MANIFEST)).toEqual({ faults: [], gaps: GAPS });
  });

  it.each([
    ['a path', ['get: /account', 'get: /nowhere'], 'check: there is no such path'],
    ['a method', ['get: /account', 'post: /account'], 'check: the path has no such method'],
    ['a parameter', ["query: { email: '", "query: { mail: '"], 'collections.reader.find.0: there is no parameter "mail"'],
    ['the parameter of a page', ['to: cursor', 'to: after'], 'collections.reader.find.0: there is no parameter "after"'],
    ['the size of a page', ['to: limit', 'to: per_page'], 'collections.reader.find.0: there is no parameter "per_page"'],
    [
      'a member of a body',
      ['field: phone, is:', 'field: phone, like:'],
      'collections.reader.find.1: the body has no "filters[].like"',
    ],
    ['a page in a body', ['to: page.number', 'to: page.no'], 'collections.reader.find.1: the body has no "page.no"'],
    ['a member of made items', ['as: { id:', 'as: { key:'], 'collections.reader.read.batch: the body has no "ids[].key"'],
    ['the place of records', ['records: items', 'records: loans'], 'collections.loan.of.reader: the reply has no "loans"'],
    [
      'the place of a cursor',
      ['from: paging.next', 'from: paging.on'],
      'collections.reader.find.0: the reply has no "paging.on"',
    ],
    ['the place of pages', ['pages: pages', 'pages: all'], 'collections.reader.find.1: the reply has no "all"'],
    ['a field', ['at: { type', 'when: { type'], 'collections.visit: a record has no field "when"'],
    ['a field of a group', ['branch: { origin', 'card: { origin'], 'collections.reader: a record has no field "card"'],
  ] as const)('differ where the specification does not have %s', (_, change, fault) => {
    expect(compared(changed(MANIFEST, change)).faults).toEqual([fault]);
  });

  it.each([
    [
      'a member that it does not have',
      ", body: { reader: '${parent.id}', day: 1 }",
      ['collections.visit.of.reader: the body has no "day"'],
    ],
    ['no members', ", body: '${parent.id}'", []],
    ['nothing', '', []],
  ])('are compared by the body parameter of Swagger 2 too, where a request sends %s', (_, body, faults) => {
    const change = ["get: '/readers/${parent.id}/visits'", `post: /visits/search${body}`] as const;
    expect(compared(changed(MANIFEST, change)).faults).toEqual(faults);
  });

  it('have no gaps in a collection whose path is not known', () => {
    const { faults, gaps } = compared(changed(MANIFEST, ['/visits', '/stays']));
    expect(faults).toEqual(['collections.visit.of.reader: there is no such path']);
    expect(gaps).toEqual({ reader: GAPS.reader });
  });

  it('have no fault about the fields where a lifted group is not described', () => {
    expect(compared(changed(MANIFEST, ['lift: [details]', 'lift: [details, more]']))).toEqual({ faults: [], gaps: GAPS });
  });

  it.each([
    ['a record', ['reader:\n      allOf:', 'reader:\n      additionalProperties: true\n      allOf:']],
    ['a lifted group', ['details: { properties', 'details: { additionalProperties: {}, properties']],
    [
      'what a record is wrapped in',
      ['items: { properties: { reader: { $ref', 'items: { additionalProperties: true, x: { y: { $ref'],
    ],
    ['a list', ['data: { type: array, items: {', 'other: { type: array, items: {']],
  ] as const)('have no fault about the fields where %s may hold more than is described', (_, change) => {
    const open = changed(changed(READERS, change), [
      '    readers:\n      properties:',
      '    readers:\n      additionalProperties: true\n      properties:',
    ]);
    expect(compared(changed(MANIFEST, ['branch: { origin', 'card: { origin']), open).faults).toEqual([]);
  });
});

const vendor = ['readers.yaml', 'loans.yaml'];
// Where the specifications of real vendors are is no matter here
delete process.env['HABEAS_TEST_SPECIFICATIONS'];
delete process.env['HABEAS_TEST_UPDATE'];
describeContract({ manifest: pathToFileURL(join(connector, 'manifest.yaml')), specification: vendor });
describeContract({ manifest: pathToFileURL(join(connector, 'manifest.yaml')), specification: 'absent.yaml' });
describeContract({ manifest: pathToFileURL(join(complete, 'manifest.yaml')), specification: vendor });
const except = { 'The vendor does not describe it.': ['check: there is no such path'] };
describeContract({ manifest: pathToFileURL(join(connector, 'other.yaml')), specification: vendor, except });
process.env['HABEAS_TEST_SPECIFICATIONS'] = specs;
describeContract({ manifest: pathToFileURL(join(elsewhere, 'manifest.yaml')), specification: vendor });
