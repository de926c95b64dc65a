import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Holding } from '@habeas/core/law';
import { type AssessWorld, createAssessWorld } from '../assess/create-assess-world.js';
import { disclose, holdingOf, standing } from '../testing/disclose.js';
import { measureAgainstTruth } from '../testing/measure.js';
import { openFolder } from '../testing/open-folder.js';
import type { OpenedSources } from '../testing/open-sources.js';
import { compare, NO_DIFFERENCE, search } from '../testing/search.js';
import type { PersonOfInterest } from '../world/truth.js';

const CAST = ['nadia', 'former-client', 'rented-list', 'candidate-only', 'namesake-assess', 'recruiters-mailbox'];

describe('the recruiting company', () => {
  let folder = '';
  let world: AssessWorld;
  let sources: OpenedSources;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-'));
    world = await createAssessWorld(folder);
    sources = await openFolder(folder, ['crm', 'site']);
  });
  afterAll(async () => {
    await sources.close();
    await rm(folder, { recursive: true });
  });

  const personOf = (id: string): PersonOfInterest => world.cast.find((person) => person.id === id)!;
  const held = (id: string): Promise<readonly Holding[]> =>
    disclose({ bindings: sources.bindings, register: 'assess-manager' }, personOf(id));

  it('has no one in its cast whom these tests forget', () => {
    expect(world.cast.map(({ id }) => id)).toEqual(CAST);
  });

  it.each(CAST)('is right about %s', async (id) => {
    const person = personOf(id);
    expect(compare(await search(sources.bindings, person.given), person)).toEqual(NO_DIFFERENCE);
  });

  it('is right about everybody else', async () => {
    const { wrong } = await measureAgainstTruth(sources.bindings, world.crowd);
    expect(wrong).toEqual([]);
  }, 120_000);

  it('has for its main character a period of every kind that its policy knows (RET-02)', async () => {
    expect(standing(await held('nadia'))).toEqual({
      client: { ongoing_relationship: 1 },
      contact: { running: 1 },
      echange: { running: 2 },
      inscription: { ongoing_relationship: 2 },
      abonnement: { ongoing_relationship: 1 },
      paiement: { overdue: 1, indeterminate: 1, legal_hold: 1, ongoing_relationship: 1 },
      trace_acces: { running: 2, overdue: 1 },
      compte: { running: 1 },
      journal_web: { running: 1, overdue: 1 },
      cookie: { running: 1, overdue: 1 },
      candidature: { indeterminate: 1 },
      score_pertinence: { running: 1 },
    });
  });

  it('marks a client whose contract ended more than five years ago (RET-04)', async () => {
    expect(standing(await held('former-client'))).toEqual({ client: { overdue: 1 }, paiement: { overdue: 1 } });
  });

  it('names from whom data came, record by record (REP-05)', async () => {
    const { collectedFrom } = holdingOf(await held('rented-list'), 'contact');
    expect(collectedFrom).toEqual({
      names: [{ name: 'Fichier loué à Listes & Cie (exemple)', records: 1 }],
      untold: 0,
      more: false,
    });
  });

  it('tells a purpose that the person has not agreed to', async () => {
    expect(holdingOf(await held('rented-list'), 'contact').withoutConsent).toEqual(['relationship']);
    expect(holdingOf(await held('nadia'), 'abonnement').withoutConsent).toEqual([]);
  });

  it('shows staff in the trace of accesses as a role (SCP-05)', async () => {
    const { excerpt } = holdingOf(await held('nadia'), 'trace_acces');
    expect(new Set(excerpt.records.map(({ data }) => data['agent']))).toEqual(new Set(['[occulté : membre du personnel]']));
  });

  it('holds applications for the clients that recruit, and its own scores for the candidate (INT-07)', async () => {
    const holdings = await held('candidate-only');
    expect(holdingOf(holdings, 'candidature').excerpt.records).toEqual([]);
    expect(holdingOf(holdings, 'score_pertinence').excerpt.records).toHaveLength(1);
  });

  it('has codes that nobody explained', async () => {
    expect(holdingOf(await held('nadia'), 'echange').unknownCodes).toEqual([{ field: 'canal', count: 1 }]);
  });
});
