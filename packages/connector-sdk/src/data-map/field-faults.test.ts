import { describe, expect, it } from '@jest/globals';
import { messagesOf, type Change } from '../../test/data-map/shop.js';

const WRONG: readonly (readonly [title: string, changes: readonly Change[], messages: readonly string[]])[] = [
  [
    'an id without its issuer',
    [['identifier: { kind: id, namespace: shop.customer }', 'identifier: id']],
    [
      'shop.yaml:8:13: collections.customer.fields.id.identifier: an id needs the namespace of its issuer: the same number elsewhere is somebody else (write { kind: id, namespace: shop.customer })',
    ],
  ],
  [
    'an issuer of something else',
    [['identifier: email,', 'identifier: { kind: email, namespace: shop },']],
    [
      'shop.yaml:9:43: collections.customer.fields.email.identifier.namespace: a namespace is for kind id, not for email (remove it)',
    ],
  ],
  [
    'a part of something else',
    [['identifier: email,', 'identifier: { kind: email, part: full },']],
    ['shop.yaml:9:43: collections.customer.fields.email.identifier.part: part is for kind name, not for email (remove it)'],
  ],
  [
    'an owner without a reference',
    [['identifier: email,', 'identifier: { kind: email, of: owner },']],
    [
      'shop.yaml:9:43: collections.customer.fields.email.identifier.of: it identifies the owner of its row, but no reference of this collection is owned (add the reference to the owner with as: owned, or remove of)',
    ],
  ],
  [
    'a secret identifier',
    [['identifier: email,', 'secret: true, identifier: email,']],
    [
      'shop.yaml:9:30: collections.customer.fields.email.identifier: a secret field is never read, so it cannot identify a person (remove secret or identifier)',
    ],
  ],
  [
    'a file for an identifier',
    [['identifier: email,', 'type: file, identifier: email,']],
    [
      'shop.yaml:9:28: collections.customer.fields.email.identifier: a field of type file cannot identify a person (remove identifier)',
    ],
  ],
  [
    'a use of their own of what is the person’s',
    [['note:', 'note: { ownUse: true }']],
    [
      "shop.yaml:12:15: collections.customer.fields.note.ownUse: ownUse is said of somebody else's data (add thirdParty: true, or remove it)",
    ],
  ],
  [
    'two fields on one column',
    [['note:', 'note: { column: email }']],
    [
      'shop.yaml:12:7: collections.customer.fields.note: the column email is already the field "email" (describe each column once)',
    ],
  ],
  [
    'a key that names a field',
    [['key: [id]', 'key: [familyName]']],
    ['shop.yaml:6:11: collections.customer.key.0: "familyName" is a field; keys and references name columns (write family_name)'],
  ],
  [
    'a column twice in the key',
    [['key: [id]', 'key: [id, id]']],
    ['shop.yaml:6:15: collections.customer.key.1: the column id stands in the key twice (remove one)'],
  ],
  [
    'a secret in the key',
    [['key: [id]', 'key: [password]']],
    [
      'shop.yaml:6:11: collections.customer.key.0: the column password is secret, and the key of every record is delivered (choose other columns)',
    ],
  ],
  [
    "a reference that names the other's field",
    [['on: { customer_id: id }', 'on: { customer_id: familyName }']],
    [
      'shop.yaml:15:39: collections.order.references.customer.on.customer_id: "familyName" is a field; keys and references name columns (write family_name)',
    ],
  ],
  [
    'a reference that names its own field',
    [
      ['  order:\n', '  order:\n    fields: { who: { column: customer_id } }\n'],
      ['customer_id: id', 'who: id'],
    ],
    [
      'shop.yaml:16:39: collections.order.references.customer.on.who: "who" is a field; keys and references name columns (write customer_id)',
    ],
  ],
];

describe('a data map whose fields contradict themselves', () => {
  it.each(WRONG)('is refused for %s, with line, place and remedy', (_title, changes, messages) => {
    expect(messagesOf(changes)).toEqual(messages);
  });

  it('may name a column that is called like the field of another', () => {
    expect(
      messagesOf([
        ['note:', 'note: { column: familyName }'],
        ['key: [id]', 'key: [familyName]'],
      ]),
    ).toEqual([]);
  });
});
