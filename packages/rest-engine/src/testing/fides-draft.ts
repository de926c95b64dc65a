import { stringify } from 'yaml';
import { type Manifest, parseManifest } from '../manifest/manifest.js';
import { importManifest } from '../import/import-manifest.js';

/** What a Fides file says beside what all have. */
export interface Parts {
  readonly authentication?: object;
  readonly params?: readonly object[];
  readonly read?: object | readonly object[];
  readonly further?: readonly object[];
  readonly dataset?: readonly object[];
}

/** A placeholder that stands for the address. */
export const BY_MAIL = [{ name: 'email', identity: 'email' }];

/** The draft of such a file, which has no fault, and what is told of it. */
export function fidesDraft({ authentication, params = [], read, further = [], dataset }: Parts): {
  draft: Manifest;
  told: string;
} {
  const saas = {
    fides_key: 'desk',
    name: 'Desk',
    connector_params: params,
    client_config: { protocol: 'https', host: 'api.example.org', ...(authentication === undefined ? {} : { authentication }) },
    endpoints: [
      { name: 'people', requests: { read: read ?? { method: 'GET', path: '/people/<email>', param_values: BY_MAIL } } },
      ...further,
    ],
  };
  const collections = dataset === undefined ? {} : { dataset: [{ fides_key: 'desk', collections: dataset }] };
  const { manifest, decisions } = importManifest({ file: 'desk.yaml', text: stringify({ saas_config: saas, ...collections }) });
  return { draft: parseManifest(manifest, 'draft'), told: decisions.map(({ what }) => what).join('\n') };
}
