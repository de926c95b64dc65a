import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readYaml } from '@habeas/connector-sdk';
import { z } from 'zod';
import { parseManifest } from '../../manifest/manifest.js';
import { compare, type Comparison } from './compare.js';
import { gapsFile } from './gaps-file.js';
import { readSpecification } from './specification.js';

/** A connector and the vendor's own description of its API. */
export interface Contract {
  /** Its `manifest.yaml`. */
  readonly manifest: URL;
  /** Files of OpenAPI 3 or Swagger 2, YAML or JSON, in the folder of specifications. */
  readonly specification: string | readonly string[];
  /** What the manifest uses although the specification has it not, word for word as it is told, by the reason. */
  readonly except?: Readonly<Record<string, readonly string[]>>;
}

/** Where a connector keeps what its vendor has and its manifest does not describe, by collection. */
const GAPS = 'undescribed.yaml';

/**
 * Registers the comparison of a manifest with its vendor's specification: every path, method, parameter and field that it uses is
 * there, but for the exceptions; what it does not describe is what `undescribed.yaml` beside it lists, and its README tells how
 * many fields those are. The specifications lie in the folder that `HABEAS_TEST_SPECIFICATIONS` names, or in `shared/specs` beside
 * the repository. Where one is absent, the tests are skipped, and that is said. With `HABEAS_TEST_UPDATE=1` the list is written anew.
 */
export function describeContract({ manifest: file, specification, except = {} }: Contract): void {
  const paths = typeof specification === 'string' ? [specification] : specification;
  const folder = specificationsFor(file);
  const found = paths.map((path) => readSpecification(new URL(path, folder)));
  const specifications = found.filter((each) => each !== undefined);
  const name = basename(fileURLToPath(new URL('.', file)));
  describe(`the manifest of ${name} and the specification of its vendor`, () => {
    if (specifications.length < paths.length) {
      const missing = paths.filter((_, index) => found[index] === undefined).join(', ');
      process.stderr.write(`${name}: not compared with its vendor's specification: there is no ${missing} in shared/specs\n`);
      it.skip(`agree (skipped: there is no ${missing} in shared/specs)`, () => undefined);
      return;
    }
    const compared = (): Comparison =>
      compare(parseManifest(readFileSync(file, 'utf8'), basename(fileURLToPath(file))), specifications);

    it('the specification has every path, method, parameter and field that the manifest uses', () => {
      expect([...compared().faults].sort()).toEqual(Object.values(except).flat().sort());
    });

    it(`what the manifest does not describe stands in ${GAPS}, and its README counts it`, () => {
      const { gaps } = compared();
      if (process.env['HABEAS_TEST_UPDATE'] === '1') writeGaps(new URL(GAPS, file), gaps);
      expect(gaps).toEqual(readGaps(new URL(GAPS, file)));
      expect(countIn(new URL('README.md', file))).toBe(Object.values(gaps).flat().length);
    });
  });
}

/** The folder that the environment names, or the one beside the repository, which is two folders above the connector's. */
function specificationsFor(manifest: URL): URL {
  const named = process.env['HABEAS_TEST_SPECIFICATIONS'];
  return named === undefined ? new URL('../../../shared/specs/', manifest) : pathToFileURL(join(named, '/'));
}

function readGaps(file: URL): Comparison['gaps'] {
  if (!existsSync(file)) return {};
  return readYaml(readFileSync(file, 'utf8'), GAPS, z.record(z.string(), z.array(z.string()))).value;
}

/** Where there are none, there is no file. */
function writeGaps(file: URL, gaps: Comparison['gaps']): void {
  if (Object.keys(gaps).length > 0) writeFileSync(file, gapsFile(gaps));
  else rmSync(file, { force: true });
}

/** How many fields a README says that the list holds; none where it does not speak of it. */
function countIn(file: URL): number {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Number(/(\d+) fields? (?:is|are) listed in \[undescribed\.yaml\]/u.exec(text)?.[1] ?? 0);
}
