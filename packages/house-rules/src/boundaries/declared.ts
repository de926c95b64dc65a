import type { CruisedFile } from './cruise.js';

/** One package: its folder, and the packages it declares. */
export interface DeclaredPackage {
  readonly folder: string;
  /** What it needs to run. */
  readonly dependencies: ReadonlySet<string>;
  /** What only its tests need. */
  readonly devDependencies: ReadonlySet<string>;
  /** What the packages it declares expect beside themselves. */
  readonly peers: ReadonlySet<string>;
}

/**
 * Imports of something that the importing package does not declare, and relative imports that leave it. What `ambient`
 * names is there for everyone: the test tools that the root declares.
 */
export function undeclaredImports(
  files: readonly CruisedFile[],
  packages: readonly DeclaredPackage[],
  ambient: ReadonlySet<string>,
): readonly string[] {
  return files.flatMap(({ source, dependencies = [] }) => {
    const home = packages.find(({ folder }) => source.startsWith(`${folder}/`));
    if (home === undefined) return [];
    return dependencies.flatMap(({ module, resolved, dependencyTypes }) => {
      if (module.startsWith('.')) return resolved.startsWith(`${home.folder}/`) ? [] : [leaves(source, module)];
      if (dependencyTypes.includes('core') || ambient.has(packageOf(module))) return [];
      return undeclared(source, packageOf(module), home);
    });
  });
}

/** Dependencies that a package declares and none of its files imports. */
export function unusedDependencies(files: readonly CruisedFile[], packages: readonly DeclaredPackage[]): readonly string[] {
  return packages.flatMap(({ folder, dependencies, devDependencies, peers }) => {
    const own = files.filter(({ source }) => source.startsWith(`${folder}/`));
    const used = new Set(own.flatMap(({ dependencies: imports = [] }) => imports.map(({ module }) => packageOf(module))));
    return [...dependencies, ...devDependencies]
      .filter((name) => !used.has(name.replace(/^@types\//u, '')) && !peers.has(name))
      .map((name) => `${folder}/package.json: declares ${name}, which nothing in it imports`);
  });
}

function leaves(source: string, module: string): string {
  return `${source}: "${module}" leaves the package; import the other one by its name`;
}

function undeclared(source: string, name: string, home: DeclaredPackage): readonly string[] {
  const manifest = `${home.folder}/package.json`;
  if (home.dependencies.has(name)) return [];
  if (!home.devDependencies.has(name)) return [`${source}: imports ${name}, which ${manifest} does not declare`];
  return isNotShipped(source) ? [] : [`${source}: imports ${name}, which ${manifest} declares for tests only`];
}

/** Tests, and what the build of a bundle is configured with. */
function isNotShipped(source: string): boolean {
  return /\.(?:heavy|test)\.tsx?$|\/src\/testing\/|^[^/]+\/[^/]+\/(?:test\/|vite\.config\.ts$)/u.test(source);
}

function packageOf(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}
