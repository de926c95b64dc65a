import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidInputError } from '@habeas/connector-sdk';
import { loadConfig, type LoadedConfig } from '../config/load-config.js';
import { SOUND_REGISTER } from '../testing/sound-register.js';
import { bindSources } from './bind-sources.js';

const COLLECTIONS = 'contract: { title: { en: Contracts, fr: Contrats }, activity: membership, origin: provided }';

function load(config: string, collections = COLLECTIONS): LoadedConfig {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-manual-'));
  try {
    writeFileSync(join(folder, 'register.yaml'), SOUND_REGISTER);
    const file = join(folder, 'habeas.yaml');
    writeFileSync(
      file,
      `habeas: 1
controller: { name: Example Association, register: ./register.yaml }
sources:
  binder:
    title: Binder
    connector: manual
    config: { ${config}, collections: { ${collections} } }
`,
    );
    return loadConfig(file, new Map());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function faultsOf(config: string, collections?: string): string {
  try {
    load(config, collections);
  } catch (error) {
    if (error instanceof InvalidInputError) return error.message;
    throw error;
  }
  return '';
}

describe('a source that is declared to be searched by hand (SCP-07)', () => {
  it('is bound with what there is to be done, who does it, and what it may hold', async () => {
    const [binding] = bindSources(load('instructions: Look., doneBy: Reception, tells: [email, name]').sources);
    expect(binding?.manual).toEqual({
      instructions: { en: 'Look.', fr: 'Look.' },
      doneBy: 'Reception',
      dueInDays: 10,
      tells: ['email', 'name'],
      collections: [{ name: 'contract', title: { en: 'Contracts', fr: 'Contrats' }, activity: 'membership', origin: 'provided' }],
    });
    const session = await binding?.open(new AbortController().signal);
    expect(session?.collections.map(({ name, lookups }) => [name, lookups])).toEqual([['contract', []]]);
  });

  it('has instructions in both languages where there are both', () => {
    const [binding] = bindSources(
      load('instructions: { en: Look., fr: Cherchez. }, doneBy: Reception, dueInDays: 3, tells: [id]', 'note: {}').sources,
    );
    expect(binding?.manual).toMatchObject({ instructions: { en: 'Look.', fr: 'Cherchez.' }, dueInDays: 3 });
  });

  it('is refused without instructions, without anything to tell or to hold, and for too long', () => {
    const faults = faultsOf('doneBy: Reception, tells: [], dueInDays: 31', '');
    for (const place of ['instructions', 'tells', 'dueInDays', 'collections']) expect(faults).toContain(place);
  });

  it('is refused for an activity that the register does not have, with the nearest one it has (PRF-01)', () => {
    const config = 'instructions: Look., doneBy: Reception, tells: [email]';
    expect(faultsOf(config, 'note: { activity: membershp }')).toContain('did you mean membership?');
    expect(faultsOf(config, 'note: { activity: xyz }')).toContain('it has: membership');
  });
});
