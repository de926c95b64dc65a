import { connectorManifestSchema } from '@habeas/connector-sdk';

const ID = connectorManifestSchema.shape.id;

/** Whether a connector can be called so: lower-case letters, digits and hyphens. */
export function isConnectorName(name: string): boolean {
  return ID.safeParse(name).success;
}

/**
 * The files of a new connector, by their paths in its folder: a manifest of a vendor with a bearer token and cursors that
 * conforms as it stands, what its records look like, and the test that says so. To be changed into what the vendor has.
 */
export function connectorSkeleton(name: string): ReadonlyMap<string, string> {
  return new Map([
    ['package.json', packageJson(name)],
    ['tsconfig.json', compilerOptions({ rootDir: '.', noEmit: true, customConditions: ['source'] })],
    ['tsconfig.build.json', compilerOptions({ rootDir: 'src', outDir: 'dist' }, ['src/**/*.test.ts'])],
    ['manifest.yaml', manifest(name)],
    ['fixtures/world.yaml', WORLD],
    ['src/index.ts', index(name)],
    ['src/conformance.test.ts', TEST],
    ['README.md', readme(name)],
  ]);
}

function packageJson(name: string): string {
  const contents = {
    name: `@habeas/connector-${name}`,
    version: '0.1.0',
    private: true,
    description: `${name}: what it holds, in a line.`,
    license: 'Apache-2.0',
    type: 'module',
    engines: { node: '>=20.19' },
    exports: {
      '.': { source: './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' },
      './manifest.yaml': './manifest.yaml',
    },
    files: ['dist', 'manifest.yaml'],
    scripts: { build: 'tsc -p tsconfig.build.json' },
    dependencies: { '@habeas/rest-engine': '0.1.0' },
  };
  return `${JSON.stringify(contents, undefined, 2)}\n`;
}

function compilerOptions(options: object, exclude?: readonly string[]): string {
  const contents = { extends: '../../tsconfig.base.json', compilerOptions: options, include: ['src'], exclude };
  return `${JSON.stringify(contents, undefined, 2)}\n`;
}

/** A name that a program can use: `wild-apricot` is `wildApricot`. */
function variable(name: string): string {
  return name.replace(/-+([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase()).replaceAll('-', '');
}

function index(name: string): string {
  return `import { restConnectorFrom } from '@habeas/rest-engine';

/** ${name}. */
export const ${variable(name)} = restConnectorFrom(new URL('../manifest.yaml', import.meta.url));
`;
}

const TEST = `import { describeRestConformance } from '@habeas/rest-engine/testing';

describeRestConformance({
  manifest: new URL('../manifest.yaml', import.meta.url),
  world: new URL('../fixtures/world.yaml', import.meta.url),
  results: new URL('../conformance.yaml', import.meta.url),
  secrets: { token: 'a-token-of-a-test-0a1b2c3d' },
  cannot: {
    P8: 'The vendor archives nothing.',
  },
});
`;

const WORLD = `# What the vendor's records look like: \${person.…} and \${owner.…} are filled in, \${n} is a number of its own.
records:
  contact:
    id: 'c\${n}'
    email: '\${person.email}'
    phone: '\${person.phone}'
    name: '\${person.given} \${person.family}'
    created_at: '2026-01-02T03:04:05Z'
  order:
    id: 'o\${n}'
    contact_id: '\${owner.id}'
    total: '24.90'
    note: Leave it with the neighbours.
`;

function manifest(name: string): string {
  return `# The language is explained in docs/manifest.md.
manifest: 1
id: ${name}
version: 0.1.0
title: ${name}
systems: [{ name: ${name}, versions: the API of today, tested: false }]
documentation: https://developers.example.org/
secrets:
  token: { description: 'A token that may read contacts and orders, and change nothing.' }
base: https://api.example.org/v1
auth: { type: bearer, token: '\${secret.token}' }
limits: [{ rate: 10, per: 1s, concurrency: 4 }]
paginate: { type: cursor, from: next_cursor, to: cursor, size: { to: limit, is: 100 } }
check: { get: /me }
namespaces: { contact: the id of a contact }
collections:
  contact:
    title: { en: Contact, fr: Contact }
    key: [id]
    fields:
      id: { identifier: { kind: id, namespace: contact }, category: pd:Identifier, origin: derived }
      email: { identifier: email, category: pd:EmailAddress, origin: provided }
      phone: { identifier: phone, category: pd:TelephoneNumber, origin: provided }
      name: { identifier: { kind: name, part: full }, category: pd:Name, origin: provided }
      created_at: { type: timestamp, category: pd:Personal, origin: observed }
    find:
      - { by: email, field: email, mode: exact, get: /contacts, query: { email: '\${id}' }, records: data }
    read: { each: { get: '/contacts/\${key.id}', 'on': { '404': empty } } }
  order:
    title: { en: Order, fr: Commande }
    key: [id]
    fields:
      id: { category: pd:Identifier, origin: derived }
      contact_id: { category: pd:Identifier, origin: derived }
      total: { type: decimal, category: pd:Transaction, origin: provided }
      note: { freeText: true, category: pd:Personal, origin: provided }
    of:
      contact: { exclusive: true, get: /orders, query: { contact: '\${parent.id}' }, records: data }
gaps: [What it is known not to find.]
`;
}

function readme(name: string): string {
  return `# @habeas/connector-${name}

What it finds, in a sentence.

\`\`\`yaml
sources:
  ${name}:
    connector: ${name}
    config: { token: '\${env:TOKEN}' }
\`\`\`

## What to grant

The least rights that reading takes, in the vendor's words.

## What it does not find

What stands in \`gaps\` of the manifest, and why.
`;
}
