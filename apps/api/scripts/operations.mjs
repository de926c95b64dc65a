/**
 * The types of every document that our clients send, generated from the committed `schema.graphql`, and by the name of the
 * document what it takes and gives. Documents are read from their source: what uses a new one is not built before this has run.
 */
import { readFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as operationsPlugin from '@graphql-codegen/typescript-operations';
import { buildSchema, Kind, parse } from 'graphql';
import { format, resolveConfig } from 'prettier';
import './source-loader.mjs';

const { DOCUMENTS } = await import('../src/client/documents.ts');

const schemaFile = new URL('../schema.graphql', import.meta.url);
export const operationsFile = new URL('../src/client/operations.generated.ts', import.meta.url);

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

/** What `operations.generated.ts` has to be. Rejects where a document does not fit the schema. */
export async function printedOperations() {
  const documents = parsedDocuments();
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
  return format(text, { ...(await resolveConfig(operationsFile.pathname)), parser: 'typescript' });
}

/** Each document by its name. A fragment that several of them carry is given once. */
function parsedDocuments() {
  const seen = new Set();
  return Object.entries(DOCUMENTS).map(([name, text]) => {
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
