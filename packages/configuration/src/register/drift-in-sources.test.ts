import { describe, expect, it } from '@jest/globals';
import { type Connector, ConnectorError, parseDataMap } from '@habeas/connector-sdk';
import { fakeSource } from '@habeas/core/testing';
import { z } from 'zod';
import type { ConfiguredSource } from '../config/load-config.js';
import { SOUND_REGISTER } from '../testing/sound-register.js';
import { driftInSources } from './drift-in-sources.js';
import { parseRegister } from './load-register.js';

const REGISTER = parseRegister(SOUND_REGISTER, 'a.register.yaml');
const DATA_MAP = parseDataMap(
  "dataMap: 1\ncollections:\n  person:\n    activity: membership\n    fields: { name: { category: 'pd:Name', identifier: email } }",
  'crm.map.yaml',
);

function source(id: string, refusal?: Error): ConfiguredSource {
  const fake = fakeSource({ id, collections: { person: { rows: [] } } });
  const manifest: Connector['manifest'] = {
    id: 'fake',
    version: '1.0.0',
    sdk: 1,
    title: 'Fake',
    kind: 'sql',
    systems: [{ name: 'Fake', versions: '1', tested: true }],
    needsDataMap: false,
    gaps: [],
  };
  const open: Connector['open'] = (_settings, { signal }) =>
    refusal === undefined ? fake.open(signal) : Promise.reject(refusal);
  return { id, title: id, connector: { manifest, config: z.unknown(), open }, settings: {}, baseDirectory: '.' };
}

const drift = async (...sources: readonly ConfiguredSource[]): Promise<readonly string[]> =>
  (await driftInSources(REGISTER, sources, new AbortController().signal)).map(({ code, source: id = '' }) => `${code} ${id}`);

describe('the drift of configured sources (PRF-02)', () => {
  it('is what their data maps and the register do not have in common', async () => {
    expect(await drift({ ...source('crm'), dataMap: DATA_MAP })).toEqual([]);
    expect(await drift(source('crm'))).toEqual(['ACTIVITY_NOWHERE ', 'ACTIVITY_UNKNOWN crm']);
  });

  it('tells, as blocking, that an activity of the register has no source once its source is no longer configured (SCP-03)', async () => {
    const findings = await driftInSources(REGISTER, [source('other')], new AbortController().signal);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'ACTIVITY_NOWHERE', activity: 'membership', severity: 'blocking' }),
    );
  });

  it('tells a source that cannot be reached beside what the others have', async () => {
    const down = source('down', new ConnectorError('transient', 'It does not answer.'));
    expect(await drift({ ...source('crm'), dataMap: DATA_MAP }, { ...down, dataMap: DATA_MAP })).toEqual([
      'SOURCE_UNREACHED down',
    ]);
  });

  it('takes no bug for a fault of a source', async () => {
    await expect(drift(source('crm', new TypeError('a bug')))).rejects.toThrow('a bug');
  });
});
