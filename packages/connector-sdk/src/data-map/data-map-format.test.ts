import { describe, expect, it } from '@jest/globals';
import { messagesOf, SHOP, type Change } from '../../test/data-map/shop.js';

const WRONG: readonly (readonly [title: string, changes: readonly Change[], messages: readonly string[]])[] = [
  ['an empty file', [[SHOP, '']], ['shop.yaml:1:1: expected a group of keys, found nothing']],
  ['a list', [[SHOP, '- a\n']], ['shop.yaml:1:1: expected a group of keys, found a list']],
  [
    'nothing in it',
    [[SHOP, '{}']],
    [
      'shop.yaml:1:1: "dataMap" is missing (add it: expected 1)',
      'shop.yaml:1:1: "collections" is missing (add it: expected a group of keys)',
    ],
  ],
  ['another version', [['dataMap: 1', 'dataMap: 2']], ['shop.yaml:1:1: dataMap: expected 1']],
  [
    'a misspelt key',
    [['fields:\n      id:', 'feilds:\n      id:']],
    ['shop.yaml:7:5: collections.customer.feilds: the key "feilds" is not known here (did you mean "fields"?)'],
  ],
  [
    'an unknown key far from any',
    [['note:', 'note: { zzzzz: 1 }']],
    [
      'shop.yaml:12:15: collections.customer.fields.note.zzzzz: the key "zzzzz" is not known here (known here: column, type, title, description, identifier, category, origin, special, thirdParty, ownUse, secret, freeText, codes, moment, relationship, tells, consentTo, log, charset)',
    ],
  ],
  ['an empty key', [['key: [id]', 'key: []']], ['shop.yaml:6:5: collections.customer.key: it is empty']],
  [
    'a missing key',
    [['to: shop, ', '']],
    ['shop.yaml:16:7: collections.order.references.shop: "to" is missing (add it: expected text)'],
  ],
  [
    'a misspelt value',
    [['as: context, show', 'as: contxt, show']],
    ['shop.yaml:16:46: collections.order.references.shop.as: expected one of owned, context (did you mean "context"?)'],
  ],
  [
    'a wrong value',
    [['as: owned', 'as: mine']],
    ['shop.yaml:15:58: collections.order.references.customer.as: expected one of owned, context'],
  ],
  [
    'a number that is too small',
    [['as: owned', 'maxDepth: 0, as: owned']],
    ['shop.yaml:15:58: collections.order.references.customer.maxDepth: expected at least 1'],
  ],
  [
    'a number that is too large',
    [['as: owned', 'maxDepth: 33, as: owned']],
    ['shop.yaml:15:58: collections.order.references.customer.maxDepth: expected at most 32'],
  ],
  [
    'a number that is not whole',
    [['as: owned', 'maxDepth: 1.5, as: owned']],
    ['shop.yaml:15:58: collections.order.references.customer.maxDepth: expected a whole number'],
  ],
  [
    'a word for a truth',
    [['secret: true', 'secret: yes']],
    ['shop.yaml:11:19: collections.customer.fields.password.secret: expected true or false, found text'],
  ],
  [
    'nothing for a text',
    [
      ['title: A shop', 'unmapped: { a: }'],
      ['unmapped: { job: Technical. }\n', ''],
    ],
    ['shop.yaml:2:13: unmapped.a: expected text, found nothing'],
  ],
  [
    'a misspelt key of an identifier',
    [['identifier: email,', 'identifier: { kind: email, off: owner },']],
    ['shop.yaml:9:43: collections.customer.fields.email.identifier.off: the key "off" is not known here (did you mean "of"?)'],
  ],
  [
    'a misspelt identifier',
    [['identifier: email,', 'identifier: e-mail,']],
    [
      'shop.yaml:9:16: collections.customer.fields.email.identifier: expected one of email, phone, id, name, birthDate (did you mean "email"?)',
    ],
  ],
  [
    'an identifier of no kind',
    [['identifier: email,', 'identifier: 7,']],
    [
      'shop.yaml:9:16: collections.customer.fields.email.identifier: expected one of email, phone, id, name, birthDate, or expected a group of keys',
    ],
  ],
  [
    'a language that is none',
    [['title: A shop', 'title: { english: A shop }']],
    ['shop.yaml:2:10: title.english: this key: expected a language as two letters, such as en'],
  ],
  ['a text in no language', [['title: A shop', 'title: {}']], ['shop.yaml:2:1: title: it has no text in any language']],
  [
    'a code without a meaning',
    [['note:', 'note: { codes: { A: active, B: } }']],
    ['shop.yaml:12:35: collections.customer.fields.note.codes.B: expected text, or expected a group of keys'],
  ],
  [
    'a code whose meaning is in a language that is none',
    [['note:', 'note: { codes: { A: { french: actif } } }']],
    [
      'shop.yaml:12:29: collections.customer.fields.note.codes.A.french: this key: expected a language as two letters, such as en',
    ],
  ],
  [
    'a name with a dot',
    [
      ['\n  city: {', '\n  city.town: {'],
      ['city.name', 'name'],
      ['to: city,', 'to: city.town,'],
    ],
    [
      'shop.yaml:21:15: collections.shop.references.city.to: a name has at least one character, and no dot',
      'shop.yaml:22:3: collections.city.town: this key: a name has at least one character, and no dot',
    ],
  ],
  [
    'a reference on no columns',
    [['on: { shop_id: id }', 'on: {}']],
    ['shop.yaml:16:25: collections.order.references.shop.on: it names no columns'],
  ],
  [
    'bad syntax',
    [['key: [id]', 'key: [id']],
    ['shop.yaml:7:5: Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ],
  [
    'a doubled key',
    [['    key: [id]', '    key: [id]\n    key: [id]']],
    ['shop.yaml:7:5: this key stands here already (keep one of the two)'],
  ],
  [
    'a merge key',
    [['    key: [id]', '    <<: { key: [id] }']],
    ['shop.yaml:6:5: merge keys (<<) are not part of this format (write the keys out)'],
  ],
  [
    'a key that is no ordinary one',
    [['password: { secret', '__proto__: { secret']],
    ['shop.yaml:11:7: "__proto__" cannot be a key (for a column of that name, choose another and add column: __proto__)'],
  ],
  ['a tag', [['key: [id]', 'key: !!set [id]']], ['shop.yaml:6:10: tags (!name) are not part of this format (remove it)']],
  [
    'an alias to nothing',
    [['key: [id]', 'key: *nothing']],
    ['shop.yaml:6:10: *nothing leads nowhere (write out what was meant)'],
  ],
  ['an alias to itself', [['key: [id]', 'key: &a [*a]']], ['shop.yaml:6:14: *a contains itself (write out what was meant)']],
  [
    'two documents',
    [['\n  city:', '\n---\n  city:']],
    ['shop.yaml:22:1: a second document begins here (---) (keep one document in a file)'],
  ],
];

describe('a data map of the wrong format', () => {
  it.each(WRONG)('is refused for %s, with line, place and remedy', (_title, changes, messages) => {
    expect(messagesOf(changes)).toEqual(messages);
  });

  it('is refused without repeating a value, which may be a secret', () => {
    expect(messagesOf([[SHOP, 'dataMap: hunter2\ncollections: [hunter2]']]).join()).not.toContain('hunter2');
  });
});
