import { stringify } from 'yaml';
import { type Manifest, parseManifest } from '../manifest/manifest.js';
import { importManifest } from '../import/import-manifest.js';

/** The schema of a stream that names people. */
export const EMAIL = {
  type: 'InlineSchemaLoader',
  schema: { properties: { id: { type: 'integer' }, email: { type: ['string', 'null'] } } },
};

/** What is said of a stream beside what all have. */
export interface Stream {
  readonly name?: string;
  readonly requester?: object;
  readonly retriever?: object;
  readonly further?: object;
}

/** A stream of people. */
export function stream({ name = 'people', requester = {}, retriever = {}, further = {} }: Stream = {}): object {
  return {
    type: 'DeclarativeStream',
    name,
    primary_key: 'id',
    retriever: {
      type: 'SimpleRetriever',
      requester: { type: 'HttpRequester', url_base: 'https://api.example.org/', path: `/${name}`, ...requester },
      ...retriever,
    },
    schema_loader: EMAIL,
    ...further,
  };
}

/** The draft of a manifest of these streams, which has no fault, and what is told of it. */
export function airbyteDraft(
  streams: readonly object[],
  further: object = {},
  file = 'source-desk/manifest.yaml',
): { draft: Manifest; told: string } {
  const text = stringify({ type: 'DeclarativeSource', check: {}, streams, ...further }, { aliasDuplicateObjects: false });
  const { manifest, decisions } = importManifest({ file, text });
  return { draft: parseManifest(manifest, 'draft'), told: decisions.map(({ what }) => what).join('\n') };
}
