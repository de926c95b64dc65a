import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readRequirements } from '../requirements/requirement.js';
import { requirementsTable } from '../requirements/requirements-table.js';
import { run } from '../run-tool.js';
import { writeScorecards } from '../steps/scorecards.js';

/** The rules as they stand: the small house is judged by the very files that judge the big one. */
const RULE_FILES = [
  '.dependency-cruiser.cjs',
  '.gitignore',
  '.prettierignore',
  '.prettierrc.json',
  'eslint.config.mjs',
  'tsconfig.base.json',
  'tsconfig.json',
];

/** A house of five tiny packages in a temporary folder, on which nothing is to be found fault with. */
export interface SmallHouse {
  readonly root: string;
  /** Writes files into it, by path. */
  add(files: Readonly<Record<string, string>>): void;
  remove(): void;
}

/** Builds a small house with the rules and the installed tools of the big one at `bigRoot`. */
export async function buildSmallHouse(bigRoot: string): Promise<SmallHouse> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'habeas-house-')));
  const house: SmallHouse = {
    root,
    add: (files) => {
      for (const [path, text] of Object.entries(files)) write(join(root, path), text);
    },
    remove: () => {
      rmSync(root, { recursive: true });
    },
  };
  for (const file of RULE_FILES) cpSync(join(bigRoot, file), join(root, file));
  linkTools(bigRoot, root);
  house.add(FILES);
  for (const folder of Object.keys(PACKAGES)) link(join(root, folder), join(root, 'node_modules', nameOf(folder)));
  await run(root, 'git', ['init', '--quiet']);
  await writeScorecards(root);
  return house;
}

function linkTools(bigRoot: string, root: string): void {
  const from = join(bigRoot, 'node_modules');
  for (const name of readdirSync(from)) {
    if (name !== '@habeas' && !name.startsWith('.')) link(join(from, name), join(root, 'node_modules', name));
  }
}

function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(from, to);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function nameOf(folder: string): string {
  return `@habeas/${folder.replace('connectors/', 'connector-').replace(/^[a-z]+\//u, '')}`;
}

/** Each package's dependencies within the house. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'packages/connector-sdk': [],
  'packages/core': ['packages/connector-sdk'],
  'packages/archive': ['packages/core'],
  'connectors/mysql': ['packages/connector-sdk'],
  'connectors/sqlite': ['packages/connector-sdk'],
  'apps/cli': ['packages/archive', 'connectors/mysql', 'connectors/sqlite'],
};

function manifest(folder: string, needs: readonly string[]): string {
  return json({
    name: nameOf(folder),
    version: '0.1.0',
    type: 'module',
    exports: { '.': { source: './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' } },
    ...(needs.length === 0 ? {} : { dependencies: Object.fromEntries(needs.map((needed) => [nameOf(needed), '0.1.0'])) }),
  });
}

function lockfile(): string {
  const entries = Object.entries(PACKAGES).map(([folder, needs]) => [folder, JSON.parse(manifest(folder, needs))] as const);
  return json({ packages: { '': {}, ...Object.fromEntries(entries) } });
}

/** As Prettier writes a package.json. */
function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function connector(name: string): Readonly<Record<string, string>> {
  return {
    [`connectors/${name}/README.md`]: `# ${name}\n`,
    [`connectors/${name}/src/index.ts`]: `import { kind } from '@habeas/connector-sdk';\n\nexport const ${name} = kind;\n`,
    [`connectors/${name}/src/${name}.test.ts`]: [
      `import { ${name} } from './index.js';`,
      '',
      'declare function describeConnectorConformance(connector: unknown, results: string): void;',
      `describeConnectorConformance(${name}, 'conformance.yaml');`,
      '',
    ].join('\n'),
    [`connectors/${name}/src/manifest.ts`]: manifestOf(name),
    [`connectors/${name}/conformance.yaml`]: 'passed:\n  - C1\nskipped: {}\n',
  };
}

function manifestOf(id: string): string {
  return [
    'export const manifest = {',
    `  id: '${id}',`,
    "  version: '0.1.0',",
    '  sdk: 1,',
    `  title: 'The database ${id}',`,
    "  kind: 'sql',",
    `  systems: [{ name: '${id}', versions: '1 or later', tested: true }],`,
    '  needsDataMap: true,',
    "  gaps: ['Everything else.'],",
    '} as const;',
    '',
  ].join('\n');
}

const REQUIREMENTS = 'DLN-01 later   months of the calendar\n';

const FILES: Readonly<Record<string, string>> = {
  'README.md': '# A small house\n',
  'docs/requirements.txt': REQUIREMENTS,
  'docs/requirements.md': requirementsTable(readRequirements(REQUIREMENTS), new Map()),
  'package.json': json({ name: 'small-house', type: 'module', workspaces: ['packages/*', 'connectors/*', 'apps/*'] }),
  'package-lock.json': lockfile(),
  'packages/house-rules/scripts/ready.mjs': 'process.exitCode = 0;\n',
  ...Object.fromEntries(Object.entries(PACKAGES).map(([folder, needs]) => [`${folder}/package.json`, manifest(folder, needs)])),
  'packages/connector-sdk/src/index.ts': "export const kind = 'ann@example.org';\n",
  'packages/core/src/index.ts': "export { kind } from '@habeas/connector-sdk';\n",
  'packages/archive/src/index.ts': "export { kind } from '@habeas/core';\n",
  ...connector('mysql'),
  ...connector('sqlite'),
  'apps/cli/src/connectors.ts':
    "import { mysql } from '@habeas/connector-mysql';\nimport { sqlite } from '@habeas/connector-sqlite';\n\nexport const connectors = [mysql, sqlite];\n",
  'apps/cli/src/index.ts':
    "import { kind } from '@habeas/archive';\nimport { connectors } from './connectors.js';\n\nexport const all = [kind, ...connectors];\n",
};
