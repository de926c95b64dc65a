import { afterEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '../testing/manual-clock.js';
import { type RequestHouse, requestHouse } from '../testing/request-house.js';
import type { DataRequest } from './data-request.js';
import { viewRefusalOutlook } from './refusal-outlook.js';

let house: RequestHouse;
afterEach(() => house.stop());

function club(): RequestHouse {
  house = requestHouse([], { clock: new ManualClock('2026-03-01T09:00:00.000Z') });
  return house;
}

const on = (day: string): { readonly receivedAt: Date } => ({ receivedAt: new Date(`${day}T09:00:00.000Z`) });
const BOB = { identifiers: [{ kind: 'email', value: 'bob@example.org', provedBy: 'a test' }] } as const;
const outlook = (request: DataRequest) => viewRefusalOutlook(house.desk, request);

describe('what an officer should know before a refusal', () => {
  it('is when the same person asked before, of what, and that this leaves an excess possible (OUT-03, OUT-04)', async () => {
    club();
    const first = await house.open({ ...on('2026-01-01'), rights: ['access'] });
    const second = await house.open(on('2026-02-01'));
    await house.open({ ...BOB, ...on('2026-02-02') });
    const request = await house.open(on('2026-02-20'));
    const view = await outlook(request);
    expect(view).toEqual({
      earlier: [
        { id: second.id, reference: second.reference, receivedOn: '2026-02-01', days: 19, isSameScope: true, isWithinYear: true },
        { id: first.id, reference: first.reference, receivedOn: '2026-01-01', days: 50, isSameScope: false, isWithinYear: true },
      ],
      compared: 3,
      isAll: true,
    });
  });

  it.each([
    ['366 days before', '2025-02-19', undefined, 'a_year'],
    ['of other rights', '2026-02-01', ['access'] as const, 'other_scope'],
    ['so long ago that nobody looks', '2024-02-01', undefined, 'none_earlier'],
  ])('is that nothing is excessive where the earlier request is %s (OUT-04)', async (_, day, rights, because) => {
    club();
    await house.open({ ...on(day), ...(rights === undefined ? {} : { rights }) });
    expect(await outlook(await house.open(on('2026-02-20')))).toMatchObject({ notExcessive: because });
  });

  it('is nothing of anybody where nothing is proved, and that it can be refused as that (OUT-03, OUT-04)', async () => {
    club();
    await house.open();
    const request = await house.open({ identifiers: [{ kind: 'email', value: 'ann@example.org' }] });
    expect(await outlook(request)).toEqual({
      ...{ earlier: [], notExcessive: 'not_proved', unproved: 'identity_not_proved' },
      ...{ compared: 0, isAll: true },
    });
  });

  it('is how much more was found than the earlier answer held, and whether it is sensitive (OUT-04)', async () => {
    club();
    const earlier = await house.open(on('2026-02-01'));
    const archive = { blob: 'archive/1-1', bytes: 10, sha256: 'a', records: 7, files: 0 };
    const answer = { archive, releasedAt: '2026-02-02T09:00:00.000Z', expiresAt: '', complete: true, missing: [] };
    await house.store.transact(({ requests }) =>
      requests.change({ ...earlier, answers: [answer], version: earlier.version + 1 }),
    );
    const request = await house.open(on('2026-02-20'));
    expect((await outlook(request)).earlier[0]).not.toHaveProperty('moreRecords');
    const reasons = [{ code: 'special-category', places: [], count: 1 }] as const;
    const gate = { release: 'dpo', answer: 'copy', reasons } as const;
    const made = { ...request, archive: { ...archive, records: 9 }, disclosure: { gate, retention: [] } };
    expect(await outlook(made)).toMatchObject({ holdsSpecialCategories: true, earlier: [{ moreRecords: 2 }] });
    const open = { ...made, disclosure: { gate: { release: 'automatic', answer: 'copy' } as const, retention: [] } };
    expect(await outlook(open)).toMatchObject({ holdsSpecialCategories: false });
  });

  it('says how many were compared, and closes nothing where there are more (OUT-04)', async () => {
    club();
    const request = await house.open(on('2026-02-20'));
    await house.store.transact(async ({ requests }) => {
      const { subjectFile: _gone, ...kept } = request;
      for (let number = 1; number <= 501; number += 1) {
        const id = `req_more_${String(number)}`;
        await requests.add({ ...kept, id, reference: `more-${String(number)}`, version: 1 });
      }
    });
    const view = await outlook(request);
    expect(view).toMatchObject({ earlier: [], isAll: false });
    expect(view.compared).toBeGreaterThanOrEqual(499);
    expect(view).not.toHaveProperty('notExcessive');
  });
});
