import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parseManifest } from '../../manifest/manifest.js';
import { testManifest } from '../context-manifest.js';
import { compare, type Comparison } from './compare.js';
import { readSpecification } from './specification.js';

const folder = mkdtempSync(join(tmpdir(), 'habeas-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What is said of shared things where the vendor describes events and products like this. */
function compared(event: string, product: string): Comparison {
  const reply = (schema: string): string =>
    `{ responses: { '200': { description: It., content: { application/json: { schema: ${schema} } } } } }`;
  const file = join(folder, 'specification.yaml');
  writeFileSync(
    file,
    `openapi: 3.0.3
servers: [{ url: 'https://api.example.org/v1' }]
paths:
  /events/{id}: { get: ${reply(event)} }
  /products:
    parameters: [{ name: ids, in: query }]
    get: ${reply(`{ type: array, items: ${product} }`)}
`,
  );
  const specification = readSpecification(pathToFileURL(file));
  const { faults, gaps } = compare(
    parseManifest(testManifest(), 'manifest.yaml'),
    specification === undefined ? [] : [specification],
  );
  return { faults: faults.filter((fault) => fault.startsWith('shared')), gaps };
}

describe('the shared things of a manifest and the specification of its vendor', () => {
  it('agree where what is shown is there, and have gaps of their own: what is there and not shown', () => {
    const event = '{ properties: { id: {}, name: {}, opens: {}, organiser: {} } }';
    const product = '{ properties: { id: {}, label: {}, colour: {}, supplier: {}, price: {} } }';
    expect(compared(event, product)).toEqual({
      faults: [],
      gaps: { 'shared.event': ['organiser'], 'shared.product': ['price', 'supplier'] },
    });
  });

  it('differ in the members that are shown, and in the key where many are asked for at once', () => {
    const other = '{ properties: { label: {} } }';
    expect(compared(other, other)).toEqual({
      faults: [
        'shared.event: a thing has no field "name"',
        'shared.event: a thing has no field "opens"',
        'shared.product: a thing has no field "id"',
        'shared.product: a thing has no field "colour"',
      ],
      gaps: { 'shared.event': ['label'] },
    });
  });

  it('have no fault where the specification leaves open what a thing holds', () => {
    expect(compared('{}', '{}')).toEqual({ faults: [], gaps: {} });
  });
});
