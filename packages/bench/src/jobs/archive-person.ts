import { writeArchive } from '@habeas/archive';
import { openDiscovery } from '@habeas/core';
import { exampleDataMap, mariadbBinding, personWith } from './sources.js';

/** The whole job: finds the person in the database and writes the finished, checksummed archive. Returns the number of records. */
export async function archivePerson(url: string, email: string, out: string, format: 'csv' | 'json'): Promise<number> {
  const run = openDiscovery({ sources: [mariadbBinding(url, exampleDataMap('large'))], subject: personWith(email) });
  try {
    const summary = await writeArchive((await run.discover()).read(), {
      reference: 'bench',
      requestedAt: new Date('2026-01-01T00:00:00Z'),
      controller: { name: 'Example Shop' },
      language: 'en',
      format,
      software: { name: 'Habeas', version: '0.1.0' },
      out,
    });
    if (!summary.complete) throw new Error('the search was not complete');
    return summary.records;
  } finally {
    await run.close();
  }
}
