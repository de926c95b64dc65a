import { describe, expect, it } from '@jest/globals';
import { articleOf } from '../../../test/sample-article.js';
import { documentOf, MEMBER, sectionIds, sectionIn, SUBSCRIPTION, wordsIn } from '../../../test/sample-report.js';
import type { HeirAnswer } from '../subject-report.js';

const OUTSIDE = { source: SUBSCRIPTION.source, collection: SUBSCRIPTION.spec, records: 2, files: 1 };
const ESTATE: HeirAnswer = { purpose: 'estate_settlement', outside: [OUTSIDE] };

describe('the report to an heir (PER-05)', () => {
  it('is no part of any other report', async () => {
    expect(sectionIds(await documentOf([MEMBER]))).not.toContain('heir');
  });

  it('says for what they have data, and counts what is outside it', async () => {
    const document = await documentOf([MEMBER], { forHeir: ESTATE });
    expect(wordsIn(sectionIn(document, 'heir'))).toEqual(
      expect.arrayContaining([
        'You have what is needed to settle the estate, and nothing else.',
        expect.stringMatching(/^2 records that we hold are outside this purpose/u),
        'Newsletter tool, Subscriptions: 2 records and 1 file outside the purpose',
      ]),
    );
    const answer = wordsIn(sectionIn(document, 'answer')).join('\n');
    expect(answer).toContain('Here is the part of them that your purpose needs.');
    expect(answer).not.toContain('Everything that was held');
  });

  it.each([
    ['digital_goods', 'family memories'],
    ['account_closure', 'to close the account'],
    [undefined, 'It is not decided yet'],
  ] as const)('says so for each purpose: %s', async (purpose, words) => {
    const forHeir = { outside: [], ...(purpose === undefined ? {} : { purpose }) };
    const told = wordsIn(sectionIn(await documentOf([MEMBER], { forHeir }), 'heir')).join('\n');
    expect(told).toContain(words);
    expect(told).toContain('Nothing that was found is outside this purpose.');
  });

  it('never says that nothing is held where all of it is outside', async () => {
    const document = await documentOf([], { forHeir: ESTATE });
    expect(wordsIn(sectionIn(document, 'answer')).join('\n')).toContain('Yes, we process personal data of the deceased person.');
    expect(wordsIn(sectionIn(document, 'data'))).toContain('Your purpose needs none of what we hold.');
  });

  it('tells programs the same', async () => {
    const told = await articleOf([MEMBER], { forHeir: ESTATE });
    const outside = [{ source: 'Newsletter tool', collection: 'Subscriptions', records: 2, files: 1 }];
    expect(told).toMatchObject({ confirmation: 'held', forHeir: { purpose: 'estate_settlement', outside } });
    expect(await articleOf([MEMBER], { forHeir: { outside: [] } })).toMatchObject({ forHeir: { outside: [] } });
  });
});
