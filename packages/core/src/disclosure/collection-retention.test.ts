import { describe, expect, it } from '@jest/globals';
import type { FieldSpec, JsonValue } from '@habeas/connector-sdk';
import { localDate } from '../calendar/local-date.js';
import type { Activity } from '../register/activity.js';
import type { RegisterRetention } from '../register/retention.js';
import { collectionOf, recordOf } from '../testing/found-collections.js';
import { CollectionRetention } from './collection-retention.js';
import { isYes, SubjectMoments } from './moments.js';

const VIEW = { today: localDate('2026-11-29'), timeZone: 'Europe/Paris' };
const title = { en: 'Sales', fr: 'Ventes' };
const ID: FieldSpec = { name: 'id', type: 'integer' };
const CUSTOMER = { collection: 'customer', recordId: '1' };

function activityOf(...retention: readonly RegisterRetention[]): Activity {
  return { title, role: { is: 'controller' }, retention };
}

function moments(...fields: readonly (Partial<FieldSpec> & { readonly name: string })[]): readonly FieldSpec[] {
  return [ID, ...fields.map((field): FieldSpec => ({ type: 'date', ...field }))];
}

/** A collection with these fields, one record for each row, and what holds for the subject. */
function watched(activity: Activity, fields: readonly FieldSpec[], rows: readonly Readonly<Record<string, JsonValue>>[]) {
  const subject = new SubjectMoments();
  const collection = collectionOf('customer', fields);
  const retention = new CollectionRetention('crm', collection, activity, VIEW);
  const records = rows.map((row, index) => recordOf('customer', index + 1, { id: index + 1, ...row }));
  for (const record of records) retention.add(record, subject);
  return { retention, subject, records, groups: retention.groups(subject) };
}

const TWO_YEARS = activityOf({ anchor: ['membership.endedAt'], period: { length: 'P2Y' }, whileOpen: 'membership' });
const LEFT = moments({ name: 'left', moment: 'membership.endedAt' });

function told({ groups }: ReturnType<typeof watched>) {
  return groups.map(({ evaluation, records, lastExpiry }) => ({
    status: evaluation.status,
    ...('expiresOn' in evaluation ? { first: evaluation.expiresOn, last: lastExpiry } : {}),
    records,
  }));
}

