import { readdirSync } from 'node:fs';
import { project } from './jest.preset.mjs';

const folders = ['packages', 'connectors', 'apps'].flatMap((group) => readdirSync(group).map((name) => `${group}/${name}`));

export default {
  projects: folders.map((folder) => ({ ...project(folder), rootDir: folder })),
  coverageProvider: 'babel',
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.test.ts'],
  coverageReporters: ['text', 'json-summary'],
};
