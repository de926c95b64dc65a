import { describe, expect, it } from '@jest/globals';
import type { CollectionHealth } from '@habeas/connector-sdk';
import { drift, driftTexts, foundTable, mappedSource } from '../../testing/drift-texts.js';
import { SOUND_REGISTER } from '../../testing/sound-register.js';
import type { ComparedSource, FoundSource } from './compared-source.js';

const MAP = `
  member:
    activity: membership
    fields:
      email: { identifier: email }
      name: { column: full_name, category: 'pd:Name' }
      password: { secret: true }
  period:
    table: stats.period
    activity: membership
    key: [no]
    fields: { left: {} }
    references: { member: { to: member, on: { member_id: id }, as: owned } }
  level: { personal: none, reason: A list., fields: { title: {} } }`;

const TABLES = [
  foundTable('member', ['id', 'email', 'full_name', 'password']),
  foundTable('stats.period', ['id', 'no', 'member_id', 'left']),
  foundTable('level', ['id', 'title', 'rank']),
  foundTable('totals', ['month', 'sum']),
];

const source = (found: Partial<FoundSource>): ComparedSource =>
  mappedSource(MAP, { found: { health: [], ...found }, unmapped: '{ totals: Sums by month. }' });
const found = (...described: NonNullable<FoundSource['described']>): ComparedSource => source({ described });
const unwell = (health: Pick<CollectionHealth, 'status'> & Partial<CollectionHealth>): ComparedSource =>
  source({ described: TABLES, health: [{ collection: 'member', problems: [], ...health }] });
const problem = { errorClass: 'permission', message: 'It may not read "member".' } as const;

describe('drift between a source and its data map (PRF-02)', () => {
  it('is none where every table and column is declared, left out, or known as key or reference', () => {
    expect(drift(SOUND_REGISTER, found(...TABLES))).toEqual([]);
  });

  it('is none that is claimed where a connector cannot tell what there is', () => {
    expect(drift(SOUND_REGISTER, source({}))).toEqual([]);
  });

  it('is a table that is in no data map: it cannot be left out unsaid (SCP-03)', () => {
    expect(drift(SOUND_REGISTER, found(...TABLES, foundTable('notes', ['id', 'text'])))).toEqual(['TABLE_UNMAPPED crm notes']);
  });

  it('is a column that no field describes, unless nobody is in its table', () => {
    const tables = [foundTable('member', ['id', 'email', 'full_name', 'password', 'mood', 'level']), ...TABLES.slice(1)];
    expect(drift(SOUND_REGISTER, found(...tables))).toEqual([
      'COLUMN_UNMAPPED crm member.mood membership',
      'COLUMN_UNMAPPED crm member.level membership',
    ]);
  });

  it('is a column that is declared and gone, also of a table that nobody is in', () => {
    const tables = [foundTable('member', ['id', 'email', 'password']), TABLES[1]!, foundTable('level', ['id']), TABLES[3]!];
    expect(drift(SOUND_REGISTER, found(...tables))).toEqual([
      'COLUMN_GONE crm member.name membership',
      'COLUMN_GONE crm level.title',
    ]);
    expect(driftTexts(SOUND_REGISTER, found(...tables))[0]).toContain('the column "full_name"');
  });

  it('is a table that is declared and gone', () => {
    expect(drift(SOUND_REGISTER, unwell({ status: 'absent' }))).toEqual(['TABLE_GONE crm member membership']);
  });

  it('is no table that is gone where the account may not read it: that is said', () => {
    const denied = unwell({ status: 'denied', problems: [problem] });
    expect(drift(SOUND_REGISTER, denied)).toEqual(['COLLECTION_UNREAD crm member membership']);
    expect(driftTexts(SOUND_REGISTER, denied)[0]).toContain('may not read "member"');
  });

  it('is a collection that does not fit in another way, in the words of the check', () => {
    const drifted = unwell({ status: 'drifted', problems: [{ ...problem, message: 'Its reference leads nowhere.' }] });
    expect(drift(SOUND_REGISTER, drifted)).toEqual(['COLLECTION_UNFIT crm member membership']);
    expect(driftTexts(SOUND_REGISTER, drifted)[0]).toContain('leads nowhere');
  });

  it('is told once where a collection does not fit because a column is gone', () => {
    const health = [{ collection: 'member', status: 'drifted' as const, problems: [problem] }];
    const described = [foundTable('member', ['id', 'email', 'password']), ...TABLES.slice(1)];
    expect(drift(SOUND_REGISTER, source({ health, described }))).toEqual(['COLUMN_GONE crm member.name membership']);
  });

  it('finds the table of a collection whose data map writes a schema that the source does not', () => {
    const tables = [...TABLES.filter(({ name }) => name !== 'stats.period'), foundTable('period', ['id', 'no', 'member_id'])];
    expect(drift(SOUND_REGISTER, found(...tables))).toEqual(['COLUMN_GONE crm period.left membership']);
  });

  it('is not denied of a source that was not reached: that is a finding of its own, with what to do', () => {
    const unreached = { errorClass: 'transient', message: 'It does not answer.' } as const;
    const down = (remedy?: string): ComparedSource =>
      mappedSource(MAP, { found: { problem: { ...unreached, ...(remedy === undefined ? {} : { remedy }) } } });
    expect(drift(SOUND_REGISTER, down())).toEqual(['SOURCE_UNREACHED crm']);
    expect(driftTexts(SOUND_REGISTER, down('Start it.'))[0]).toContain('nothing is known of what it holds: It does not answer.');
  });
});
