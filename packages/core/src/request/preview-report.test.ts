import { afterEach, describe, expect, it } from '@jest/globals';
import type { DisclosureSummary } from '../disclosure/disclosure-summary.js';
import { ASSOCIATION } from '../testing/association.js';
import { fakeSource } from '../testing/fake-source.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import type { NewRequest } from './open-request.js';
import { releaseRequest } from './decide-request.js';
import { previewReport, reportVersions } from './preview-report.js';

let house: RequestHouse | undefined;
afterEach(() => house?.stop());

const NOTHING_FLAGGED: DisclosureSummary = { gate: { release: 'automatic', answer: 'copy' }, retention: [] };
const officer = (): typeof OFFICER => ({ ...OFFICER, steppedUpAt: new Date() });

async function waiting(given: Partial<NewRequest> = {}, disclosed: () => DisclosureSummary = () => NOTHING_FLAGGED) {
  const club = requestHouse([fakeSource(ASSOCIATION)], { disclosed });
  house = club;
  const { id } = await club.open(given);
  return { club, id, row: await club.workUntil(id, 'awaiting_release') };
}

describe('the report before its release (FMT-03)', () => {
  it('is there in both languages, in print in the one that was asked for, and for programs', async () => {
    const { club, id, row } = await waiting({ language: 'fr' });
    expect(reportVersions(row).map(({ form, language }) => `${form} ${language}`)).toEqual([
      'html en',
      'html fr',
      'pdf fr',
      'json fr',
    ]);
    const seen = await previewReport(club.desk, officer(), id, { language: 'en', form: 'html' });
    expect(seen.archive).toEqual(row.archive);
    expect(seen.key).toEqual({ controller: 'club', request: id, dataKey: row.dataKey });
  });

  it('is in the trail with its language and form, by who looked', async () => {
    const { club, id } = await waiting();
    await previewReport(club.desk, officer(), id, { language: 'fr', form: 'html' });
    const { items } = await club.store.transact(({ audit }) => audit.page('club', {}, { first: 1 }));
    expect(items[0]?.item).toMatchObject({
      action: 'report.preview',
      actor: OFFICER.actor,
      object: { type: 'request', id },
      details: { language: 'fr', form: 'html' },
    });
  });

  it('is refused without a fresh proof, of another controller, and in a version it does not have', async () => {
    const { club, id } = await waiting();
    const version = { language: 'en', form: 'html' } as const;
    const look = (viewer = officer(), given: Parameters<typeof previewReport>[3] = version) =>
      previewReport(club.desk, viewer, id, given);
    await expect(look(OFFICER)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await expect(look({ ...officer(), controller: 'hostel' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(look(officer(), { language: 'fr', form: 'pdf' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('does not exist for portability alone, before it is made and once it is released', async () => {
    const { club, id, row } = await waiting({ rights: ['portability'] });
    const version = { language: 'en', form: 'html' } as const;
    await expect(previewReport(club.desk, officer(), id, version)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(reportVersions(row)).toEqual([]);
    await releaseRequest(club.desk, officer(), id, { days: 1, reason: 'as it is' });
    await expect(previewReport(club.desk, officer(), id, version)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const received = await club.open({ identifiers: [{ kind: 'email', value: 'bea@example.org' }] });
    await expect(previewReport(club.desk, officer(), received.id, version)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    expect(reportVersions(received)).toEqual([]);
  });
});
