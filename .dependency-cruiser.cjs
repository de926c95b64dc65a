/**
 * What each folder may import: an allow-list, Node's own modules included. Whatever is not named here is refused.
 * `product` is for the code that ships; tests may import `tests` beside it, and the tools of every test.
 */
const npm = (...names) => names.map((name) => `node_modules/${name}/`);
const node = (...names) => names.map((name) => `^${name}$`);
const entry = (...folders) => folders.map((folder) => `^${folder}/src/(index|law|testing/index)\\.ts$`);

const SDK = entry('packages/connector-sdk');
const CORE = entry('packages/core');
const ENGINES = entry('packages/(sql|rest)-engine');
const WORLDS = entry('packages/example-worlds');
/** What the demo's vendors are started with: made from manifests, as the conformance kit's are. Nothing that ships may use it. */
const FAKE_VENDORS = ['^packages/rest-engine/src/testing/fake-vendor/index\\.ts$', '^connectors/[^/]+/manifest\\.yaml$'];
const CALENDARS = entry('packages/calendars');
const CONNECTORS = entry('connectors/[^/]+');
/** Connectors that are a manifest, and code for nothing but reading it. */
const MANIFEST_CONNECTORS = (
  'brevo espocrm eventbrite ghost hubspot listmonk ' + 'mailchimp mailman3 pipedrive pretix salesforce wildapricot wordpress'
).split(' ');
const ANY_NODE_MODULE = [
  '^(assert|buffer|child_process|crypto|events|fs|http|module|net|os|path|perf_hooks|process|readline|stream|timers|tls|url|util|v8|vm|worker_threads|zlib)(/promises|/consumers|/strict)?$',
];
const TEST_TOOLS = [...npm('@jest/globals', 'fast-check'), '^packages/test-servers/src/(index|jest/index)\\.ts$'];

