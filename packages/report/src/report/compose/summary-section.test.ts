import { describe, expect, it } from '@jest/globals';
import { membershipWith, SAMPLE_REGISTER } from '../../../test/sample-register.js';
import { documentOf, type Making, MEMBER, sectionIds, sectionIn, SUBSCRIPTION, wordsIn } from '../../../test/sample-report.js';
import type { Figure, Table } from '../../document/document.js';
import { wordsOf } from '../../document/text.js';
import { collectionOf, type FoundCollection, ID_FIELD } from '../../testing/report-world.js';

type Language = Making & { readonly language?: 'en' | 'fr' };

async function table(found: readonly FoundCollection[], making?: Language): Promise<readonly (readonly string[])[]> {
  const { blocks } = sectionIn(await documentOf(found, making), 'summary');
  return blocks.flatMap((block): Table['rows'] => (block.kind === 'table' ? block.rows : [])).map((row) => row.map(wordsOf));
}

async function figures(found: readonly FoundCollection[], making?: Language): Promise<readonly Figure[]> {
  const { blocks } = sectionIn(await documentOf(found, making), 'summary');
  return blocks.filter((block): block is Figure => block.kind === 'figure');
}

async function lead(found: readonly FoundCollection[], language: 'en' | 'fr'): Promise<string | undefined> {
  return wordsIn(...sectionIn(await documentOf(found, { language }), 'summary').blocks)[0];
}

const LOOSE = collectionOf({ name: 'loose' }, [{ id: 1 }, { id: 2 }]);

describe('the summary of a report', () => {
  it('is there where something is held, and nowhere else', async () => {
    expect(sectionIds(await documentOf([collectionOf({ name: 'member', activity: 'membership' }, [])]))).not.toContain('summary');
    expect(sectionIds(await documentOf([MEMBER]))).toContain('summary');
  });

  it('counts records and activities, in number', async () => {
    expect(await lead([MEMBER], 'en')).toBe('1 record, in 1 activity.');
    expect(await lead([MEMBER, SUBSCRIPTION], 'en')).toBe('2 records, in 2 activities.');
    expect(await lead([MEMBER, SUBSCRIPTION], 'fr')).toBe('2 enregistrements, pour 2 activités.');
    expect(await lead([LOOSE], 'en')).toBe('2 records, not assigned to any activity.');
    expect(await lead([LOOSE], 'fr')).toBe('2 enregistrements, sans activité attribuée.');
  });

  it('has a row for each activity, that leads to its part, and one for what nobody has assigned', async () => {
    expect(await table([MEMBER, SUBSCRIPTION, LOOSE])).toEqual([
      ['Membership', 'Customer database', '1', 'until 1 March 2028'],
      ['Newsletter', 'Newsletter tool', '1', 'no fixed day: see below'],
      ['Not assigned to an activity', 'Customer database', '2', 'not stated'],
    ]);
    const { blocks } = sectionIn(await documentOf([MEMBER]), 'summary');
    const [row] = blocks.flatMap((block): Table['rows'] => (block.kind === 'table' ? block.rows : []));
    expect(row?.[0]).toEqual([{ text: 'Membership', href: '#activity-membership' }]);
  });

  it('says where periods differ, and where another controller answers (INT-07)', async () => {
    const open = collectionOf({ name: 'guest', activity: 'membership' }, [{ id: 1 }]);
    expect((await table([MEMBER, open]))[0]?.[3]).toBe('different periods: see below');
    const register = membershipWith({ role: { is: 'processor' } });
    expect((await table([MEMBER], { register }))[0]?.[3]).toBe('another controller answers');
    expect(await figures([MEMBER], { register })).toEqual([]);
  });
});

describe('the picture of who receives data (REP-03)', () => {
  it('shows each recipient once, by name, and says the same in words', async () => {
    const register = membershipWith({ recipients: ['host', 'mailer'] });
    const [flow] = await figures([MEMBER, SUBSCRIPTION], { register });
    expect(flow?.picture).toEqual({
      kind: 'flow',
      from: [
        { id: 'membership', label: 'Membership' },
        { id: 'newsletter', label: 'Newsletter' },
      ],
      to: [
        { id: 'host', label: 'Example Hosting' },
        { id: 'mailer', label: 'Example Mailing Inc.' },
      ],
      arrows: [
        { from: 'membership', to: 'host' },
        { from: 'membership', to: 'mailer' },
        { from: 'newsletter', to: 'mailer' },
      ],
    });
    expect(flow?.description).toBe('Membership: Example Hosting and Example Mailing Inc. Newsletter: Example Mailing Inc.');
  });

  it('is not there where nobody does', async () => {
    const kinds = (await figures([MEMBER], { register: membershipWith({ recipients: [] }) })).map(({ picture }) => picture.kind);
    expect(kinds).toEqual(['timeline']);
  });
});

describe('the picture of how long data are kept (RET-02)', () => {
  it('shows what runs, what is over, and what ends on no day', async () => {
    const fields = [ID_FIELD, { name: 'left', type: 'date', moment: 'membership.endedAt' }] as const;
    const old = collectionOf({ name: 'former', activity: 'membership', fields }, [{ id: 1, left: '2010-03-01' }]);
    const timeline = (await figures([MEMBER, old, SUBSCRIPTION])).at(-1);
    expect(timeline?.picture).toEqual({
      kind: 'timeline',
      today: '2026-11-29',
      bars: [
        { label: 'Membership', note: 'until 1 March 2028', until: '2028-03-01', state: 'running' },
        { label: 'Membership', note: 'the period ended on 1 March 2012', until: '2012-03-01', state: 'overdue' },
        { label: 'Newsletter', note: 'no fixed day: see below', state: 'open' },
      ],
    });
    expect(timeline?.description).toBe(
      'Membership: until 1 March 2028. Membership: the period ended on 1 March 2012. Newsletter: no fixed day: see below.',
    );
  });

  it('is open where an archive follows of which no period is stated (RET-05)', async () => {
    const register = membershipWith({
      retention: [{ anchor: ['membership.endedAt'], period: { length: 'P2Y' }, then: 'archive' }],
    });
    const kinds = (await figures([MEMBER], { register })).map(({ picture }) => picture.kind);
    expect(kinds).toEqual(['flow']);
  });

  it('is not there where nothing ends on a day', async () => {
    expect((await figures([SUBSCRIPTION])).map(({ picture }) => picture.kind)).toEqual(['flow']);
    expect(await figures([LOOSE], { register: SAMPLE_REGISTER })).toEqual([]);
  });
});
