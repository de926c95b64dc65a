import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AssistanceWorld, createAssistanceWorld } from '../assistance/create-assistance-world.js';
import { disclose, holdingOf, standing } from '../testing/disclose.js';
import { measureAgainstTruth } from '../testing/measure.js';
import { openFolder } from '../testing/open-folder.js';
import type { OpenedSources } from '../testing/open-sources.js';
import { compare, NO_DIFFERENCE, search } from '../testing/search.js';
import type { PersonOfInterest } from '../world/truth.js';

const CHARTER = ['solene', 'idris', 'survey-only', 'namesake', 'household-mailbox'];
const NETWORK = ['solene-network', 'former-contact', 'connections-only', 'namesake-network', 'company-mailbox'];

describe('the assistance group', () => {
  let folder = '';
  let world: AssistanceWorld;
  let charter: OpenedSources;
  let network: OpenedSources;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-'));
    world = await createAssistanceWorld(folder);
    [charter, network] = await Promise.all([openFolder(folder, ['contracts', 'cases']), openFolder(folder, ['partners'])]);
  });
  afterAll(async () => {
    await Promise.all([charter.close(), network.close()]);
    await rm(folder, { recursive: true });
  });

  const personOf = (id: string): PersonOfInterest => [...world.charter, ...world.network].find((person) => person.id === id)!;
  const insurer = (): { bindings: OpenedSources['bindings']; register: 'assistance-charter' } => ({
    bindings: charter.bindings,
    register: 'assistance-charter',
  });
  const networker = (): { bindings: OpenedSources['bindings']; register: 'assistance-network' } => ({
    bindings: network.bindings,
    register: 'assistance-network',
  });

  it('has no one in its casts whom these tests forget', () => {
    expect(world.charter.map(({ id }) => id)).toEqual(CHARTER);
    expect(world.network.map(({ id }) => id)).toEqual(NETWORK);
  });

  it.each(CHARTER)('is right about %s, whom it insures or assists', async (id) => {
    const person = personOf(id);
    expect(compare(await search(charter.bindings, person.given), person)).toEqual(NO_DIFFERENCE);
  });

  it.each(NETWORK)('is right about %s, of the network', async (id) => {
    const person = personOf(id);
    expect(compare(await search(network.bindings, person.given), person)).toEqual(NO_DIFFERENCE);
  });

  it('is right about everybody else of both controllers', async () => {
    const insured = await measureAgainstTruth(charter.bindings, world.insured);
    const providers = await measureAgainstTruth(network.bindings, world.providers);
    expect([...insured.wrong, ...providers.wrong]).toEqual([]);
  }, 120_000);

  it('gives the same person nothing of the other controller (PRF-03)', async () => {
    const [here, there] = [personOf('solene'), personOf('solene-network')];
    expect(here.given).toEqual(there.given);
    const [insured, partner] = [await search(charter.bindings, here.given), await search(network.bindings, there.given)];
    const sourcesOf = (records: ReadonlyMap<string, unknown>): ReadonlySet<string> =>
      new Set([...records.keys()].map((text) => text.slice(0, text.indexOf(' '))));
    expect([sourcesOf(insured.records), sourcesOf(partner.records)]).toEqual([
      new Set(['contracts', 'cases']),
      new Set(['partners']),
    ]);
  });

  it('delivers recordings as WAV files, whole (FMT-05)', async () => {
    const { files, records } = await search(network.bindings, personOf('solene-network').given);
    const recordings = [...records]
      .filter(([text]) => text.includes(' appel_enregistre '))
      .map(([, data]) => data['enregistrement']);
    expect(recordings.filter((each) => each === null)).toHaveLength(1); // who objects is not recorded
    expect([...files.values()]).toEqual(Array.from({ length: recordings.length - 1 }, () => 4044));
  });

  it('tells how her calls and connections at the network stand: in time, overdue, in dispute (RET-02)', async () => {
    const holdings = await disclose(networker(), personOf('solene-network'));
    expect(standing(holdings)).toEqual({
      interlocuteur: { ongoing_relationship: 1 },
      demande_site: { overdue: 1, running: 1 },
      journal_connexion: { overdue: 1, running: 2 },
      appel_enregistre: { running: 3, overdue: 2, legal_hold: 1 },
    });
    expect(holdingOf(holdings, 'appel_enregistre').unknownCodes).toEqual([{ field: 'opposition', count: 1 }]);
  });

  it('hands over what is overdue, and says so (RET-04)', async () => {
    const holdings = await disclose(networker(), personOf('former-contact'));
    expect(standing(holdings)).toEqual({ interlocuteur: { overdue: 1 } });
    expect(holdingOf(holdings, 'interlocuteur').excerpt.records).toHaveLength(1);
  });

  it('knows a period for recordings of the insured, and none for anything else of theirs (RET-07)', async () => {
    const holdings = await disclose(insurer(), personOf('solene'));
    const { appel, ...others } = standing(holdings);
    expect(appel).toEqual({ running: 1, overdue: 3 });
    expect(Object.values(others).flatMap((counts) => Object.keys(counts))).toEqual(
      Object.keys(others).map(() => 'indeterminate'),
    );
    expect(holdingOf(holdings, 'dossier').unknownCodes).toEqual([{ field: 'etat', count: 1 }]);
  });

  it('finds health, and other people in fields and in texts, that somebody has to look at first (TPD-06)', async () => {
    const holdings = await disclose(insurer(), personOf('solene'));
    const special = holdings.flatMap(({ collection }) =>
      collection.fields.filter(({ special: is }) => is).map(({ name }) => name),
    );
    expect(special).toEqual(['motif', 'etat_sante', 'traitement', 'note_medicale', 'compte_rendu']);
    expect(holdingOf(holdings, 'tiers_dossier').records).toBe(2);
    expect(holdingOf(holdings, 'element_medical').others).toEqual([{ field: 'note_medicale', count: 1 }]);
  });

  it('never delivers a password hash', async () => {
    const { records } = await search(charter.bindings, personOf('solene').given);
    expect(JSON.stringify([...records.values()])).not.toContain('synthetic');
  });
});
