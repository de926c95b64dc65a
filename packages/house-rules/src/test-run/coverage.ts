import { join, relative } from 'node:path';

/** What is counted. Branches are the ones that matter. */
const KINDS = ['statements', 'branches', 'functions', 'lines'] as const;

type Kind = (typeof KINDS)[number];

/** `coverage-summary.json`: by absolute path, and `total`. */
export type CoverageSummary = Readonly<
  Record<string, Readonly<Record<Kind, { readonly total: number; readonly covered: number }>>>
>;

/** What is wanted of a package, in percent, where it is more than of the others. */
const WANTED: ReadonlyMap<string, number> = new Map([
  ['packages/connector-sdk', 100],
  ['packages/core', 100],
]);

/** Packages that are measured in another way than by tests. */
const EXEMPT = new Set(['packages/bench']);

/** What reads a manifest or names exports, and nothing else: the run does not measure it (`jest.config.mjs`). */
const UNMEASURED = /^connectors\/[^/]+\/src\/index\.ts$/;

/**
 * What each package lacks: 100 % of everything in core and the SDK, 90 % elsewhere. A package's own tests count, not
 * those of its neighbours; a package without any test lacks everything. What lacks most is named. `sources` gives the files of a folder's `src` as
 * paths below the root: where nothing is to measure, as in a connector that is a manifest, a test is all that is wanted.
 */
export function coverageFaults(
  summary: CoverageSummary,
  root: string,
  folders: readonly string[],
  sources: (folder: string) => readonly string[],
): readonly string[] {
  return folders
    .filter((folder) => !EXEMPT.has(folder) && !isTestedManifest(sources(folder)))
    .flatMap((folder) => {
      const files = Object.entries(summary).filter(([path]) => relative(root, path).startsWith(`${folder}/`));
      if (files.length === 0) return [`${folder}: has no tests`];
      const wanted = WANTED.get(folder) ?? 90;
      return KINDS.flatMap((kind) => {
        const percent = percentage(files.map(([, counts]) => counts[kind]));
        if (percent >= wanted) return [];
        const lacking = leastCovered(files, kind).map((path) => relative(join(root, folder), path));
        const missed = `${folder}: ${percent.toFixed(2)} % of ${kind} covered, ${String(wanted)} % wanted`;
        return [`${missed} (most is missed in ${lacking.join(', ')})`];
      });
    });
}

/** The three files at most that miss most. */
function leastCovered(files: readonly (readonly [string, CoverageSummary[string]])[], kind: Kind): readonly string[] {
  const missed = files.map(([path, counts]) => ({ path, count: counts[kind].total - counts[kind].covered }));
  const lacking = missed.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
  return lacking.slice(0, 3).map(({ path }) => path);
}

function isTestedManifest(sources: readonly string[]): boolean {
  const tests = sources.filter((path) => path.endsWith('.test.ts'));
  return tests.length > 0 && sources.every((path) => tests.includes(path) || UNMEASURED.test(path));
}

function percentage(counts: readonly { readonly total: number; readonly covered: number }[]): number {
  const sum = (of: 'total' | 'covered'): number => counts.reduce((total, count) => total + count[of], 0);
  return sum('total') === 0 ? 100 : (100 * sum('covered')) / sum('total');
}
