import { describe, expect, it } from '@jest/globals';
import { airbyteDraft, EMAIL, stream } from '../../testing/airbyte-draft.js';

describe('where an Airbyte file reads', () => {
  it('has one base where streams lie at one origin, and tells those that lie elsewhere', () => {
    const url = 'https://api.example.org/v2/notes?expand=all';
    const near = stream({ name: 'notes', requester: { url_base: undefined, path: undefined, url } });
    expect(
      airbyteDraft([stream({ requester: { url_base: 'https://api.example.org/v1' } }), near]).draft.collections,
    ).toMatchObject({
      people: { find: [{ get: '/v1/people' }] },
      notes: { find: [{ get: '/v2/notes', query: { expand: 'all' } }] },
    });
    const far = stream({ name: 'far', requester: { url_base: 'https://other.example.org' } });
    const { draft, told } = airbyteDraft([stream(), far]);
    expect(draft.gaps).toEqual(['far is not read.']);
    expect(told).toContain('it lies at another address than the rest');
  });

  it('tells an address that cannot be said, and settings in one that can', () => {
    expect(airbyteDraft([stream({ requester: { url_base: 'https://{{ config.site }}.example.org' } })]).draft.base).toBe(
      'https://${config.site}.example.org',
    );
    const { draft, told } = airbyteDraft([stream({ requester: { url_base: '{{ parameters.x }}' } })]);
    expect(draft.base).toBe('https://api.example.org');
    expect(told).toContain('the address of the file names');
  });

  it('fills in parameters, and follows both ways to write a reference', () => {
    const base = { type: 'HttpRequester', url_base: 'https://api.example.org', path: "/{{ parameters['name'] }}/all" };
    const people = {
      type: 'DeclarativeStream',
      $parameters: { name: 'people', primary_key: 'id' },
      retriever: { requester: '#/definitions/base' },
      schema_loader: EMAIL,
    };
    const { draft } = airbyteDraft(['#/definitions/people', '*ref(definitions.people)'] as unknown as object[], {
      definitions: { base, people },
    });
    expect(draft.collections['people']).toMatchObject({ key: ['id'], find: [{ get: '/people/all' }] });
  });

  it.each([
    ['#/definitions/none', {}, 'names nothing in the file'],
    ['#/definitions/a', { a: { b: { $ref: '#/definitions/a' } } }, 'leads back to itself'],
  ])('refuses the reference %s of %j', (reference, definitions, what) => {
    expect(() => airbyteDraft([{ $ref: reference }], { definitions })).toThrow(what);
  });

  it('refuses references that grow without end', () => {
    const doubled = Object.fromEntries(
      Array.from({ length: 24 }, (_, n) => [
        `d${String(n)}`,
        n === 23 ? 'x' : [0, 1].map(() => ({ $ref: `#/definitions/e${String(n + 1)}` })),
      ]),
    );
    const definitions = Object.fromEntries(
      Object.entries(doubled).map(([name, value]) => [name.replace('d', 'e'), { a: value }]),
    );
    expect(() => airbyteDraft([{ $ref: '#/definitions/e0' }], { definitions })).toThrow('grow without end');
  });
});
