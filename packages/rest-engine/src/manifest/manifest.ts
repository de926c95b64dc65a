import { faultsInOrder, readYaml } from '@habeas/connector-sdk';
import { collectionFaults } from './collection-faults.js';
import { contextFaults } from './context-faults.js';
import { expandCollections } from './expand-collections.js';
import { manifestSchema, type Manifest } from './manifest-schema.js';
import { requestFaults } from './request-faults.js';

export type { Manifest } from './manifest-schema.js';

/**
 * Reads a manifest from YAML. Checks everything that can be known without the vendor: the format, unknown keys, variables
 * that nothing fills, filters that a value could break out of, collections that nothing leads to, circles. Throws
 * `InvalidInputError` with every fault of the format or, where that is right, of what is said in it, each with its line.
 */
export function parseManifest(text: string, file: string): Manifest {
  const { value, faultAt } = readYaml(text, file, manifestSchema, { resolve: expandCollections });
  const faults = [...requestFaults(value), ...collectionFaults(value), ...contextFaults(value)];
  if (faults.length > 0) throw faultsInOrder(faults, faultAt);
  return value;
}
