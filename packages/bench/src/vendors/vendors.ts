import type { JsonObject } from '@habeas/connector-sdk';
import type { ProcessVendor } from '@habeas/rest-engine/vendor-process';

/** Who is searched at every vendor. */
export const EMAIL = 'ann@example.org';

/** What a source at a vendor is configured with. */
interface Source {
  readonly config?: JsonObject;
  readonly secrets: Readonly<Record<string, string>>;
}

const SOURCES = {
  hubspot: { secrets: { token: 'hubspot-token-of-a-bench' } },
  mailchimp: { config: { datacenter: 'us21' }, secrets: { apiKey: 'mailchimp-key-of-a-bench-us21' } },
  pretix: { config: { base: 'https://pretix.eu', organizer: 'club' }, secrets: { token: 'pretix-token-of-a-bench' } },
  espocrm: { config: { base: 'https://crm.example.org' }, secrets: { apiKey: 'espocrm-key-of-a-bench' } },
} as const satisfies Readonly<Record<string, Source>>;

/** A vendor with a connector of its own here. */
export type VendorName = keyof typeof SOURCES;
export const VENDOR_NAMES = Object.keys(SOURCES) as readonly VendorName[];

const FOLDER = new URL('../../../../connectors/', import.meta.url);

/** A vendor that knows one person, of whom it holds so many records in each collection; one where nothing is said. */
export function vendorNamed(name: VendorName, counts: Readonly<Record<string, number>>): ProcessVendor {
  const { config = {}, secrets }: Source = SOURCES[name];
  return {
    manifest: new URL(`${name}/manifest.yaml`, FOLDER).href,
    world: new URL(`${name}/fixtures/world.yaml`, FOLDER).href,
    config,
    secrets,
    people: [{ email: EMAIL, counts }],
    pageSize: 1000,
  };
}
