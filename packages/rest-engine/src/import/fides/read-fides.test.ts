import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { parseManifest } from '../../manifest/manifest.js';
import { fidesDraft } from '../../testing/fides-draft.js';
import { importManifest } from '../import-manifest.js';

describe('what a Fides file leaves open', () => {
  const list = (name: string, reads: readonly object[]): object => ({ name, requests: { read: reads } });
  const ofPeople = { path: '/notes/<p>', param_values: [{ name: 'p', references: [{ dataset: 'desk', field: 'people.id' }] }] };

  it('is told where a list sounds personal, or is read in more ways than a draft can say', () => {
    const { draft, told } = fidesDraft({
      further: [list('staff', [{ path: '/staff' }, { path: '/staff/old' }]), list('notes', [ofPeople, ofPeople])],
      dataset: [{ name: 'staff', fields: [{ name: 'street', data_categories: ['user.contact.address.street'] }] }],
    });
    expect([draft.listings['staff']?.get, draft.collections['notes']?.of['people']?.get]).toEqual([
      '/staff',
      '/notes/${parent.id}',
    ]);
    expect(told).toContain('staff has fields that sound personal: street');
    expect(told).toContain('staff is read in 2 ways; the draft has the first');
    expect(told).toContain('the file reads it of people in more than one way');
  });

  it('is told of its check', () => {
    const check = (test_request: object): string => {
      const saas_config = { name: 'Desk', client_config: { host: 'a.example.org' }, endpoints: [], test_request };
      const { manifest, decisions } = importManifest({ file: 'a.yaml', text: stringify({ saas_config }) });
      return [JSON.stringify(parseManifest(manifest, 'draft').check), ...decisions.map(({ what }) => what)].join('\n');
    };
    expect(
      check({
        path: '/me',
        query_params: [
          { name: 'q', value: '<other>' },
          { name: 'n', value: 1 },
        ],
      }),
    ).toMatch(/"\/me","query":\{"n":1\}.*check: the parameter q names <other>/su);
    expect(check({ path: '/<other>' })).toMatch(/"get":"\/".*check: its path names <other>/su);
  });
});

describe('a Fides file that says little', () => {
  it('still makes a draft, which asks for the rest; names of our own language are no entries of a table', () => {
    const endpoints = ['a', 'a'].map((name) => ({
      name,
      requests: { read: { path: '/a', pagination: { strategy: 'constructor' } } },
    }));
    const saas_config = { client_config: { authentication: { strategy: 'toString' } }, endpoints };
    const { manifest, decisions } = importManifest({ file: 'a.yaml', text: stringify({ saas_config }) });
    expect(parseManifest(manifest, 'draft')).toMatchObject({ base: 'https://${config.host}', auth: { type: 'bearer' } });
    const told = decisions.map(({ what }) => what).join('\n');
    expect(told).toContain('the file does not say where the API is');
    expect(told).toContain('by constructor, which has no counterpart');
    expect(told).toContain('there are several of the name a');
  });
});

describe('what a Fides dataset says', () => {
  it('is classified where one category is known, and asked otherwise', () => {
    const { draft, told } = fidesDraft({
      dataset: [
        {
          name: 'people',
          fields: [
            { name: 'email', data_categories: ['user.contact.email'] },
            { name: 'hash', data_categories: ['user.credentials.password'] },
            { name: 'many', data_categories: ['user.name', 'user.contact'] },
            { name: 'tags', data_categories: ['system.operations'], fides_meta: { data_type: 'string[]' } },
            { name: 'faith', data_categories: ['user.demographic.religious_belief'], odd: 1 },
          ],
        },
      ],
    });
    expect(draft.collections['people']?.fields).toMatchObject({
      hash: { secret: true },
      tags: { type: 'json' },
      faith: { category: 'pd:Religion', special: true },
    });
    expect(told).toContain('the category of many in Fides is user.name, user.contact');
    expect(told).toContain('fields.4.odd');
  });

  it('may be a file of its own', () => {
    const dataset = stringify({
      dataset: [
        {
          collections: [
            { name: 'people', fields: [{ name: 'no', fides_meta: { primary_key: true } }] },
            { name: 'more', fields: [] },
          ],
          odd: 1,
        },
      ],
    });
    const saas = stringify({
      saas_config: {
        name: '1 2',
        client_config: { host: '<domain>' },
        endpoints: [{ name: 'people', requests: { read: { path: '/p/<e>', param_values: [{ name: 'e', identity: 'email' }] } } }],
      },
    });
    const { manifest, id, decisions } = importManifest({ file: 'a.yaml', text: saas }, { file: 'b.yaml', text: dataset });
    expect(id).toBe('imported');
    expect(parseManifest(manifest, 'draft').collections['people']?.key).toEqual(['no']);
    expect(decisions.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['the dataset describes what no endpoint reads: more', 'not taken over: dataset.0.odd']),
    );
  });
});
