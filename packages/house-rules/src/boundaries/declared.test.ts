import { describe, expect, it } from '@jest/globals';
import { undeclaredImports, unusedDependencies, type DeclaredPackage } from './declared.js';

const shop: DeclaredPackage = {
  folder: 'packages/shop',
  dependencies: new Set(['zod', '@habeas/core']),
  devDependencies: new Set(['yaml']),
  peers: new Set(),
};
const importing = (source: string, module: string, resolved = `node_modules/${module}/index.js`, dependencyTypes = ['npm']) => ({
  source,
  dependencies: [{ module, resolved, dependencyTypes }],
});
const undeclared = (...args: Parameters<typeof importing>) =>
  undeclaredImports([importing(...args)], [shop], new Set(['@jest/globals']));

describe('undeclaredImports', () => {
  it('accepts what the package declares, sub-paths and scoped names included', () => {
    expect(undeclared('packages/shop/src/a.ts', 'zod/v4')).toEqual([]);
    expect(undeclared('packages/shop/src/a.ts', '@habeas/core/testing')).toEqual([]);
    expect(undeclared('packages/shop/src/a.ts', './b.js', 'packages/shop/src/b.ts')).toEqual([]);
  });

  it('accepts the modules of Node and the test tools of the root', () => {
    expect(undeclared('packages/shop/src/a.ts', 'fs', 'fs', ['core'])).toEqual([]);
    expect(undeclared('packages/shop/src/a.test.ts', '@jest/globals')).toEqual([]);
  });

  it('keeps what is declared for tests out of the code that ships', () => {
    expect(undeclared('packages/shop/src/a.test.ts', 'yaml')).toEqual([]);
    expect(undeclared('packages/shop/src/testing/world.ts', 'yaml')).toEqual([]);
    expect(undeclared('packages/shop/src/a.ts', 'yaml')).toEqual([
      'packages/shop/src/a.ts: imports yaml, which packages/shop/package.json declares for tests only',
    ]);
  });

  it('does not judge files outside the packages', () => {
    expect(undeclared('scripts/a.mjs', 'left-pad')).toEqual([]);
    expect(undeclaredImports([{ source: 'node_modules/zod/index.js' }], [shop], new Set())).toEqual([]);
  });
});

describe('unusedDependencies', () => {
  it('names each dependency that no file of its package imports', () => {
    const files = [
      importing('packages/shop/src/a.ts', 'zod'),
      importing('packages/other/src/a.ts', 'yaml'),
      { source: 'packages/shop/src/b.ts' },
    ];
    expect(unusedDependencies(files, [shop])).toEqual([
      'packages/shop/package.json: declares @habeas/core, which nothing in it imports',
      'packages/shop/package.json: declares yaml, which nothing in it imports',
    ]);
  });
});
