/**
 * The types of every document that our clients send, generated from the committed `schema.graphql`, and by the name of the
 * document what it takes and gives. Documents are read from their source: what uses a new one is not built before this has run.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as operationsPlugin from '@graphql-codegen/typescript-operations';
import { buildSchema, Kind, parse } from 'graphql';
import { format, resolveConfig } from 'prettier';
import './source-loader.mjs';

const { DOCUMENTS } = await import('../src/client/documents.ts');
const { DOCUMENTS: CONSOLE } = await import('../../web/src/api/documents.ts');

const schemaFile = new URL('../schema.graphql', import.meta.url);

/** Whose documents are registered: our own client, and the console. */
const CLIENTS = [
  { documents: DOCUMENTS, file: new URL('../src/client/operations.generated.ts', import.meta.url) },
  { documents: CONSOLE, file: new URL('../../web/src/api/operations.generated.ts', import.meta.url) },
];
const trustedFile = new URL('../src/client/console-documents.generated.ts', import.meta.url);

const HEADER = `// Generated from schema.graphql and documents.ts by npm run reports.
`;

const CONFIG = {
  immutableTypes: true,
  enumType: 'string-literal',
  useTypeImports: true,
  inlineFragmentTypes: 'combine',
  scalars: { DateTime: 'string', ID: 'string', LocalDate: 'string' },
  strictScalars: true,
};

/** Everything that is generated from documents, with what it has to be. Rejects where a document does not fit the schema. */
export async function generatedFiles() {
  const operations = CLIENTS.map(async ({ documents, file }) => ({ file, text: await printedOperations(documents, file) }));
  return [...(await Promise.all(operations)), { file: trustedFile, text: await formatted(trustedText(), trustedFile) }];
}

/** The console is built apart from the service, which has to know what it sends. */
function trustedText() {
  const digests = Object.values(CONSOLE).map((text) => `'${createHash('sha256').update(text).digest('hex')}'`);
  return (
    '// Generated from the documents of the console by npm run reports.\n/** Their SHA-256. */\n' +
    `export const CONSOLE_DOCUMENTS: readonly string[] = [${digests.join(', ')}];\n`
  );
}

async function printedOperations(sources, file) {
  const documents = parsedDocuments(sources);
  const generated = await codegen({
    filename: 'operations.generated.ts',
    schema: parse(readFileSync(schemaFile, 'utf8')),
    schemaAst: buildSchema(readFileSync(schemaFile, 'utf8')),
    documents: documents.map(({ name, document }) => ({ location: name, document })),
    config: {},
    plugins: [{ operations: CONFIG }],
    pluginMap: { operations: operationsPlugin },
  });
  const text = `${HEADER}${generated}\n${tableOf(documents)}`;
  return formatted(text, file);
}

async function formatted(text, file) {
  return format(text, { ...(await resolveConfig(file.pathname)), parser: 'typescript' });
}

/** Each document by its name. A fragment that several of them carry is given once. */
function parsedDocuments(sources) {
  const seen = new Set();
  return Object.entries(sources).map(([name, text]) => {
    const { kind, definitions } = parse(text);
    const [operation, ...fragments] = definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${name} does not begin with its operation.`);
    const fresh = fragments.filter((fragment) => !seen.has(fragment.name.value));
    for (const fragment of fresh) seen.add(fragment.name.value);
    return { name, operation, document: { kind, definitions: [operation, ...fresh] } };
  });
}

function tableOf(documents) {
  const lines = documents.map(({ name, operation }) => {
    const type = `${operation.name.value}${operation.operation === 'query' ? 'Query' : 'Mutation'}`;
    return `  readonly ${name}: { readonly result: ${type}; readonly variables: ${type}Variables };`;
  });
  return `/** What each of the documents takes and gives. */\nexport interface Operations {\n${lines.join('\n')}\n}\n`;
}
