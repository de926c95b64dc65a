import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readYaml } from '@habeas/connector-sdk';
import { z } from 'zod';
import { parseManifest } from '../../manifest/manifest.js';
import { compare, type Comparison } from './compare.js';
import { readSpecification } from './specification.js';

/** A connector and the vendor's own description of its API. */
export interface Contract {
  /** Its `manifest.yaml`. */
  readonly manifest: URL;
  /** Files of OpenAPI 3 or Swagger 2, YAML or JSON, in the folder `shared/specs` beside the repository. */
  readonly specification: string | readonly string[];
  /** What the manifest uses although the specification has it not, word for word as it is told, each with the reason. */
  readonly except?: Readonly<Record<string, string>>;
}

/** Where a connector keeps what its vendor has and its manifest does not describe, by collection. */
const GAPS = 'undescribed.yaml';

/**
 * Registers the comparison of a manifest with its vendor's specification: every path, method, parameter and field that it uses is
 * there, and what it does not describe is what `undescribed.yaml` beside it lists. Where the specification is absent, the tests
 * are skipped, and that is said.
 */
export function describeContract({ manifest: file, specification, except = {} }: Contract): void {
  const paths = typeof specification === 'string' ? [specification] : specification;
  const found = paths.map((path) => readSpecification(new URL(path, new URL('../../../shared/specs/', file))));
  const specifications = found.filter((each) => each !== undefined);
  const name = basename(fileURLToPath(new URL('.', file)));
  describe(`the manifest of ${name} and the specification of its vendor`, () => {
    if (specifications.length < paths.length) {
      const missing = paths.filter((_, index) => found[index] === undefined).join(', ');
      process.stderr.write(`${name}: not compared with its vendor's specification: shared/specs has no ${missing}\n`);
      it.skip(`agree (skipped: shared/specs has no ${missing})`, () => undefined);
      return;
    }
    const compared = (): Comparison =>
      compare(parseManifest(readFileSync(file, 'utf8'), basename(fileURLToPath(file))), specifications);

    it('the specification has every path, method, parameter and field that the manifest uses', () => {
      expect([...compared().faults].sort()).toEqual(Object.keys(except).sort());
    });

    it(`what the manifest does not describe stands in ${GAPS}`, () => {
      const { gaps } = compared();
      for (const [collection, fields] of Object.entries(gaps)) {
        process.stderr.write(`${name}: ${collection} does not describe ${fields.join(', ')}\n`);
      }
      expect(gaps).toEqual(readGaps(new URL(GAPS, file)));
    });
  });
}

function readGaps(file: URL): Comparison['gaps'] {
  if (!existsSync(file)) return {};
  return readYaml(readFileSync(file, 'utf8'), GAPS, z.record(z.string(), z.array(z.string()))).value;
}
