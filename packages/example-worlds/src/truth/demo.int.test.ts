import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDemoWorld, type DemoWorld } from '../demo/create-demo-world.js';
import { disclose, holdingOf, standing } from '../testing/disclose.js';
import { measureAgainstTruth } from '../testing/measure.js';
import { openFolder } from '../testing/open-folder.js';
import type { OpenedSources } from '../testing/open-sources.js';
import { compare, NO_DIFFERENCE, search } from '../testing/search.js';
import type { PersonOfInterest } from '../world/truth.js';

describe('the demo world', () => {
  let folder = '';
  let world: DemoWorld;
  let association: OpenedSources;
  let hostel: OpenedSources;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-'));
    world = await createDemoWorld(folder);
    association = await openFolder(folder, ['membership', 'events', 'newsletter']);
    hostel = await openFolder(folder, ['hostel']);
  });
  afterAll(async () => {
    await Promise.all([association.close(), hostel.close()]);
    await rm(folder, { recursive: true });
  });

  const personOf = (id: string): PersonOfInterest => [...world.association, ...world.hostel].find((person) => person.id === id)!;
  const CAST = [
    ...[
      'camille',
      'moreau-shared-mailbox',
      'moreau-son',
      'role-mailbox',
      'handed-over',
      'predecessor',
      'three-hops',
      'recorded-twice',
    ],
    ...[
      'international-address',
      'number-typed-by-another',
      'typed-anothers-number',
      'recycled-phone-before',
      'recycled-phone-after',
    ],
    ...[1, 2, 3].map((number) => `namesake-${number}`),
    ...Array.from({ length: 10 }, (_, index) => `near-miss-${index + 1}`),
    ...['registered-colleagues', 'nobody'],
  ];

  it('has no one in its cast whom these tests forget', () => {
    expect(world.association.map(({ id }) => id).sort()).toEqual([...CAST].sort());
  });

  it.each(CAST)('is right about %s', async (id) => {
    const person = personOf(id);
    expect(compare(await search(association.bindings, person.given), person)).toEqual(NO_DIFFERENCE);
  });

  it('is right about the same person at the hostel', async () => {
    const person = personOf('camille-hostel');
    expect(compare(await search(hostel.bindings, person.given), person)).toEqual(NO_DIFFERENCE);
  });

  it('is right about everybody else', async () => {
    const { wrong } = await measureAgainstTruth(association.bindings, world.crowd);
    expect(wrong.slice(0, 20)).toEqual([]);
  }, 300_000);

  it('shows over which records a search came to the address that only one system knows', async () => {
    const { account } = await search(association.bindings, personOf('camille').given);
    const learnt = account.identifiers.find(({ value }) => value === 'c.okafor@courriel.test');
    const teacher = account.matches.find(({ id }) => id === learnt?.learntFrom?.match);
    expect([teacher?.source, teacher?.collection, learnt?.learntFrom?.field, learnt?.status]).toEqual([
      'membership',
      'member',
      'member_email.email',
      'derived',
    ]);
    const found = account.matches.filter(({ evidence }) => evidence.every(({ identifier }) => identifier === learnt?.id));
    expect(found.map(({ collection, tier, decision }) => [collection, tier, decision]).sort()).toEqual([
      ['invoice', 'E', 'included'],
      ['registration', 'E', 'included'],
      ['registration', 'E', 'included'],
      ['subscriber', 'C', 'queued'],
    ]);
  });

  it('delivers both of her pictures, whole', async () => {
    const { files, records } = await search(association.bindings, personOf('camille').given);
    const pictures = [...records].filter(([text]) => text.startsWith('membership member_photo')).map(([, data]) => data['image']);
    expect(pictures).toHaveLength(2);
    expect(pictures).toEqual([...files].map(([file, bytes]) => ({ file, bytes })));
    expect(Math.min(...files.values())).toBeGreaterThan(300);
  });

  it('never delivers a password hash or a token', async () => {
    const { records } = await search(association.bindings, personOf('camille').given);
    expect(JSON.stringify([...records.values()])).not.toMatch(/synthetic|\$2b\$/u);
  });

  it('is right about the guests of the hostel', async () => {
    const { wrong } = await measureAgainstTruth(hostel.bindings, world.guests);
    expect(wrong).toEqual([]);
  });

  it('tells how the records of its main character stand: a member, who has not come to an event for two years (RET-02)', async () => {
    const { member, directory_entry, mailing, registration, dietary_requirement } = await standingOf(personOf('camille'));
    expect([member, directory_entry, mailing]).toEqual([1, 1, 60].map((count) => ({ ongoing_relationship: count })));
    expect([registration, dietary_requirement]).toEqual([{ overdue: 5 }, { overdue: 1 }]);
  });

  it('tells how the records of those who have left stand, in the newsletter’s database as well (RET-04)', async () => {
    const [longAgo, lately] = ['p00004', 'p00008'].map((id) => world.crowd.find((person) => person.id === id)!);
    const { member, subscriber, dues_payment } = await standingOf(longAgo!);
    expect([member, subscriber, dues_payment]).toEqual([{ overdue: 1 }, { overdue: 1 }, { overdue: 7 }]);
    const since = await standingOf(lately!);
    expect([since['member'], since['subscriber'], since['dues_payment']]).toEqual([
      { running: 1 },
      { running: 1 },
      { running: 5 },
    ]);
  });

  it('tells to what a guest of the hostel has agreed, and who looked at the account (SCP-05)', async () => {
    const holdings = await disclose({ bindings: hostel.bindings, register: 'hostel-association' }, personOf('camille-hostel'));
    expect(standing(holdings)).toMatchObject({ compte_client: { ongoing_relationship: 1 }, prospect: { indeterminate: 1 } });
    expect(holdingOf(holdings, 'consentement').withoutConsent).toEqual([]);
    expect(holdingOf(holdings, 'prospect').collectedFrom.names).toEqual([{ name: 'salon', records: 1 }]);
    const { excerpt } = holdingOf(holdings, 'journal_acces');
    expect(excerpt.records.map(({ data }) => data['agent'])).toEqual(Array(2).fill('[occulté : membre du personnel]'));
  });

  it('keeps the invoices of a guest whose contract has ended for as long as the law wants (RET-05)', async () => {
    const former = world.guests.filter(
      ({ truth }, index) => index % 5 === 0 && truth.included.some(({ collection }) => collection === 'facture'),
    );
    const holdings = await disclose({ bindings: hostel.bindings, register: 'hostel-association' }, former[0]!);
    const { compte_client, sejour, facture } = standing(holdings);
    expect([compte_client, sejour, facture].map((counts) => Object.keys(counts ?? {}))).toEqual([
      ['overdue'],
      ['overdue'],
      ['running'],
    ]);
  });

  async function standingOf(person: PersonOfInterest): Promise<ReturnType<typeof standing>> {
    return standing(await disclose({ bindings: association.bindings, register: 'management-assistants' }, person));
  }
});
