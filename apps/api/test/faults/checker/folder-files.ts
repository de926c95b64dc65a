import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, or the file itself; nothing where there is none. */
export function filesBelow(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!lstatSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}
