import { dirname, relative, resolve } from 'node:path';
import { loadConfig, type LoadedConfig, readInput, resolveReferences } from '@habeas/configuration';
import { type Connector, type InputFault, InvalidInputError, readYaml } from '@habeas/connector-sdk';
import { type LetterWording, readLetterWording } from '@habeas/report';
import { z } from 'zod';
import type { RedisSettings } from '../dispatch/redis-link.js';
import { StoreRefused } from '../persistence/store-fault.js';
import { storePlace } from '../persistence/store-url.js';
import { checkpointSchema, checkpointSettings, type CheckpointSettings } from './checkpoint-config.js';
import { type S3Config, s3Config, s3Schema } from './s3-config.js';
import { accountsConfig, type AccountsConfig, accountsFaults, accountsSchema } from './accounts-config.js';
import { dispatchSchema, redisSettings, redisUrl } from './dispatch-config.js';
import { limitsSchema } from './limits-config.js';
import { type MailConfig, mailConfig, mailFaults, mailSchema } from './mail-config.js';
import { unknownControllers, type WebhookConfig, webhookConfig, webhookSchema } from './webhook-config.js';
import { type SignerConfig, signerConfig, signerSchema } from './signer-config.js';
import { type TransmissionConfig, transmissionConfig, transmissionSchema } from './transmission-config.js';
import { pagesSchema } from './pages-config.js';
import { type OidcConfig, oidcConfig, oidcFaults, oidcSchema } from './oidc-config.js';

const CONTROLLER_ID = /^[a-z][a-z0-9-]{0,39}$/u;
const port = z.int().min(0).max(65_535);

/** Its faults never repeat it: it holds a password. */
const storeSchema = z.string().superRefine((url, context) => {
  try {
    storePlace(url);
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
  }
});

/** `service.yaml`: one installation of the service. Each controller has its own `habeas.yaml`. */
export const serviceConfigSchema = z.strictObject({
  service: z.literal(1).describe('The version of this format.'),
  controllers: z
    .record(
      z.string().regex(CONTROLLER_ID, 'a controller id has lower-case letters, digits and hyphens, 40 at most'),
      z.string().min(1),
    )
    .refine((controllers) => Object.keys(controllers).length > 0, 'name at least one controller')
    .describe('The habeas.yaml of each controller, relative to this file, by an id of your own.'),
  data: z.string().min(1).default('./data').describe('The folder of keyring, blobs and, by default, the store.'),
  keyring: z.string().min(1).optional().describe('The keyring; by default keyring.json in the data folder.'),
  store: storeSchema.optional().describe('sqlite:PATH, or mysql://… ; by default a SQLite file in the data folder.'),
  s3: s3Schema.optional().describe('Blobs in S3-compatible storage instead of the data folder.'),
  checkpoints: checkpointSchema.prefault({}),
  listen: z
    .strictObject({ host: z.string().min(1).default('127.0.0.1'), port: port.default(4000) })
    .prefault({})
    .describe('Where GraphQL and downloads are served.'),
  operations: z
    .strictObject({ host: z.string().min(1).default('127.0.0.1'), port: port.default(4001) })
    .prefault({})
    .describe('Where health and metrics are served: never reachable from outside.'),
  publicUrl: z.url().optional().describe('What browsers call it, behind a proxy that speaks TLS.'),
  telemetry: z
    .strictObject({ otlp: z.url().describe('Where traces are posted to, such as http://127.0.0.1:4318/v1/traces.') })
    .optional()
    .describe('Traces, without anything of a person; none without it.'),
  oidc: oidcSchema.optional().describe('Staff sign in through an identity provider.'),
  worker: z
    .strictObject({
      concurrency: z.int().min(1).max(64).default(4).describe('Steps at once.'),
      leaseSeconds: z.number().min(1).max(600).default(30),
      idleSeconds: z.number().min(0.01).max(60).default(1),
    })
    .prefault({}),
  mail: mailSchema.optional().describe('How messages to subjects go out; without it they wait.'),
  webhooks: webhookSchema
    .default({})
    .describe('Where each controller is told what happens to its requests, by its id, then an id of yours.'),
  accounts: accountsSchema.default({}).describe('Sites whose signed-in accounts are a proof of who asks.'),
  signers: signerSchema.default({}).describe('Whose signed calls are taken, by controller, then an id of yours.'),
  transmissions: transmissionSchema
    .default({})
    .describe('To whom each controller can send data of its subjects, and from whom it takes some, by its id.'),
  limits: limitsSchema,
  trustedProxies: z
    .array(z.string().min(1))
    .default([])
    .describe('The proxies whose word is taken for where a call comes from: addresses, networks, or loopback.'),
  pages: pagesSchema.default({}).describe('How the pages for subjects look, by controller.'),
  redis: redisUrl.optional(),
  dispatch: dispatchSchema,
});