const FOLDERS = {
  'packages/connector-sdk': { product: [...npm('zod', 'yaml', 'libphonenumber-js'), ...node('crypto', 'url')] },
  'packages/core': { product: [...SDK] },
  'packages/sql-engine': { product: [...SDK, ...npm('zod'), ...node('crypto', 'timers/promises', 'url')], tests: CONNECTORS },
  'packages/rest-engine': {
    product: [
      ...SDK,
      ...npm('ipaddr.js', 'jose', 'undici', 'yaml', 'zod'),
      ...node('buffer', 'crypto', 'dns', 'fs', 'net', 'path', 'stream', 'timers/promises', 'tls', 'url', 'zlib'),
    ],
    tests: [...CORE, ...CONNECTORS, ...ANY_NODE_MODULE],
  },
  'packages/archive': {
    product: [
      ...SDK,
      ...CORE,
      ...npm('@zip.js/zip.js', 'age-encryption', 'ajv', 'archiver', 'csv-stringify', 'yauzl'),
      ...node(
        'buffer',
        'crypto',
        'events',
        'fs',
        'fs/promises',
        'os',
        'path',
        'stream',
        'stream/promises',
        'stream/web',
        'url',
        'util',
      ),
      ...node('worker_threads', 'zlib'),
    ],
  },
  'packages/vault': {
    product: [
      ...SDK,
      ...CORE,
      ...npm('@aws-sdk/client-s3', '@aws-sdk/lib-storage', 'canonicalize'),
      ...node('crypto', 'fs', 'fs/promises', 'path', 'stream', 'timers/promises'),
    ],
    tests: [...npm('s3rver'), ...node('http')],
  },
  'packages/calendars': { product: [...CORE], tests: npm('date-holidays') },
  'packages/third-parties': { product: [...SDK, ...CORE] },
  'packages/report': {
    product: [
      ...SDK,
      ...CORE,
      ...npm('@myriaddreamin/typst-ts-node-compiler', 'dejavu-fonts-ttf', 'intl-messageformat', 'zod'),
      ...node('child_process', 'crypto', 'events', 'fs', 'fs/promises', 'module', 'os', 'path', 'process', 'stream'),
      ...node('stream/consumers', 'url'),
    ],
    tests: [
      ...ANY_NODE_MODULE,
      ...entry('packages/(configuration|example-worlds)'),
      ...npm('ajv', 'axe-core', 'parse5', 'playwright-core'),
    ],
  },
  'packages/subject-pages': {
    product: [...CORE, ...entry('packages/report'), ...node('crypto')],
    tests: [...ANY_NODE_MODULE, ...npm('axe-core', 'parse5', 'playwright-core')],
  },
  'packages/register-exchange': {
    product: [...SDK, ...CORE, ...entry('packages/(archive|workbooks)'), ...npm('csv-[a-z]+', 'yaml'), ...node('buffer')],
    tests: entry('packages/(configuration|example-worlds)'),
  },
  'packages/workbooks': {
    product: [...npm('sax', 'yauzl'), ...node('buffer', 'zlib')],
    tests: entry('packages/archive'),
  },
  'packages/test-servers': {
    product: [...npm('@jest/globals', 'ioredis', 'mysql2', 'pg'), ...ANY_NODE_MODULE],
  },
  'packages/example-worlds': {
    product: [
      ...SDK,
      ...FAKE_VENDORS,
      ...npm('better-sqlite3', 'mysql2', 'pg', 'postal-mime', 'smtp-server'),
      ...ANY_NODE_MODULE,
    ],
    tests: [...CORE, ...ENGINES, ...CONNECTORS, ...entry('packages/configuration'), ...npm('yaml')],
  },
  'packages/house-rules': {
    product: [...SDK, ...entry('packages/rest-engine'), ...npm('zod'), ...ANY_NODE_MODULE],
  },
  'connectors/mysql': {
    product: [
      ...SDK,
      ...ENGINES,
      ...npm('mysql2', 'zod'),
      ...node('crypto', 'events', 'fs', 'net', 'stream', 'timers/promises', 'tls'),
    ],
  },
  'connectors/postgres': {
    product: [
      ...SDK,
      ...ENGINES,
      ...npm('pg', 'pg-cursor', 'zod'),
      ...node('crypto', 'events', 'fs', 'net', 'stream', 'timers/promises', 'tls'),
    ],
  },
  'connectors/sqlite': {
    product: [
      ...SDK,
      ...ENGINES,
      ...npm('better-sqlite3', 'zod'),
      ...node('crypto', 'events', 'fs', 'path', 'timers/promises', 'url', 'worker_threads'),
    ],
  },
  /** Files are loaded into SQLite, and that connector does the rest (ADR 0017). */
  'connectors/files': {
    product: [
      ...SDK,
      ...ENGINES,
      ...entry('connectors/sqlite'),
      ...entry('packages/workbooks'),
      ...npm('better-sqlite3', 'csv-parse', 'ssh2', 'stream-json', 'zod'),
      ...node('crypto', 'events', 'fs', 'fs/promises', 'net', 'os', 'path', 'stream', 'stream/promises', 'timers/promises'),
    ],
    tests: ANY_NODE_MODULE,
  },
  ...Object.fromEntries(
    MANIFEST_CONNECTORS.map((name) => [`connectors/${name}`, { product: [...SDK, ...ENGINES], tests: ANY_NODE_MODULE }]),
  ),
  'packages/configuration': { product: [...SDK, ...CORE, ...CALENDARS, ...npm('zod'), ...node('fs', 'path', 'process')] },
  'apps/api': {
    product: [
      ...entry('packages/(archive|calendars|configuration|report|rest-engine|subject-pages|third-parties|vault)'),
      ...entry('packages/register-exchange'),
      // Where the built console lies, and nothing of it
      '^apps/web/package\\.json$',
      ...SDK,
      ...CORE,
      ...WORLDS,
      'node_modules/',
      ...ANY_NODE_MODULE,
    ],
    tests: [...WORLDS, ...entry('packages/(core|connector-sdk|vault)')],
    /** The one file that may name connectors. */
    connectors: '^apps/api/src/composition/connectors\\.ts$',
  },
  /** Runs in a browser: no module of Node's, no package of ours. What it knows of the service is generated from the schema. */
  'apps/web': {
    // One of them has sources of its own beside what it ships, which nothing here resolves.
    product: [
      ...npm('@tanstack/react-query', '@tanstack/react-virtual', 'react', 'react-dom', 'wouter', 'yaml'),
      ...node('react-aria-components'),
    ],
    tests: npm('@testing-library/dom', '@testing-library/react', '@testing-library/user-event'),
    /** What only the build sees. */
    build: '^apps/web/vite\\.config\\.ts$',
  },
  'apps/cli': {
    product: [
      ...entry('packages/(archive|calendars|configuration|register-exchange|report|third-parties|vault)'),
      ...SDK,
      ...CORE,
      ...ENGINES,
      ...WORLDS,
      ...npm('better-sqlite3', 'commander', 'yaml', 'yauzl', 'zod'),
      ...ANY_NODE_MODULE,
    ],
    /** The one file that may name connectors. */
    connectors: '^apps/cli/src/connectors\\.ts$',
  },
  'packages/bench': {
    product: [
      '^packages/[^/]+/src/(index|law|testing/index|testing/vendor-process/index)\\.ts$',
      ...entry('apps/api'),
      ...CONNECTORS,
      'node_modules/',
      ...ANY_NODE_MODULE,
    ],
  },
};

