import { describe, expect, it } from '@jest/globals';
import { ASSOCIATION } from '../testing/association.js';
import { fakeSource } from '../testing/index.js';
import { subjectOf } from '../testing/match-builder.js';
import { openDiscovery } from './open-discovery.js';

describe('what a search found', () => {
  it('tells what identifies a person on the record of a match, and nothing of a match that there is not', async () => {
    const run = openDiscovery({ sources: [fakeSource(ASSOCIATION)], subject: subjectOf('email:ann@example.org') });
    const discovery = await run.discover();
    expect(discovery.foundOn('m1').map(({ field }) => field)).toEqual(
      expect.arrayContaining(['member.email', 'member.first', 'member.last', 'member.phone']),
    );
    expect(discovery.foundOn('m2')).toEqual([]);
    await run.close();
  });
});
