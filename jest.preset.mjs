import { fileURLToPath } from 'node:url';

const resolver = fileURLToPath(new URL('jest.resolver.cjs', import.meta.url));
const transform = fileURLToPath(new URL('jest.transform.mjs', import.meta.url));

/** One Jest configuration for every package: ES modules, SWC, sources instead of builds. */
export const project = (folder) => ({
  displayName: folder,
  rootDir: folder,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  resolver,
  transform: {
    '^.+\\.ts$': [
      transform,
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
});
