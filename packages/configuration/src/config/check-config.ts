import { type Connector, type InputFault, InvalidInputError, readYaml } from '@habeas/connector-sdk';
import { habeasConfigSchema } from './habeas-config.js';
import { SourceLoader } from './load-config.js';
import { isReference } from './secret-references.js';

/** Sources that stand in the file already need not stand in what is checked: their settings are told to nobody. */
const partSchema = habeasConfigSchema.partial({ sources: true });

/**
 * What a `habeas.yaml`, or one without its sources, could not be read for as it is written here, by the rules of the start. No file is
 * opened and no reference followed, since whoever writes here need not be allowed to see what is behind them: what stands as
 * `${env:NAME}` or `${file:PATH}` is taken as right, and data maps and the register are checked at the start alone.
 */
export function checkConfig(text: string, connectors: ReadonlyMap<string, Connector>): readonly InputFault[] {
  const references = new Set<string>();
  try {
    const yaml = readYaml(text, 'habeas.yaml', partSchema, {
      resolve: (value) => {
        noteReferences(value, [], references);
        return { value, unresolved: [] };
      },
    });
    const loader = new SourceLoader(yaml, '.', connectors, { filesUnread: true });
    for (const [id, source] of Object.entries(yaml.value.sources ?? {})) loader.load(id, source);
    return beside(references, loader.faults);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return beside(references, error.faults);
  }
}

function beside(references: ReadonlySet<string>, faults: readonly InputFault[]): readonly InputFault[] {
  return faults.filter(({ path }) => path === undefined || !references.has(path));
}

function noteReferences(node: unknown, path: readonly string[], references: Set<string>): void {
  if (typeof node === 'string' && isReference(node)) references.add(path.join('.'));
  if (typeof node !== 'object' || node === null) return;
  for (const [key, inner] of Object.entries(node)) noteReferences(inner, [...path, key], references);
}
