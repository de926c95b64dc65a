import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '@habeas/connector-sdk';
import { parseManifest } from '@habeas/rest-engine';
import { z } from 'zod';
import { EXEMPT } from '../steps/connectors.js';
import type { Conformance, Facts } from './facts.js';
import { readManifestSource } from './manifest-source.js';
import { gapsOf, restFacts } from './rest-facts.js';

const conformanceSchema = z.strictObject({ passed: z.array(z.string()), skipped: z.record(z.string(), z.string()) });
const undescribedSchema = z.record(z.string(), z.array(z.string()));

/** What is known of the connector in a folder. Rejects, with the file, where a manifest or a result is not there or not right. */
export async function readFacts(root: string, folder: string): Promise<Facts> {
  const conformance = readConformance(root, folder);
  const undescribed = countUndescribed(root, folder);
  const known = { folder, conformance, ...(undescribed === undefined ? {} : { undescribed }) };
  const text = textAt(root, `${folder}/manifest.yaml`);
  if (text !== undefined) {
    const manifest = parseManifest(text, `${folder}/manifest.yaml`);
    return { ...known, manifest, gaps: gapsOf(manifest), rest: restFacts(manifest) };
  }
  const source = textAt(root, `${folder}/src/manifest.ts`);
  if (source === undefined) throw new Error(`${folder}: has no manifest.yaml and no src/manifest.ts`);
  const manifest = await readManifestSource(source, `${folder}/src/manifest.ts`);
  return { ...known, manifest, gaps: manifest.gaps.length };
}

function readConformance(root: string, folder: string): Conformance | string {
  const exempt = EXEMPT.get(folder);
  if (exempt !== undefined) return exempt;
  const file = `${folder}/conformance.yaml`;
  const text = textAt(root, file);
  if (text === undefined)
    throw new Error(`${file}: is not there: run the connector's conformance test with HABEAS_TEST_UPDATE=1`);
  return readYaml(text, file, conformanceSchema).value;
}

/** Nothing where no test compares the manifest with a specification; where all is described there is no list. */
function countUndescribed(root: string, folder: string): number | undefined {
  if (!existsSync(join(root, folder, 'src/contract.test.ts'))) return undefined;
  const file = `${folder}/undescribed.yaml`;
  const text = textAt(root, file);
  return text === undefined ? 0 : Object.values(readYaml(text, file, undescribedSchema).value).flat().length;
}

function textAt(root: string, path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
}
