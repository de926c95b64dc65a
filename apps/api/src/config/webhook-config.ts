import { type InputFault, Secret } from '@habeas/connector-sdk';
import { WEBHOOK_EVENTS, type WebhookEndpoint } from '@habeas/core';
import { z } from 'zod';
import { isSigningSecret } from '../signing/standard-webhook.js';
import type { FaultAt } from './oidc-config.js';

const ID = /^[a-z][a-z0-9-]{0,39}$/u;
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** One or two keys, by reference. Their faults never repeat them. */
export const signingSecrets = z
  .array(z.string().refine(isSigningSecret, 'a key is meant: whsec_ and 24 to 64 random bytes in base64'))
  .min(1)
  .max(2);

const endpoint = z.strictObject({
  url: z
    .string()
    .refine(isCallable, 'an https URL is meant, without an account in it; http only within this machine')
    .describe('Where it is called.'),
  secrets: signingSecrets.describe(
    'What its calls are signed with, by reference: ${env:…}. Two while the one takes the place of the other.',
  ),
  events: z
    .array(z.enum(WEBHOOK_EVENTS))
    .min(1)
    .default([...WEBHOOK_EVENTS])
    .describe('Of what it is told; by default of everything.'),
  privateNetworks: z
    .array(z.union([z.cidrv4(), z.cidrv6()]))
    .default([])
    .describe('Networks of yours that it may be in, as CIDR: without them only public addresses are called.'),
});

/** `webhooks:` in service.yaml. */
export const webhookSchema = z.record(
  z.string(),
  z.record(z.string().regex(ID, 'the id of an endpoint has lower-case letters, digits and hyphens, 40 at most'), endpoint),
);

type WebhookSettings = z.output<typeof webhookSchema>;

/** One endpoint of a controller. */
export interface WebhookEndpointConfig extends WebhookEndpoint {
  readonly url: URL;
  readonly secrets: readonly Secret<string>[];
  readonly privateNetworks: readonly string[];
}

/** The endpoints of each controller that has some. */
export type WebhookConfig = ReadonlyMap<string, readonly WebhookEndpointConfig[]>;

/** The settings, with the keys out of sight. */
export function webhookConfig(settings: WebhookSettings): WebhookConfig {
  const endpointsOf = (own: WebhookSettings[string]): readonly WebhookEndpointConfig[] =>
    Object.entries(own).map(([id, { url, secrets, events, privateNetworks }]) => ({
      ...{ id, url: new URL(url), privateNetworks, events: new Set(events) },
      secrets: secrets.map((secret) => new Secret(secret)),
    }));
  return new Map(Object.entries(settings).map(([controller, own]) => [controller, endpointsOf(own)]));
}

/** Controllers that are named and are not there. */
export function unknownControllers(
  section: string,
  settings: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, unknown>>,
  faultAt: FaultAt,
): readonly InputFault[] {
  const remedy = `name one of ${Object.keys(known).join(', ')}`;
  return Object.keys(settings)
    .filter((id) => !Object.hasOwn(known, id))
    .map((id) => faultAt([section, id], 'there is no such controller', remedy));
}

/** Whether a text is an address that calls may go to: `https:`, or within this machine. */
export function isCallable(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (`${username}${password}${hash}` !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}
