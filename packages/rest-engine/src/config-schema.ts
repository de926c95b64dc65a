import { Secret } from '@habeas/connector-sdk';
import { z, type ZodType } from 'zod';
import type { Manifest } from './manifest/manifest.js';

/** What a source of a manifest's kind is configured with, its credentials apart. */
export interface RestConfig {
  readonly settings: Readonly<Record<string, string | number>>;
  readonly secrets: Readonly<Record<string, Secret<string>>>;
  readonly activities: Readonly<Record<string, string>>;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly network: { readonly private: readonly string[]; readonly insecure: boolean };
}

const networkSchema = z.strictObject({
  private: z.array(z.string()).default([]).describe('Ranges of private addresses that it may be at, as CIDR: 10.1.0.0/16.'),
  insecure: z
    .boolean()
    .default(false)
    .describe('Whether http, without encryption, is good enough: on this machine, and in tests.'),
});

const TYPES = {
  url: z.url({ protocol: /^https?$/u }).transform((url) => url.replace(/\/+$/u, '')),
  text: z.string().min(1),
  slug: z.string().regex(/^[\w.-]+$/u, 'expected letters, digits, dots, hyphens and underscores'),
  integer: z.int(),
};

/** The configuration that a manifest asks for: its settings and secrets by their names, and what every source of the engine has. */
export function configSchema(manifest: Manifest): ZodType<RestConfig> {
  const settings = Object.entries(manifest.config).map(([name, setting]) => [name, settingSchema(setting)] as const);
  const secrets = Object.entries(manifest.secrets).map(([name, { description }]) => {
    return [
      name,
      z
        .string()
        .min(1)
        .transform((text) => new Secret(text))
        .describe(description),
    ] as const;
  });
  const common = {
    activities: z
      .record(z.string(), z.string())
      .default({})
      .describe("The processing activities of the register that collections serve, by collection; '*' is for all others."),
    namespaces: z
      .record(z.string(), z.string())
      .default({})
      .describe('What its ids are called where another source holds them too: { contact: crm.contact }.'),
    network: networkSchema.prefault({}),
  };
  const schema = z.strictObject({ ...common, ...Object.fromEntries(settings), ...Object.fromEntries(secrets) });
  return schema.transform(({ activities, namespaces, network, ...own }) => ({
    settings: picked(own, Object.keys(manifest.config)) as RestConfig['settings'],
    secrets: picked(own, Object.keys(manifest.secrets)) as RestConfig['secrets'],
    activities,
    namespaces,
    network,
  }));
}

function settingSchema({ type, default: fallback, optional, description }: Manifest['config'][string]): ZodType {
  const schema: ZodType = TYPES[type].describe(description);
  if (fallback !== undefined) return schema.prefault(fallback);
  return optional ? schema.optional() : schema;
}

function picked(values: Readonly<Record<string, unknown>>, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(names.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]));
}
