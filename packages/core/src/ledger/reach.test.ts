import { describe, expect, it } from '@jest/globals';
import type { CollectionSpec, Lookup } from '@habeas/connector-sdk';
import { type Reach, reachOf, unusableKinds } from './reach.js';

const EMAIL: Lookup = { kind: 'email', field: 'email', mode: 'index' };
const PHONE: Lookup = { kind: 'phone', field: 'phone', mode: 'index' };
const NAME: Lookup = { kind: 'name', field: 'name', mode: 'index' };
const CUSTOMER: Lookup = { kind: 'id', namespace: 'shop.customer', field: 'customer', mode: 'exact' };
const unusable = (lookup: Lookup): Lookup => ({ ...lookup, mode: 'unusable' });

const spec = (name: string, lookups: readonly Lookup[], rest: Partial<CollectionSpec> = {}): CollectionSpec => ({
  name,
  personal: 'subject',
  key: ['id'],
  fields: [],
  withheld: [],
  ownedBy: [],
  gaps: [],
  lookups,
  ...rest,
});

const owners = new Map(
  [
    spec('person', [EMAIL]),
    spec('caller', [PHONE]),
    spec('customer', [CUSTOMER, EMAIL]),
    spec('blocked', [unusable(PHONE)]),
    spec('member', []),
    spec('address', [{ ...EMAIL, of: 'owner' }], { ownedBy: ['member'] }),
    spec('call', [PHONE], { ownedBy: ['person'] }),
  ].map((each) => [each.name, each]),
);

describe('reachOf', () => {
  it.each<[string, CollectionSpec, readonly string[], Reach]>([
    ['its own lookup', spec('order', [EMAIL]), ['email'], { by: 'search', searched: ['order'] }],
    ['one of its lookups', spec('order', [EMAIL, PHONE]), ['phone'], { by: 'search', searched: ['order'] }],
    ['its owner', spec('order', [], { ownedBy: ['person'] }), ['email'], { by: 'search', searched: ['person'] }],
    [
      'its own and its owners',
      spec('order', [EMAIL], { ownedBy: ['person', 'caller'] }),
      ['email'],
      { by: 'search', searched: ['order', 'person'] },
    ],
    [
      'its owner, its own kind being unknown',
      spec('order', [PHONE], { ownedBy: ['person'] }),
      ['email'],
      { by: 'search', searched: ['person'] },
    ],
    ['rows below it that identify their owner', spec('member', []), ['email'], { by: 'search', searched: ['address'] }],
    [
      'rows below its owner that identify it',
      spec('visit', [], { ownedBy: ['member'] }),
      ['email'],
      { by: 'search', searched: ['address'] },
    ],
    ['rows below it that identify themselves', spec('person', []), ['phone'], { by: 'nothing' }],
    ['an id of the right issuer', spec('order', [CUSTOMER]), ['id:shop.customer'], { by: 'search', searched: ['order'] }],
    [
      'an id of another issuer',
      spec('order', [CUSTOMER]),
      ['id:crm.contact'],
      { by: 'missing-kinds', kinds: ['id:shop.customer'] },
    ],
    ['a kind that nobody knows', spec('order', [PHONE]), ['email'], { by: 'missing-kinds', kinds: ['phone'] }],
    [
      'an owner of a kind that nobody knows',
      spec('order', [], { ownedBy: ['caller', 'customer'] }),
      ['id:x'],
      { by: 'missing-kinds', kinds: ['email', 'id:shop.customer', 'phone'] },
    ],
    [
      'a lookup that needs a change first',
      spec('order', [unusable(EMAIL)]),
      ['email'],
      { by: 'unusable-lookups', kinds: ['email'] },
    ],
    [
      'an owner whose lookup needs a change',
      spec('order', [], { ownedBy: ['blocked'] }),
      ['phone'],
      { by: 'unusable-lookups', kinds: ['phone'] },
    ],
    ['a name', spec('order', [NAME]), ['email', 'name'], { by: 'nothing' }],
    ['nothing', spec('order', []), ['email'], { by: 'nothing' }],
    ['an owner that does not exist', spec('order', [], { ownedBy: ['ghost'] }), ['email'], { by: 'nothing' }],
    [
      'no personal data',
      spec('order', [EMAIL], { personal: 'none', reason: 'Prices.' }),
      ['email'],
      { by: 'declaration', why: 'Prices.' },
    ],
  ])('%s', (_, collection, kinds, reach) => {
    expect(reachOf(collection, owners, new Set(kinds))).toEqual(reach);
  });
});

describe('unusableKinds', () => {
  it.each<[string, readonly Lookup[], readonly string[]]>([
    ['usable', [EMAIL], []],
    ['unusable', [EMAIL, unusable(PHONE)], ['phone']],
    ['unusable in one of two fields', [PHONE, unusable({ ...PHONE, field: 'mobile' })], []],
    ['unusable, but nobody asks', [unusable(CUSTOMER)], []],
  ])('%s', (_, lookups, kinds) => {
    expect(unusableKinds(spec('person', lookups), new Set(['email', 'phone']))).toEqual(kinds);
  });
});
