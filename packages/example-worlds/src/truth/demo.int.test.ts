import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sqlite } from '@habeas/connector-sqlite';
import { createDemoWorld, type DemoWorld } from '../demo/create-demo-world.js';
import { measureAgainstTruth } from '../testing/measure.js';
import { openSources, type OpenedSources } from '../testing/open-sources.js';
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
    const open = (ids: readonly string[]): Promise<OpenedSources> =>
      openSources(
        ids.map((id) => ({
          id,
          connector: sqlite,
          config: { file: join(folder, `${id}.sqlite`) },
          dataMap: join(folder, `${id}.map.yaml`),
        })),
      );
    association = await open(['membership', 'events', 'newsletter']);
    hostel = await open(['hostel']);
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
});
