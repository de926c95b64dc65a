import { eachMatch, type TextRule } from './text-file.js';

const MACHINE_PATH = /(?<![\w.*}])\/(?:Users|farm|home|root|tmp|work)\//gu;
const REGISTRY = /:\/\/(?:registry|deb)\./gu;

/** No path of somebody's machine, and no host that packages were fetched from. */
export const noMachineTraces: TextRule = (file) => [
  ...eachMatch(file, MACHINE_PATH, ([found]) => `a path of one machine (${found}…)`),
  ...eachMatch(file, REGISTRY, () => 'the host of a package registry'),
];
