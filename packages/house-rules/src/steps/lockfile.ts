import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolders } from '../boundaries/packages.js';
import type { Step } from '../step.js';

type Wanted = Readonly<Record<string, string>>;

/** The part of a package.json that the lockfile repeats. */
interface Manifest {
  readonly dependencies?: Wanted;
  readonly devDependencies?: Wanted;
  readonly optionalDependencies?: Wanted;
}

interface Lockfile {
  readonly packages?: Readonly<Record<string, Manifest & { readonly resolved?: string }>>;
}

/**
 * The lockfile is one that `npm ci` accepts on every machine: it repeats what each package.json wants, knows the packages
 * for all platforms, and names no registry. npm leaves platforms out, silently, when their packages cannot be fetched.
 */
export function lockfileStep(root: string): Step {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
  return {
    name: 'lockfile',
    run: () => {
      const { packages = {} } = read('package-lock.json') as Lockfile;
      const stale = ['', ...packageFolders(root)]
        .filter((folder) => wants(packages[folder]) !== wants(read(join(folder, 'package.json')) as Manifest))
        .map((folder) => `package-lock.json: does not fit ${join(folder, 'package.json')} (npm install)`);
      return Promise.resolve([...stale, ...missingOptional(packages), ...registries(packages)]);
    },
  };
}

function wants({ dependencies = {}, devDependencies = {} }: Manifest = {}): string {
  const sorted = (map: Wanted): unknown => Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([sorted(dependencies), sorted(devDependencies)]);
}

function missingOptional(packages: NonNullable<Lockfile['packages']>): readonly string[] {
  const known = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//u, '')));
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !known.has(name))
      .map((name) => `package-lock.json: lacks ${name}, which ${path} has for other platforms (take a version that is there)`),
  );
}

function registries(packages: NonNullable<Lockfile['packages']>): readonly string[] {
  const named = Object.values(packages).some(({ resolved = '' }) => /^https?:/u.test(resolved));
  return named ? ['package-lock.json: names the host of a package registry'] : [];
}
