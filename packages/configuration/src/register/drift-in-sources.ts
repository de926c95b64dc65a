import { type DriftFinding, lookAtSource, registerDrift } from '@habeas/core/law';
import type { ConfiguredSource } from '../config/load-config.js';
import { openSource } from '../source/open-source.js';
import type { RegisterFile } from './load-register.js';

/**
 * Looks at every source, without reading anybody's data, and compares the register with what they have (PRF-02). A source that cannot
 * be reached is a finding; faults that are no source's are thrown.
 */
export async function driftInSources(
  { register }: RegisterFile,
  sources: readonly ConfiguredSource[],
  signal: AbortSignal,
): Promise<readonly DriftFinding[]> {
  const looked = sources.map((source) => {
    const { id, dataMap } = source;
    const map = dataMap === undefined ? {} : { map: dataMap.map };
    return lookAtSource({ id, ...map, open: () => openSource(source, signal) });
  });
  return registerDrift(register, await Promise.all(looked));
}
