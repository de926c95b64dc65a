import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { stepsOf } from './check.js';
import { runSteps } from './run-steps.js';
import { buildSmallHouse, type SmallHouse } from './testing/small-house.js';

const BIG_ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const LIMIT_MS = 300_000;

/** Written in pieces, or they would be found in this very file. */
const REAL_ADDRESS = ['ann', 'somebody.fr'].join('@');
const MACHINE_PATH = ['', 'home', 'ann', 'data'].join('/');
const SILENCER = ['//', 'eslint-disable-next-line', 'no-console'].join(' ');

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

const API_EXTRACTOR = JSON.stringify({
  mainEntryPointFilePath: '<projectFolder>/dist/index.d.ts',
  compiler: { tsconfigFilePath: '<projectFolder>/tsconfig.json' },
  apiReport: { enabled: true, reportFolder: '<projectFolder>', reportFileName: 'api-report' },
});

const LOCKFILE = JSON.stringify({
  packages: {
    'node_modules/tool': { resolved: 'https://example.org/tool.tgz', optionalDependencies: { 'tool-for-mars': '1' } },
  },
});

/** One requirement that there is and one that there is not. */
const CLAIMED = ['01', '99'].map((number) => `DLN-${number}`).join(' and ');
const CLAIMS = `import { it } from '@jest/globals';\n\nit.todo('${CLAIMED}');\n`;

/** What stands beside the planted faults, and is not one. */
const BESIDE: Readonly<Record<string, string>> = {
  'packages/core/api-extractor.json': API_EXTRACTOR,
  'packages/core/tsconfig.json': '{ "extends": "../../tsconfig.base.json", "include": ["src"] }',
  'packages/core/dist/index.d.ts': '/** New. @public */\nexport declare const kind: string;\n',
};

