import { describe, expect, it } from '@jest/globals';
import { documentOf, factIn, MEMBER, sectionIn } from '../../../test/sample-report.js';
import { collectionOf } from '../../testing/report-world.js';

describe('the file of the request (INT-09)', () => {
  it.each([
    ['whoever has records', [MEMBER]],
    ['whoever has none', [collectionOf({ name: 'member', activity: 'membership' }, [])]],
  ])('stands in the report of %s', async (_who, found) => {
    const section = sectionIn(await documentOf(found), 'request-file');
    expect(section.title).toBe('Your request itself');
    expect(factIn(section, 'activity.purposes')).toEqual([expect.stringContaining('Art. 6(1)(c), 5(2) and 12 GDPR')]);
    expect(factIn(section, 'activity.categories')).toEqual([
      expect.stringMatching(/^Your request, what you gave us to find you by/u),
    ]);
    expect(factIn(section, 'activity.recipients')).toEqual([expect.stringContaining('has not stated')]);
    expect(factIn(section, 'activity.origin')).toEqual(['From you, and from our own work on your request.']);
    expect(factIn(section, 'activity.decisions')).toEqual([expect.stringContaining('A refusal is always decided by a person.')]);
  });

  it('is kept as the register says, and the archive as long as it can be downloaded (LOG-04)', async () => {
    const told = (language: 'en' | 'fr'): Promise<readonly string[]> =>
      documentOf([MEMBER], { language }).then((document) =>
        factIn(sectionIn(document, 'request-file'), 'activity.retention', language),
      );
    expect(await told('en')).toEqual([
      'Kept for 5 years after the answer. The archive itself can be downloaded for 30 days at most.',
    ]);
    expect(await told('fr')).toEqual([
      'Conservation pendant 5 ans après la réponse. L’archive elle-même peut être téléchargée pendant 30 jours au plus.',
    ]);
  });
});
