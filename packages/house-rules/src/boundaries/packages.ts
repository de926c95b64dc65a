import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CODE_FOLDERS } from './cruise.js';
import type { DeclaredPackage } from './declared.js';

/** The part of a package.json that is read here. */
interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, object>>;
}

/** The packages in the house, and what each declares. */
export function readPackages(root: string): readonly DeclaredPackage[] {
  return packageFolders(root).map((folder) => {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
    const { dependencies = {}, devDependencies = {}, peerDependencies = {} } = manifest;
    return {
      folder,
      dependencies: new Set(Object.keys({ ...dependencies, ...peerDependencies })),
      devDependencies: new Set(Object.keys(devDependencies)),
      peers: new Set(Object.keys(dependencies).flatMap((name) => peersOf(root, name))),
    };
  });
}

/** What an installed package expects beside itself: whoever uses it has to declare that, and may never import it. */
function peersOf(root: string, name: string): readonly string[] {
  const file = join(root, 'node_modules', name, 'package.json');
  if (!existsSync(file)) return [];
  const { peerDependencies = {}, peerDependenciesMeta = {} } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return Object.keys({ ...peerDependencies, ...peerDependenciesMeta });
}

/** The folders that are packages: `packages/core`, `connectors/mysql` … */
export function packageFolders(root: string): readonly string[] {
  return CODE_FOLDERS.filter((group) => existsSync(join(root, group)))
    .flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`))
    .filter((folder) => existsSync(join(root, folder, 'package.json')));
}