/** One planted fault a line: the file, what is in it, and what the check has to say about it. */
const PLANTED: readonly (readonly [file: string, text: string, message: RegExp])[] = [
  [
    'packages/core/src/reads-disk.ts',
    "import { readFileSync } from 'node:fs';\n\nexport const read = readFileSync;\n",
    /core\/src\/reads-disk\.ts: must not import fs \(packages-core-may-import/,
  ],
  [
    'packages/core/src/parses.ts', // a package whose files lie in a folder called dist
    "export { parse } from 'yaml';\n",
    /core\/src\/parses\.ts: must not import .*node_modules\/yaml\/dist/,
  ],
  [
    'connectors/mysql/src/borrows.ts',
    "export { sqlite } from '@habeas/connector-sqlite';\n",
    /mysql\/src\/borrows\.ts: must not import connectors\/sqlite\/src\/index\.ts \(connectors-mysql-may-import/,
  ],
  [
    'connectors/sqlite/src/asks-core.ts',
    "export { kind } from '@habeas/core';\n",
    /sqlite\/src\/asks-core\.ts: must not import packages\/core\/src\/index\.ts/,
  ],
  [
    'packages/archive/scripts/check-reports.mjs',
    "process.stdout.write('schema.graphql is not up to date\\n');\nprocess.exitCode = 1;\n",
    /packages\/archive: schema\.graphql is not up to date/,
  ],
  [
    'connectors/mysql/scripts/check-reports.mjs',
    "throw new Error('There is no schema.');\n",
    /connectors\/mysql: Error: There is no schema/,
  ],
  [
    'packages/archive/src/serves.ts',
    "import express from 'express';\n\nexport const app: unknown = express();\n",
    /archive\/src\/serves\.ts: must not import \S*express/,
  ],
  [
    'apps/cli/src/names-one.ts',
    "export { mysql } from '@habeas/connector-mysql';\n",
    /cli\/src\/names-one\.ts: must not import connectors\/mysql\/src\/index\.ts \(apps-cli-may-import/,
  ],
  [
    'packages/sneaked-in/src/index.ts',
    "export { join } from 'node:path';\n",
    /sneaked-in\/src\/index\.ts: must not import path \(every-folder-has-an-allow-list/,
  ],
  [
    'packages/core/src/reaches-over.ts',
    "export { kind } from '../../connector-sdk/src/index.js';\n",
    /reaches-over\.ts: "\.\.\/\.\.\/connector-sdk\/src\/index\.js" leaves the package/,
  ],
  [
    'packages/archive/src/undeclared.ts',
    "export { kind } from '@habeas/connector-sdk';\n",
    /undeclared\.ts: imports @habeas\/connector-sdk, which packages\/archive\/package\.json does not declare/,
  ],
  ['packages/core/src/cycle-a.ts', "export { b } from './cycle-b.js';\n\nexport const a = 1;\n", /cycle-a\.ts .*\(no-cycles/],
  ['packages/core/src/cycle-b.ts', "export { a } from './cycle-a.js';\n\nexport const b = 2;\n", /cycle-b\.ts .*\(no-cycles/],
  [
    'packages/core/src/anything.ts',
    'export function open(value: any): unknown {\n  return value;\n}\n',
    /anything\.ts:1 .*\(@typescript-eslint\/no-explicit-any\)/,
  ],
  [
    'packages/core/src/long-file.ts',
    lines(300, (index) => `export const n${String(index)} = ${String(index)};\n`),
    /long-file\.ts:\d+ File has too many lines \(300\).*\(max-lines\)/,
  ],
  [
    'packages/core/src/long-function.ts',
    `export function long(): number {\n  let n = 0;\n${lines(58, () => '  n += 1;\n')}  return n;\n}\n`,
    /long-function\.ts:1 .*too many lines.*\(max-lines-per-function\)/,
  ],
  [
    'packages/core/src/floating.ts',
    'export function start(): void {\n  Promise.resolve();\n}\n',
    /floating\.ts:2 .*\(@typescript-eslint\/no-floating-promises\)/,
  ],
  ['packages/core/src/by-default.ts', 'export default 1;\n', /by-default\.ts:1 Named exports only\./],
  [
    'packages/core/src/all-at-once.ts',
    "export * from '@habeas/connector-sdk';\n",
    /all-at-once\.ts:1 List re-exports one by one\./,
  ],
  ['packages/core/src/wrong-type.ts', "export const count: number = 'one';\n", /wrong-type\.ts\(1,14\): error TS2322/],
  ['packages/core/src/unformatted.ts', 'export const  twice=1\n', /unformatted\.ts: not formatted/],
  [
    'packages/core/src/silenced.ts',
    `${SILENCER}\nexport const quiet = 1;\n`,
    /silenced\.ts:1 switches a lint rule off without a reason/,
  ],
  ['packages/core/src/utils.ts', 'export const one = 1;\n', /utils\.ts: "utils\.ts" does not say what is in it/],
  ['packages/core/src/CamelCase.ts', 'export const two = 2;\n', /CamelCase\.ts: not in kebab-case/],
  ['packages/core/fixtures/person.json', `{ "email": "${REAL_ADDRESS}" }\n`, /person\.json:1 an address at somebody\.fr/],
  ['docs/notes.md', `Look in ${MACHINE_PATH}.\n`, /notes\.md:1 a path of one machine/],
  ['package-lock.json', LOCKFILE, /package-lock\.json: names the host of a package registry/],
  ['package-lock.json', LOCKFILE, /package-lock\.json: lacks tool-for-mars, which node_modules\/tool has/],
  ['package-lock.json', LOCKFILE, /package-lock\.json: does not fit packages\/core\/package\.json/],
  ['packages/core/api-report.api.md', 'what it was last year\n', /packages\/core: the API report is not up to date/],
  [
    'packages/core/src/claims.test.ts',
    CLAIMS,
    /core\/src\/claims\.test\.ts: DLN-99 is no requirement of docs\/requirements\.txt/,
  ],
  ['packages/core/src/claims.test.ts', CLAIMS, /docs\/requirements\.md: is not up to date/],
  [
    'connectors/hidden/package.json',
    '{ "name": "@habeas/connector-hidden", "type": "module", "dependencies": { "mysql2": "1" } }\n',
    /connectors\/hidden\/package\.json: declares mysql2, which nothing in it imports/,
  ],
  ['connectors/hidden/src/index.ts', 'export const hidden = 1;\n', /connectors\/hidden: has no README\.md/],
  [
    'connectors/hidden/src/hidden.test.ts',
    "import './index.js';\n",
    /connectors\/hidden: no test calls describeConnectorConformance/,
  ],
  ['connectors/hidden/src/index.ts', 'export const hidden = 1;\n', /connectors\/hidden\/conformance\.yaml: is not there/],
  [
    'connectors/sqlite/src/sqlite.test.ts',
    "import './index.js';\n\ndescribeConnectorConformance();\n",
    /connectors\/sqlite: no test compares its conformance\.yaml/,
  ],
  ['connectors/mysql/README.md', '# mysql\n', /connectors\/mysql\/README\.md: has no scorecard/],
  ['connectors/sqlite/conformance.yaml', 'passed: []\nskipped: {}\n', /sqlite\/README\.md: the scorecard is not up to date/],
];

describe('npm run check', () => {
  let house: SmallHouse;
  let printed: string[] = [];
  const check = (): Promise<number> => runSteps(stepsOf(house.root), { lanes: 2, print: (line) => void printed.push(line) });

  beforeAll(async () => {
    house = await buildSmallHouse(BIG_ROOT);
  });
  afterAll(() => {
    house.remove();
  });

  it(
    'finds no fault with a house that keeps the rules',
    async () => {
      printed = [];
      const faults = await check();
      expect(printed.filter((line) => line.startsWith('\n'))).toEqual([]);
      expect(faults).toBe(0);
      expect(printed).toHaveLength(stepsOf(house.root).length);
    },
    LIMIT_MS,
  );

  describe('with faults planted in it', () => {
    let faults = 0;
    beforeAll(async () => {
      house.add(BESIDE);
      house.add(Object.fromEntries(PLANTED.map(([file, text]) => [file, text])));
      printed = [];
      faults = await check();
    }, LIMIT_MS);

    it.each(PLANTED.map(([file, , message]) => [file, message] as const))('refuses %s', (_file, message) => {
      expect(printed.join('\n').split('\n')).toContainEqual(expect.stringMatching(message));
    });

    it('counts every fault', () => {
      expect(faults).toBeGreaterThanOrEqual(PLANTED.length);
    });
  });
});
