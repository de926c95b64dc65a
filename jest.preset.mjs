import { fileURLToPath } from 'node:url';

const resolver = fileURLToPath(new URL('jest.resolver.cjs', import.meta.url));
const transform = fileURLToPath(new URL('jest.transform.mjs', import.meta.url));

/** One Jest configuration for every package: ES modules, SWC, sources instead of builds. */
export const project = (folder) => ({
  displayName: folder,
  rootDir: folder,
  testEnvironment: 'node',
  // Others have sources too, which are not for us: what runs in a browser takes none of our packages.
  testEnvironmentOptions: {
    customExportConditions: folder === 'apps/web' ? ['browser', 'default'] : ['source', 'node', 'node-addons'],
  },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  resolver,
  transform: {
    '^.+\\.tsx?$': [
      transform,
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: folder === 'apps/web', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}', '<rootDir>/test/**/*.test.ts'],
});
