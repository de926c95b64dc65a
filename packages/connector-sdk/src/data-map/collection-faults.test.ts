import { describe, expect, it } from '@jest/globals';
import { messagesOf, type Change } from '../../test/data-map/shop.js';

const WRONG: readonly (readonly [title: string, changes: readonly Change[], messages: readonly string[]])[] = [
  [
    'no personal data, without a reason',
    [['reason: Shops.', 'gaps: [x]']],
    ['shop.yaml:17:3: collections.shop: personal: none needs a reason (say in reason why it holds no personal data)'],
  ],
  [
    'no personal data, with an identifier',
    [['reason: Shops.', 'reason: Shops.\n    fields: { mail: { identifier: email } }']],
    [
      'shop.yaml:20:23: collections.shop.fields.mail.identifier: the collection is declared personal: none, but this field identifies a person (remove identifier, or personal: none)',
    ],
  ],
  [
    'a reason for nothing',
    [['key: [id]', 'reason: Because.']],
    ['shop.yaml:6:5: collections.customer.reason: reason is for collections with personal: none (remove it)'],
  ],
  [
    'a table both mapped and left out',
    [['{ job: Technical. }', '{ shop: Shops. }']],
    ['shop.yaml:3:13: unmapped.shop: the table is left out here, and mapped as the collection "shop" (remove one of the two)'],
  ],
  [
    'collections that nothing leads to',
    [
      ['identifier: { kind: id, namespace: shop.customer }', ''],
      ['identifier: email,', 'identifier: birthDate,'],
      ['{  }', '{ }'],
    ],
    [
      'shop.yaml:5:3: collections.customer: nothing leads to this collection: it has no field that can be searched (email, phone, id), and no owner that has one (mark an identifier, add the owned reference to its owner, or declare personal: none with a reason)',
      'shop.yaml:13:3: collections.order: nothing leads to this collection: it has no field that can be searched (email, phone, id), and no owner that has one (mark an identifier, add the owned reference to its owner, or declare personal: none with a reason)',
    ],
  ],
  [
    'owners in a circle',
    [
      [
        '\n  city: {',
        '\n  a: { references: { b: { to: b, on: { x: y }, as: owned }, c: { to: customer, on: { x: y }, as: owned } } }\n  b:\n    references:\n      c: { to: c, on: { x: y }, as: owned }\n      self: { to: b, on: { x: y }, as: owned }\n  c: { references: { a: { to: a, on: { x: y }, as: owned } } }\n  city: {',
      ],
    ],
    [
      'shop.yaml:22:22: collections.a.references.b: owned references form a cycle that never ends: a → b → c → a (give one of them a maxDepth, or make one of them context)',
    ],
  ],
  [
    'owners in two circles',
    [
      [
        '\n  city: {',
        '\n  a: { references: { b: { to: b, on: { x: y }, as: owned }, c: { to: customer, on: { x: y }, as: owned } } }\n  b: { references: { a: { to: a, on: { x: y }, as: owned }, c: { to: c, on: { x: y }, as: owned } } }\n  c: { references: { b: { to: b, on: { x: y }, as: owned } } }\n  city: {',
      ],
    ],
    [
      'shop.yaml:22:22: collections.a.references.b: owned references form a cycle that never ends: a → b → a (give one of them a maxDepth, or make one of them context)',
      'shop.yaml:23:61: collections.b.references.c: owned references form a cycle that never ends: b → c → b (give one of them a maxDepth, or make one of them context)',
    ],
  ],
  [
    'several of these at once',
    [
      ['as: owned', 'as: owned, show: [x]'],
      ['identifier: email,', 'identifier: { kind: email, part: full },'],
    ],
    [
      'shop.yaml:9:43: collections.customer.fields.email.identifier.part: part is for kind name, not for email (remove it)',
      'shop.yaml:15:69: collections.order.references.customer.show: show is for context references: the rows that own this one are delivered whole, as records of their own (remove show, or make the reference context)',
    ],
  ],
];

describe('a data map whose collections contradict themselves', () => {
  it.each(WRONG)('is refused for %s, with line, place and remedy', (_title, changes, messages) => {
    expect(messagesOf(changes)).toEqual(messages);
  });

  it('may own in a circle that a depth ends, and in a tree', () => {
    expect(
      messagesOf([
        [
          '\n  city: {',
          '\n  a: { references: { b: { to: b, on: { x: y }, as: owned }, c: { to: customer, on: { x: y }, as: owned } } }\n  b: { references: { a: { to: a, on: { x: y }, as: owned, maxDepth: 3 } } }\n  city: {',
        ],
      ]),
    ).toEqual([]);
  });

  it('may own along two ways to one end', () => {
    const diamond =
      '\n  w: { references: { x: { to: x, on: { a: b }, as: owned } } }' +
      '\n  x: { references: { y: { to: y, on: { a: b }, as: owned }, z: { to: z, on: { a: b }, as: owned } } }' +
      '\n  y: { references: { c: { to: customer, on: { a: b }, as: owned } } }' +
      '\n  z: { references: { c: { to: customer, on: { a: b }, as: owned } } }' +
      '\n  city: {';
    expect(messagesOf([['\n  city: {', diamond]])).toEqual([]);
  });
});
