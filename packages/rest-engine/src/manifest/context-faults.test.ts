import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '@habeas/connector-sdk';
import { testManifest } from '../testing/context-manifest.js';
import { parseManifest } from './manifest.js';

function faultsOf(from: string, to: string): readonly string[] {
  const good = testManifest();
  if (!good.includes(from)) throw new Error(`The manifest does not hold ${from}.`);
  try {
    parseManifest(
      good.replace(from, () => to),
      'manifest.yaml',
    );
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ what }) => what);
  }
}

describe('what a manifest says of shared things', () => {
  it('is read where it is sound', () => {
    expect(Object.keys(parseManifest(testManifest(), 'manifest.yaml').collections['order']?.context ?? {})).toEqual([
      'event',
      'product',
    ]);
  });

  it.each([
    ['a thing that is not there', 'to: event', 'to: evnt', 'there is no shared thing "evnt"'],
    ['a thing that nothing refers to', 'to: product', 'to: event', 'no record refers to "product"'],
    ['a key that is not said', '{ event_id: id }', '{ event_id: number }', 'nothing says where the key of "event" stands: id'],
    ['a field that is no key', '{ event_id: id }', '{ event_id: id, x: name }', '"name" is not part of the key of "event"'],
    ['no fields at all', '{ event_id: id }', '{}', 'it names no fields'],
    [
      'a list of keys',
      '{ line.product: id }',
      "{ 'lines[].product': id }",
      'a record refers to one thing, and a list may hold many',
    ],
    ['a field that is not described', 'show: [label]', 'show: [size]', '"product" has no field "size"'],
    ['a thing without fields', 'fields: { label: , colour: }', 'fields: {}', '"product" has no field "label"'],
    ['nothing to show', 'show: [label]', 'show: []', 'it is empty'],
    [
      'an identifier in a thing',
      '{ label: , colour: }',
      '{ label: { identifier: email } }',
      'the key "identifier" is not known here',
    ],
    ['a name with a dot', '      product: { to', '      pro.duct: { to', 'a name holds no dot'],
    ['a request that names what it does not have', '/events/${key.id}', '/events/${key.number}', '"key" has no "number"'],
  ])('has a fault: %s', (_, from, to, what) => {
    expect(faultsOf(from, to).join('\n')).toContain(what);
  });

  it.each([
    ['a person', 'event_id: { identifier: phone }'],
    ['a secret', 'event_id: { secret: true }'],
  ])('leads from nothing that is %s', (_, field) => {
    const fields = testManifest().slice(testManifest().indexOf('  order:'));
    const line = /\n {4}fields:\n/u.exec(fields)?.[0] ?? '';
    expect(line).not.toBe('');
    const order = fields.replace(line, () => `${line}      ${field}\n`);
    expect(faultsOf(fields, order).join('\n')).toContain('"event_id" identifies a person or is a secret');
  });

  it('shows nothing under the name of a field that the record has', () => {
    const fields = testManifest().slice(testManifest().indexOf('  order:'));
    const order = fields.replace('\n    fields:\n', () => "\n    fields:\n      'event.name': {}\n");
    expect(faultsOf(fields, order).join('\n')).toContain('"event.name" is a field of the record already');
  });
});
