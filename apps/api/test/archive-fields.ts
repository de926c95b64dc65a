import { type PackageDescriptor, readArchive } from '@habeas/archive';
import type { ServiceClient } from '../src/client/service-client.js';

/** `table.field` of everything in an archive that verifies. */
export async function fieldsIn(path: string): Promise<ReadonlySet<string>> {
  const fields = new Set<string>();
  await readArchive(path, {
    begin: ({ resources }: PackageDescriptor) => {
      for (const { name, schema } of resources) for (const field of schema.fields) fields.add(`${name}.${field.name}`);
      return Promise.resolve();
    },
    table: async (_table, rows) => {
      for await (const _row of rows);
    },
    file: async (_path, content) => {
      for await (const _part of content);
    },
  });
  return fields;
}

/** What the register gives by Art. 15 and not by Art. 20. */
export async function forAccessAlone(client: ServiceClient): Promise<readonly string[]> {
  const { scope } = await client.run('scope', { language: 'en' });
  return scope.flatMap(({ source, collection, fields }) =>
    fields
      .filter(({ access, portability }) => access.verdict === 'include' && portability.verdict === 'exclude')
      .map(({ field }) => `${source}.${collection}.${field}`),
  );
}