/** See {@link serviceConfigSchema}. */
export type ServiceSettings = z.output<typeof serviceConfigSchema>;

/** The configuration of one controller, with what its letters say in its own words. */
export interface ControllerConfig extends LoadedConfig {
  readonly wording?: LetterWording;
}

/** A configuration that was read and checked, with everything it names. Paths are absolute. */
export interface ServiceConfig extends Omit<
  ServiceSettings,
  | 'controllers'
  | 'store'
  | 's3'
  | 'keyring'
  | 'checkpoints'
  | 'redis'
  | 'oidc'
  | 'mail'
  | 'webhooks'
  | 'accounts'
  | 'signers'
  | 'transmissions'
> {
  readonly controllers: ReadonlyMap<string, ControllerConfig>;
  readonly store: string;
  readonly s3?: S3Config;
  readonly keyring: string;
  readonly checkpoints: CheckpointSettings;
  readonly redis?: RedisSettings;
  readonly oidc?: OidcConfig;
  readonly mail?: MailConfig;
  readonly webhooks: WebhookConfig;
  readonly accounts: ReadonlyMap<string, AccountsConfig>;
  readonly signers: SignerConfig;
  readonly transmissions: TransmissionConfig;
}

/** Reads `service.yaml` and every file it names. Throws `InvalidInputError` with the faults of all of them at once; nothing is opened. */
export function loadServiceConfig(file: string, connectors: ReadonlyMap<string, Connector>): ServiceConfig {
  const base = dirname(resolve(file));
  const { value, faultAt } = readYaml(readInput(file), file, serviceConfigSchema, {
    resolve: (text) => resolveReferences(text, base),
  });
  const data = resolve(base, value.data);
  const { s3, store, keyring, checkpoints, redis, oidc, mail, webhooks, accounts, signers, transmissions, ...rest } = value;
  const faults = [
    ...(oidc === undefined ? [] : oidcFaults(oidc, value.controllers, faultAt)),
    ...(mail === undefined ? [] : mailFaults(mail, value.controllers, faultAt)),
    ...unknownControllers('webhooks', webhooks, value.controllers, faultAt),
    ...accountsFaults(accounts, value.controllers, faultAt),
    ...unknownControllers('signers', signers, value.controllers, faultAt),
    ...unknownControllers('transmissions', transmissions, value.controllers, faultAt),
    ...unknownControllers('pages', value.pages, value.controllers, faultAt),
  ];
  return {
    ...rest,
    controllers: loadControllers(value.controllers, base, connectors, faults),
    data,
    webhooks: webhookConfig(webhooks),
    accounts: accountsConfig(accounts),
    signers: signerConfig(signers),
    transmissions: transmissionConfig(transmissions),
    keyring: resolve(base, keyring ?? resolve(data, 'keyring.json')),
    checkpoints: checkpointSettings(checkpoints, { file, base, data, publicUrl: value.publicUrl }),
    store: storeUrl(store, base) ?? `sqlite:${resolve(data, 'habeas.db')}`,
    ...(s3 === undefined ? {} : { s3: s3Config(s3) }),
    ...(redis === undefined ? {} : { redis: redisSettings(redis, value.dispatch.caFile, { file, base }) }),
    ...(oidc === undefined ? {} : { oidc: oidcConfig(oidc) }),
    ...(mail === undefined ? {} : { mail: mailConfig(mail, { file, base }) }),
  };
}

function loadControllers(
  files: Readonly<Record<string, string>>,
  base: string,
  connectors: ReadonlyMap<string, Connector>,
  known: readonly InputFault[],
): ReadonlyMap<string, ControllerConfig> {
  const faults: InputFault[] = [...known];
  const loaded = new Map<string, ControllerConfig>();
  for (const [id, file] of Object.entries(files)) {
    try {
      loaded.set(id, withWording(loadConfig(resolve(base, file), connectors)));
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
  return loaded;
}

/** A path in the URL of a SQLite store is meant from where the configuration stands. */
function storeUrl(store: string | undefined, base: string): string | undefined {
  return store?.startsWith('sqlite:') === true ? `sqlite:${resolve(base, store.slice('sqlite:'.length))}` : store;
}

function withWording(config: LoadedConfig): ControllerConfig {
  const { lettersFile: file } = config;
  return file === undefined ? config : { ...config, wording: readLetterWording(readInput(file), relative('.', file)) };
}