describe('how long the records of a collection are kept (RET-02)', () => {
  it('is told in groups of records that stand alike, with their first and their last day', () => {
    const rows = ['2026-01-15', '2025-06-01', '2026-01-15T23:30:00Z', '2020-01-01'].map((left) => ({ left }));
    expect(told(watched(TWO_YEARS, LEFT, rows))).toEqual([
      { status: 'running', first: '2027-06-01', last: '2028-01-16', records: 3 },
      { status: 'overdue', first: '2022-01-01', last: '2022-01-01', records: 1 },
    ]);
  });

  it('does not begin while a relationship lasts: said so, or by its end that has not come', () => {
    expect(told(watched(TWO_YEARS, LEFT, [{ left: null }]))).toEqual([{ status: 'ongoing_relationship', records: 1 }]);
    const both = moments(
      { name: 'left', moment: 'membership.endedAt' },
      { name: 'member', relationship: 'membership', type: 'boolean' },
    );
    const rows = [
      { left: '2026-01-15', member: true },
      { left: null, member: false },
      { left: '2026-01-15', member: 'non' },
    ];
    expect(told(watched(TWO_YEARS, both, rows)).map(({ status }) => status)).toEqual([
      'ongoing_relationship',
      'indeterminate',
      'running',
    ]);
  });

  it('is indeterminate where nothing is told, or what is no date (RET-07)', () => {
    expect(told(watched(TWO_YEARS, [ID], [{}, {}]))).toEqual([{ status: 'indeterminate', records: 2 }]);
    const ended = moments({ name: 'member', relationship: 'membership', type: 'boolean' });
    expect(told(watched(TWO_YEARS, ended, [{}]))).toEqual([{ status: 'indeterminate', records: 1 }]);
    const elsewhere = new CollectionRetention('crm', collectionOf('order', [ID]), TWO_YEARS, VIEW);
    const order = recordOf('order', 9, { id: 9 }, CUSTOMER);
    expect(elsewhere.decide(order, new SubjectMoments()).evaluation.status).toBe('indeterminate');
    const wrong = watched(TWO_YEARS, LEFT, [{ left: 'soon' }]);
    expect(wrong.groups[0]?.evaluation).toMatchObject({ gaps: [{ gap: 'not_a_date', fact: 'membership.endedAt' }] });
  });

  it('follows from what the match tells, for all that belongs to it', () => {
    const { subject } = watched(TWO_YEARS, LEFT, [{ left: '2026-01-15' }]);
    const orders = new CollectionRetention('crm', collectionOf('order', [ID]), TWO_YEARS, VIEW);
    const order = recordOf('order', 9, { id: 9 }, CUSTOMER);
    orders.add(order, subject);
    expect(orders.decide(order, subject).evaluation).toMatchObject({ status: 'running', expiresOn: '2028-01-15' });
    expect(told({ groups: orders.groups(subject) } as never)).toEqual([
      { status: 'running', first: '2028-01-15', last: '2028-01-15', records: 1 },
    ]);
  });

  it('follows from the match that is kept longest, where a record belongs to several', () => {
    const ends = (...rows: readonly Readonly<Record<string, JsonValue>>[]): unknown => {
      const fields = [...LEFT, { name: 'member', type: 'boolean' as const, relationship: 'membership' }];
      const { subject } = watched(TWO_YEARS, fields, rows);
      const orders = new CollectionRetention('crm', collectionOf('order', [ID]), TWO_YEARS, VIEW);
      const via = rows.map((_row, index) => ({ root: { collection: 'customer', recordId: String(index + 1) }, path: ['x'] }));
      const { evaluation } = orders.decide({ key: [1], data: { id: 1 }, via }, subject);
      return 'expiresOn' in evaluation ? evaluation.expiresOn : evaluation.status;
    };
    const no = { member: false };
    expect(ends({ left: '2026-01-15', ...no }, { left: '2026-03-01', ...no })).toBe('2028-03-01');
    expect(ends({ left: '2026-03-01', ...no }, { left: '2026-01-15', ...no })).toBe('2028-03-01');
    expect(ends({ left: '2026-03-01', ...no }, { left: null, member: true })).toBe('ongoing_relationship');
    expect(ends({ left: null, member: true }, { left: '2026-03-01', ...no })).toBe('ongoing_relationship');
  });

  it('counts the latest moment of the subject, whichever record tells it', () => {
    const activity = activityOf({
      anchor: ['record.collectedAt', 'subject.lastContactAt'],
      combine: 'later_of',
      period: { length: 'P1Y' },
    });
    const fields = moments({ name: 'got', moment: 'record.collectedAt' }, { name: 'spoke', moment: 'subject.lastContactAt' });
    const rows = [
      { got: '2024-01-01', spoke: null },
      { got: '2024-02-01', spoke: '2026-05-01' },
      { got: '2024-03-01', spoke: '2026-02-01' },
      { got: '2024-03-01', spoke: 7 },
    ];
    expect(told(watched(activity, fields, rows))).toEqual([
      { status: 'running', first: '2027-05-01', last: '2027-05-01', records: 4 },
    ]);
    expect(told(watched(activity, fields, rows.slice(0, 1)))).toEqual([
      { status: 'overdue', first: '2025-01-01', last: '2025-01-01', records: 1 },
    ]);
  });

  it('is decided by the rule that keeps longest of those that can be reckoned', () => {
    const client: RegisterRetention = { anchor: ['contract.endedAt'], period: { length: 'P5Y' }, whileOpen: 'contract' };
    const contact: RegisterRetention = { anchor: ['record.collectedAt'], period: { length: 'P3Y' } };
    const fields = moments({ name: 'got', moment: 'record.collectedAt' }, { name: 'end', moment: 'contract.endedAt' });
    const statuses = (...rules: readonly RegisterRetention[]) =>
      [
        { got: '2026-01-01', end: '2026-01-01' },
        { got: '2026-01-01', end: null },
        { got: null, end: null },
        { got: '2026-01-01', end: 'x' },
      ].map((row) => {
        const [group] = watched(activityOf(...rules), fields, [row]).groups;
        return group?.lastExpiry ?? group?.evaluation.status;
      });
    const expected = ['2031-01-01', 'ongoing_relationship', 'ongoing_relationship', '2029-01-01'];
    expect([statuses(client, contact), statuses(contact, client)]).toEqual([expected, expected]);
  });

  it('is decided by rules for fields that the collection has, and by all where it has none of them', () => {
    const activity: Activity = {
      ...activityOf(
        { fields: ['ip'], anchor: ['event.at'], period: { length: 'P6M' } },
        { fields: ['bank'], anchor: ['event.at'], period: { length: 'P2Y' } },
      ),
      fields: {
        ip: { title, category: 'pd:IPAddress', origin: 'observed' },
        bank: { title, category: 'pd:BankAccount', origin: 'provided' },
      },
    };
    const at = { name: 'at', moment: 'event.at' };
    const expiry = (...more: readonly FieldSpec[]) =>
      watched(activity, [...moments(at), ...more], [{ at: '2026-10-01' }]).groups[0]?.lastExpiry;
    expect(expiry({ name: 'ip', type: 'string', category: 'pd:IPAddress' })).toBe('2027-04-01');
    expect(expiry()).toBe('2028-10-01');
    const { fields: _fields, ...bare } = activity;
    expect(watched(bare, moments(at), [{ at: '2026-10-01' }]).groups[0]?.lastExpiry).toBe('2028-10-01');
  });
});

describe('a yes', () => {
  it('is written in the ways of sources', () => {
    expect([true, 1, '1', ' Yes ', 'oui', 't', 'O'].map(isYes)).toEqual(Array<boolean>(7).fill(true));
    expect([false, 0, null, '', 'no', 'non', 2, []].map(isYes)).toEqual(Array<boolean>(8).fill(false));
  });
});
