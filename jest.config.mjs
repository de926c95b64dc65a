import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { project } from './jest.preset.mjs';

const folders = ['packages', 'connectors', 'apps']
  .flatMap((group) => readdirSync(group).map((name) => `${group}/${name}`))
  .filter((folder) => existsSync(`${folder}/package.json`));

export default {
  projects: folders.map(project),
  maxWorkers: availableParallelism(),
  // Modules of the node:vm kind are never given back: a worker that has run many files would spend its time collecting.
  workerIdleMemoryLimit: '1GB',
  // Against what hangs, never against what is slow: a machine may be loaded.
  testTimeout: 120_000,
  // Each package is covered by its own tests; files that no test loads count too, where the package has a test.
  // What a test starts as a process of its own in order to kill it cannot say what it covered.
  collectCoverageFrom: [
    '{packages,connectors,apps}/*/src/**/*.{ts,tsx}',
    '!**/*.{heavy,test}.{ts,tsx}',
    // Starts the console in a browser; the journeys there go through it.
    '!apps/web/src/main.tsx',
    '!packages/bench/**',
    // Reads a manifest or names exports, and nothing else; the apps load it.
    '!connectors/*/src/index.ts',
    // Checks of connectors: shown to notice what they look for by connectors with flaws, not by how many of their ways are gone.
    '!packages/rest-engine/src/testing/**',
    '!**/testing/{kill-worker,faults/arm}.ts',
  ],
  coverageDirectory: 'coverage',
  coverageReporters: [['text', { skipFull: true }], 'json-summary'],
};
