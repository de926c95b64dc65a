import { describe, expect, it } from '@jest/globals';
import { expandCollections } from './expand-collections.js';

const templates = {
  object: { key: ['id'], of: { contact: { get: '/contacts/${parent.id}/${collection}' } }, fields: { id: {} } },
};

describe('collections that are like a template', () => {
  it('have all that they do not say themselves, their own name in it, and the fields of both', () => {
    const { value } = expandCollections({ templates, collections: { call: { like: 'object', fields: { length: {} } } } });
    expect(value).toEqual({
      templates,
      collections: {
        call: {
          like: 'object',
          key: ['id'],
          of: { contact: { get: '/contacts/${parent.id}/call' } },
          fields: { id: {}, length: {} },
        },
      },
    });
  });

  it('keep what they say differently', () => {
    const { value } = expandCollections({ templates, collections: { call: { like: 'object', key: ['number'] } } });
    expect(value).toMatchObject({ collections: { call: { key: ['number'] } } });
  });

  it('have what they say that further names stand for, wherever those stand', () => {
    const named = { text: { get: '/${kind}', lists: ['${kind} of ${owner}', '${other}', 7] } };
    const { value } = expandCollections({
      templates: { named },
      collections: { call: { like: 'named', with: { kind: 'calls', owner: 'ann' } }, none: { like: 'named', with: [] } },
    });
    expect(value).toMatchObject({
      collections: {
        call: { text: { get: '/calls', lists: ['calls of ann', '${other}', 7] } },
        none: { text: { get: '/${kind}' } },
      },
    });
  });

  it('are refused where there is no such template, with what there is', () => {
    expect(expandCollections({ templates, collections: { call: { like: 'constructor' } } }).unresolved).toEqual([
      { path: ['collections', 'call', 'like'], what: 'there is no template "constructor"', remedy: 'known: object' },
    ]);
    expect(expandCollections({ collections: { call: { like: 'object' } } }).unresolved).toMatchObject([
      { remedy: 'known: none' },
    ]);
  });
});

describe('templates that are like one above them', () => {
  const like = { like: 'object', fields: { name: {} } };

  it('have all that they do not say themselves', () => {
    const { value, unresolved } = expandCollections({
      templates: { ...templates, named: like },
      collections: { call: { like: 'named' } },
    });
    expect(value).toMatchObject({ collections: { call: { key: ['id'], fields: { id: {}, name: {} } } } });
    expect(unresolved).toEqual([]);
  });

  it('are refused where that one stands below, or is the same', () => {
    const { unresolved } = expandCollections({ templates: { named: like, ...templates, own: { like: 'own' } }, collections: {} });
    expect(unresolved).toEqual([
      { path: ['templates', 'named', 'like'], what: 'there is no template "object"', remedy: 'known: none' },
      { path: ['templates', 'own', 'like'], what: 'there is no template "own"', remedy: 'known: named, object' },
    ]);
  });
});

describe('a document that is no manifest', () => {
  it.each([[null], [[]], [{ collections: [] }], [{ templates: [], collections: { call: null } }]])(
    'is left as it is: %j',
    (value) => {
      expect(expandCollections(value)).toEqual({ value, unresolved: [] });
    },
  );
});
