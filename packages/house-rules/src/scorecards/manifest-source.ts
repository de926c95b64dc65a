import { createRequire } from 'node:module';
import { connectorManifestSchema, type ConnectorManifest } from '@habeas/connector-sdk';

/** The compiler that the root declares for its tests, as far as it is used here. */
const compiler = createRequire(import.meta.url)('@swc/core') as {
  transform(text: string, options: object): Promise<{ readonly code: string }>;
};
const OPTIONS = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } };

/**
 * The manifest of a connector that is written in TypeScript, from the text of its `src/manifest.ts`: data that imports nothing but
 * types, so that it can be read without a build and without the driver. Rejects, with the file, where it is no such thing.
 */
export async function readManifestSource(text: string, file: string): Promise<ConnectorManifest> {
  try {
    const { code } = await compiler.transform(text, OPTIONS);
    const found = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Readonly<Record<string, unknown>>;
    return connectorManifestSchema.parse(Object.values(found)[0]);
  } catch (cause) {
    throw new Error(`${file}: is no manifest that imports nothing but types`, { cause });
  }
}
