import { join } from 'node:path';
import { sqlite } from '@habeas/connector-sqlite';
import { openSources, type OpenedSources } from './open-sources.js';

/** Opens the databases of a world's folder by their names, each with its data map. */
export async function openFolder(directory: string, ids: readonly string[]): Promise<OpenedSources> {
  return openSources(
    ids.map((id) => ({
      id,
      connector: sqlite,
      config: { file: join(directory, `${id}.sqlite`) },
      dataMap: join(directory, `${id}.map.yaml`),
    })),
  );
}
