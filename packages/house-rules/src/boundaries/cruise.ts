import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { demandWork, runTool } from '../run-tool.js';

/** What dependency-cruiser found: who imports whom, and which rules that breaks. */
export interface Cruise {
  readonly modules: readonly CruisedFile[];
  readonly summary: { readonly violations: readonly Violation[] };
}

/** One file and its imports. */
export interface CruisedFile {
  readonly source: string;
  readonly dependencies?: readonly {
    /** As written in the import. */
    readonly module: string;
    readonly resolved: string;
    readonly dependencyTypes: readonly string[];
  }[];
}

/** A broken rule. */
export interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
  readonly cycle?: readonly { readonly name: string }[];
}

/** The folders that hold code. */
export const CODE_FOLDERS = ['packages', 'connectors', 'apps'] as const;

/** Follows every import in the house, with the rules of `.dependency-cruiser.cjs`. */
export async function cruise(root: string): Promise<Cruise> {
  const folders = CODE_FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const ran = await runTool(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config=.dependency-cruiser.cjs',
    '--output-type=json',
    ...folders,
  ]);
  if (!ran.stdout.startsWith('{')) demandWork(ran, 'dependency-cruiser');
  return JSON.parse(ran.stdout) as Cruise;
}
