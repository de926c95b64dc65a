import { describe, expect, it } from '@jest/globals';
import {
  placeIn,
  referenceTo,
  sourcesOf,
  variableOf,
  withoutSource,
  withSource,
  withWritten,
  writtenAt,
} from './config-document.js';

const TEXT = `habeas: 1
controller:
  # As in the statutes
  name: The Club
  authority: { name: CNIL }
phoneRegion: FR
`;

describe('a configuration that is written', () => {
  it('keeps its comments, and loses a group with the last of what stands in it', () => {
    expect(writtenAt(TEXT, ['controller', 'authority', 'name'])).toBe('CNIL');
    expect(writtenAt(TEXT, ['controller', 'authority'])).toBe('');
    const without = withWritten(TEXT, ['controller', 'authority', 'name'], '');
    expect(without).toBe(TEXT.replace('  authority: { name: CNIL }\n', ''));
    expect(withWritten(without, ['controller', 'authority', 'name'], 'CNIL')).toContain('authority:\n    name: CNIL');
    expect(withWritten(TEXT, ['phoneRegion'], '')).not.toContain('phoneRegion');
  });

  it('takes a source, whose secrets are read from variables that are named after it, and loses it', () => {
    const kind = { connector: 'mysql', needsDataMap: true, secrets: ['password'] };
    const added = withSource(TEXT, 'my-crm', kind);
    expect(added).toContain('    dataMap: ./my-crm.map.yaml\n    config:\n      password: ${env:MY_CRM_PASSWORD}\n');
    const written = withWritten(
      withWritten(added, ['sources', 'my-crm', 'config', 'port'], 3307),
      ['sources', 'my-crm', 'title'],
      'CRM',
    );
    expect(sourcesOf(written)).toEqual([
      { id: 'my-crm', connector: 'mysql', title: 'CRM', config: { password: '${env:MY_CRM_PASSWORD}', port: '3307' } },
    ]);
    const two = withSource(written, 'news', { connector: 'hubspot', needsDataMap: false, secrets: [] });
    expect(sourcesOf(withoutSource(two, 'my-crm'))?.map(({ id }) => id)).toEqual(['news']);
    expect(withoutSource(added, 'my-crm')).toBe(TEXT);
    expect(sourcesOf('sources: [')).toBeUndefined();
  });

  it('says where a secret is read from, and knows what is none', () => {
    expect(placeIn('${file:./token.txt}')).toEqual({ kind: 'file', name: './token.txt' });
    expect(referenceTo({ kind: 'env', name: 'TOKEN' })).toBe('${env:TOKEN}');
    expect([placeIn('s3cret'), placeIn('x${env:A}'), placeIn('')]).toEqual([undefined, undefined, undefined]);
    expect(variableOf('my-crm', 'clientSecret')).toBe('MY_CRM_CLIENT_SECRET');
  });
});
