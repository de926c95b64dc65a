import type { CollectionHealth, SourceHealth } from '@habeas/connector-sdk';
import type { MappedCollection } from '../binding/bound-map.js';
import type { Engine } from '../engine.js';
import { adviceFor } from './advice.js';

/** A source's health, from its catalogue alone: nobody's data are looked at. */
export async function check(engine: Engine): Promise<SourceHealth> {
  const proof = await engine.database.readOnlyProof();
  return {
    system: engine.database.system,
    readOnly: proof.level,
    collections: [...engine.map.collections.values()].map(healthOf),
    advice: adviceFor(engine, proof),
  };
}

function healthOf(collection: MappedCollection): CollectionHealth {
  if (collection.state === 'broken')
    return { collection: collection.name, status: collection.health, problems: collection.problems };
  const problems = collection.broken.map(({ name, to }) => ({
    errorClass: 'contract' as const,
    message: `Its reference "${name}" leads to "${to}", which cannot be used.`,
    remedy: `Mend "${to}" first.`,
  }));
  return { collection: collection.name, status: problems.length === 0 ? 'ok' : 'drifted', problems };
}
