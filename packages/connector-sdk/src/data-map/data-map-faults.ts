import type { ValueFault } from '../input/issue-faults.js';
import { collectionFaults } from './collection-faults.js';
import type { DataMap } from './data-map.js';
import { fieldFaults } from './field-faults.js';
import { referenceFaults } from './reference-faults.js';

/** What is wrong between the parts of a data map whose format is right. */
export function dataMapFaults(map: DataMap): readonly ValueFault[] {
  return [...referenceFaults(map), ...fieldFaults(map), ...collectionFaults(map)];
}