const allow = (name, from, may) => ({
  name,
  severity: 'error',
  comment: 'Not on the allow-list of this folder in .dependency-cruiser.cjs.',
  from,
  to: { pathNot: may },
});

/** One rule for the code that ships, one for what `/testing` offers to other packages' tests, one for the tests. */
function rulesOf([folder, { product, tests = [], connectors, build }]) {
  const name = folder.replaceAll('/', '-');
  const own = `^${folder}/`;
  const inTests = [`${own}.+\\.(heavy|test)\\.tsx?$`, `${own}test/`];
  const inTesting = `${own}src/testing/`;
  const code = [own, ...product];
  const tools = [...code, ...TEST_TOOLS, ...ANY_NODE_MODULE];
  return [
    allow(
      `${name}-may-import`,
      { path: own, pathNot: [...inTests, inTesting, ...(connectors ? [connectors] : []), ...(build ? [build] : [])] },
      code,
    ),
    allow(`${name}-testing-may-import`, { path: inTesting, pathNot: inTests }, [...tools, ...tests]),
    allow(`${name}-tests-may-import`, { path: inTests }, [...tools, ...tests]),
    ...(build ? [allow(`${name}-build-may-import`, { path: build }, [...npm('vite'), ...ANY_NODE_MODULE])] : []),
    ...(connectors ? [allow(`${name}-connectors-may-import`, { path: connectors }, [...code, ...CONNECTORS])] : []),
  ];
}

module.exports = {
  forbidden: [
    ...Object.entries(FOLDERS).flatMap(rulesOf),
    {
      name: 'every-folder-has-an-allow-list',
      severity: 'error',
      comment: 'A new folder needs its line in .dependency-cruiser.cjs.',
      from: { path: '^(packages|connectors|apps)/', pathNot: Object.keys(FOLDERS).map((folder) => `^${folder}/`) },
      to: {},
    },
    allow('the-checker-knows-nothing-of-our-code', { path: '^apps/api/test/faults/checker/' }, [
      '^apps/api/test/faults/checker/',
      ...npm('better-sqlite3', 'mysql2', 'yauzl', '@types/yauzl', '@types/better-sqlite3'),
      ...ANY_NODE_MODULE,
    ]),
    {
      name: 'the-service-knows-nothing-of-the-demo',
      severity: 'error',
      comment:
        'Example worlds and their fake vendors are for the demo and for tests; the demo starts the service, never the other way.',
      from: { path: '^apps/(api|cli)/src/', pathNot: '^apps/api/src/(demo|testing)/|\\.test\\.ts$' },
      to: { path: '^(apps/api/src/demo|packages/example-worlds)/|/src/testing/fake-vendor/' },
    },
    { name: 'no-cycles', severity: 'error', comment: 'Files that import each other.', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Only our own builds: a package whose files lie in dist/ is an import like any other.
    exclude: { path: '^(packages|connectors|apps)/[^/]+/(dist|scripts)/' },
    // Files that are not code, such as fonts, are found and not imported.
    exoticRequireStrings: ['require.resolve'],
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.node', '.d.ts'],
    },
  },
};
