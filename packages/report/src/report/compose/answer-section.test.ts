import { describe, expect, it } from '@jest/globals';
import type { Register } from '@habeas/core/law';
import { SAMPLE_REGISTER } from '../../../test/sample-register.js';
import { documentOf, factIn, MEMBER, reportOf, sectionIn, SUBSCRIPTION, wordsIn } from '../../../test/sample-report.js';
import { accountOf, collectionOf, entryOf } from '../../testing/report-world.js';
import { composeReport } from '../compose-report.js';

const NOTHING = collectionOf({ name: 'member', activity: 'membership' }, []);

describe('the first lines of a report (REP-01)', () => {
  it('are the answer itself', async () => {
    const [first] = sectionIn(await documentOf([MEMBER]), 'answer').blocks;
    expect(first).toEqual({
      kind: 'paragraph',
      text: [{ text: expect.stringMatching(/^Yes, we process personal data about you\./u), style: 'strong' }],
    });
    const [no] = wordsIn(...sectionIn(await documentOf([NOTHING]), 'answer').blocks);
    expect(no).toMatch(/^No\. .* apart from the file of your request itself\.$/u);
  });

  it('warn where the search is not complete, whatever was found', async () => {
    const account = accountOf([entryOf(NOTHING, { outcome: 'failed', blocking: true })]);
    const [unknown, warning, why] = wordsIn(...sectionIn(await documentOf([NOTHING], { account }), 'answer').blocks);
    expect(unknown).toMatch(/^We cannot say yet/u);
    expect(warning).toBe('This answer is not complete');
    expect(why).toContain('“How we searched”');
    const partial = accountOf([entryOf(MEMBER, { outcome: 'partial', blocking: true })]);
    expect(wordsIn(sectionIn(await documentOf([MEMBER], { account: partial }), 'answer'))).toContain(
      'This answer is not complete',
    );
    expect(wordsIn(sectionIn(await documentOf([MEMBER]), 'answer'))).not.toContain('This answer is not complete');
  });

  it('say what was missing in the answer before it, and what of that is here now (SCP-09)', async () => {
    const account = accountOf([
      entryOf(MEMBER, { outcome: 'complete', records: 2 }),
      entryOf(SUBSCRIPTION, { outcome: 'failed', blocking: true, records: 0 }),
    ]);
    const ids = account.ledger.map(({ source }) => source.id);
    const earlier = { releasedAt: new Date('2026-11-25T08:00:00Z'), missing: ids };
    const report = await reportOf([MEMBER, SUBSCRIPTION], { account });
    const added = { ...report, request: { ...report.request, earlier } };
    const words = wordsIn(
      sectionIn(
        composeReport(added, 'en', () => undefined),
        'addition',
      ),
    );
    expect(words.join(' ')).toContain('We answered you on 25 November 2026 at 09:00 (Europe/Paris).');
    expect(words).toContain('Customer database has been searched now. It holds 2 records about you.');
    expect(words).toContain('Newsletter tool could still not be searched in full. It brought nothing so far.');
  });

  it('say as of when, by whom, with what and where was searched', async () => {
    const answer = sectionIn(await documentOf([MEMBER, SUBSCRIPTION]), 'answer');
    expect(factIn(answer, 'answer.reference')).toEqual(['2026-0042']);
    expect(factIn(answer, 'answer.received')).toEqual(['20 November 2026 at 10:30 (Europe/Paris)']);
    expect(factIn(answer, 'answer.snapshot')).toEqual(['29 November 2026 at 09:05 (Europe/Paris)']);
    expect(factIn(answer, 'answer.period')).toEqual(['Everything that was held at that time, however old.']);
    expect(factIn(answer, 'answer.controller')).toEqual([
      'Example Association, association, 1 Example Street, 75000 Exampleville, France',
    ]);
    expect(factIn(answer, 'answer.representative')).toEqual(['Rae Example']);
    expect(factIn(answer, 'answer.jointWith')).toEqual(['Example Federation']);
    expect(factIn(answer, 'answer.officer')).toEqual([
      'Ada Example, dpo@association.example, +33 1 99 00 00 00, DPO, 1 Example Street',
    ]);
    expect(factIn(answer, 'answer.searchedWith')).toEqual(['an e-mail address']);
    expect(factIn(answer, 'answer.sources')).toEqual(['Customer database and Newsletter tool']);
  });

  it('say the same in French (PER-01)', async () => {
    const answer = sectionIn(await documentOf([MEMBER, SUBSCRIPTION], { language: 'fr' }), 'answer');
    expect(factIn(answer, 'answer.received', 'fr')).toEqual(['20 novembre 2026 à 10:30 (Europe/Paris)']);
    expect(factIn(answer, 'answer.sources', 'fr')).toEqual(['Customer database et Newsletter tool']);
    expect(wordsIn(answer)[1]).toMatch(/^Oui, nous traitons des données personnelles vous concernant\./u);
  });

  it('leave out what nobody has stated, and say where there is no officer (PRF-03)', async () => {
    const { name, country } = SAMPLE_REGISTER.controller;
    const bare: Register = { ...SAMPLE_REGISTER, controller: { name, country }, contacts: {} };
    const account = accountOf([entryOf(MEMBER)], { identifiers: [] });
    const answer = sectionIn(await documentOf([MEMBER], { register: bare, account }), 'answer');
    expect(factIn(answer, 'answer.controller')).toEqual(['Example Association, France']);
    expect(factIn(answer, 'answer.officer')).toEqual(['The controller has not named one.']);
    for (const term of ['answer.representative', 'answer.jointWith', 'answer.searchedWith'] as const) {
      expect(() => factIn(answer, term)).toThrow(term);
    }
    const assumed: Register = { ...bare, contacts: { dpo: { name: 'Ada Example', assumed: true } } };
    const { blocks } = sectionIn(await documentOf([MEMBER], { register: assumed }), 'answer');
    expect(wordsIn(...blocks).join(' ')).not.toContain('Ada Example');
  });

  it('point to the layers below, where there are any (FMT-03)', async () => {
    const layers = /the tables beside it in the same archive\.$/u;
    expect(wordsIn(sectionIn(await documentOf([MEMBER]), 'answer')).at(-1)).toMatch(layers);
    expect(wordsIn(sectionIn(await documentOf([NOTHING]), 'answer')).at(-1)).not.toMatch(layers);
  });
});
