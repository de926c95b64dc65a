import { describe, expect, it } from '@jest/globals';
import { type DataMap, dataMapSchema, type DescribedCollection, readYaml } from '@habeas/connector-sdk';
import { draftDataMap } from './draft-data-map.js';

const field = (name: string, nativeType = 'text') => ({ name, nativeType, type: 'string' as const, nullable: true });
const collections: readonly DescribedCollection[] = [
  {
    name: 'person',
    rowEstimate: 12,
    key: ['id'],
    fields: [field('id', 'integer'), field('eMail'), field('full_name')],
    references: [],
    indexes: [],
  },
  { name: 'event', key: ['id'], fields: [field('id'), field('title')], references: [], indexes: [] },
  {
    name: 'booking',
    rowEstimate: 3,
    key: [],
    fields: [field('person_id'), field('event_id')],
    references: [
      { name: 'person', to: 'person', on: { person_id: 'id' } },
      { name: 'event', to: 'event', on: { event_id: 'id' } },
      { name: 'elsewhere', to: 'not_visible', on: { event_id: 'id' } },
    ],
    indexes: [],
  },
];

describe('draftDataMap', () => {
  const draft = draftDataMap(collections, 'members');
  const map: DataMap = readYaml(draft, 'draft.yaml', dataMapSchema).value;

  it('proposes a reference to a person as owned and one to a shared thing as context with its title', () => {
    const { references } = map.collections['booking'] ?? {};
    expect(references).toMatchObject({
      person: { as: 'owned', on: { person_id: 'id' } },
      event: { as: 'context', show: ['title'] },
    });
    expect(references).not.toHaveProperty('elsewhere');
  });

  it('proposes an identifier where the name of a column says so', () => {
    expect(map.collections['person']?.fields['eMail']?.identifier).toMatchObject({ kind: 'email' });
  });

  it('shows native types and row estimates, and marks every proposal', () => {
    expect(draft).toContain('# integer');
    expect(draft).toContain('# about 12 rows');
    expect(draft).toContain('as: owned # proposed');
    expect(draft).toContain('it has no primary key');
  });
});
