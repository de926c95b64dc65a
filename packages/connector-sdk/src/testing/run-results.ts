import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';

const HEAD = `# Which checks of the conformance kit apply and pass, and why others do not apply. Written by the conformance test with
# HABEAS_TEST_UPDATE=1 (docs/adding-a-connector.md); the scorecard of the README is made of it.
`;

/**
 * Follows one run of a conformance kit, so that what it showed can be kept beside the connector: a scorecard then tells what the
 * tests do. Made of every check of the kit, each with the reason why it does not apply, or `undefined` where it does.
 */
export class RunResults {
  private readonly passed = new Set<string>();

  constructor(private readonly reasons: ReadonlyMap<string, string | undefined>) {}

  /** The same check, which is noted once it has passed. */
  following(id: string, run: () => Promise<unknown>): () => Promise<void> {
    return async () => {
      await run();
      this.passed.add(id);
    };
  }

  /** Registers the test that the file, where there is one, tells what this run shows. To be called after the kit's own tests. */
  itIsTold(file: URL | undefined): void {
    if (file === undefined) return;
    it('tells in its file of results which checks apply, and why others do not (HABEAS_TEST_UPDATE=1 writes it anew)', () => {
      this.demandTold(file, process.env['HABEAS_TEST_UPDATE'] === '1');
    });
  }

  /**
   * Throws an assertion error where the file does not tell which checks apply. To update it is to write it anew before that, which
   * is refused where a check that applies has not passed.
   */
  demandTold(file: URL, update: boolean): void {
    const results = this.results();
    if (update) {
      expect(results.passed.filter((id) => !this.passed.has(id))).toEqual([]);
      writeFileSync(file, `${HEAD}${stringify(results, { lineWidth: 0, singleQuote: true })}`);
    }
    expect(existsSync(file) ? parse(readFileSync(file, 'utf8')) : 'there is no file').toEqual(results);
  }

  private results(): { readonly passed: readonly string[]; readonly skipped: Readonly<Record<string, string>> } {
    const all = [...this.reasons];
    return {
      passed: all.flatMap(([id, reason]) => (reason === undefined ? [id] : [])),
      skipped: Object.fromEntries(all.flatMap(([id, reason]) => (reason === undefined ? [] : [[id, reason]]))),
    };
  }
}
