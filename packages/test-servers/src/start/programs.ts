import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { searchPath } from '../config/env.js';

/** Folders in which servers live and that are not on everybody's path, the newest PostgreSQL first. */
function serverFolders(): readonly string[] {
  const versions = subfolders('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
  return [
    '/usr/sbin',
    '/usr/local/sbin',
    '/usr/lib/mailman3/bin',
    ...versions.map((version) => `/usr/lib/postgresql/${version}/bin`),
  ];
}

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // no such folder: nothing is installed there
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The path of a program, or `undefined` where the machine has none of that name. */
export function findProgram(name: string): string | undefined {
  return [...searchPath(), ...serverFolders()].map((folder) => join(folder, name)).find(isProgram);
}

/** The first folder that holds all of the programs: programs of one version belong together. */
export function findFolderWith(names: readonly string[]): string | undefined {
  return [...serverFolders(), ...searchPath()].find((folder) => names.every((name) => isProgram(join(folder, name))));
}
