import { Secret } from '@habeas/connector-sdk';
import type { Receiver } from '@habeas/core';
import { z } from 'zod';
import type { Signer } from './signer-config.js';
import { isCallable, signingSecrets } from './webhook-config.js';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/u, 'the id of another controller has lower-case letters, digits and hyphens, 40 at most');
const name = z.string().trim().min(1).max(200).describe('What it is called where subjects see it.');
const MEBIBYTE = 1024 * 1024;

const endpoint = z.strictObject({
  url: z
    .string()
    .refine(isCallable, 'an https URL is meant, without an account in it; http only within this machine')
    .describe('The public address of its Habeas installation.'),
  controller: id.describe('Its id there.'),
  secrets: signingSecrets.describe('What is signed with, by reference: ${env:…}. It lists the same for this controller.'),
  privateNetworks: z
    .array(z.union([z.cidrv4(), z.cidrv6()]))
    .default([])
    .describe('Networks of yours that it may be in, as CIDR: without them only public addresses are called.'),
});

const receiver = z.strictObject({
  name,
  endpoint: endpoint.optional().describe('Where it takes data. Without it, subjects are told that it cannot be sent there.'),
});

const sender = z.strictObject({
  name,
  secrets: signingSecrets.describe('What it signs with, by reference. Two while the one takes the place of the other.'),
});

const own = z.strictObject({
  receivers: z.record(id, receiver).default({}).describe('To whom subjects can have their data sent, by an id of yours.'),
  senders: z.record(id, sender).default({}).describe('Whose archives are taken, by an id of yours.'),
  keepDays: z.int().min(1).max(90).default(30).describe('How long what came is kept, where nobody deletes it before.'),
  largestMebibytes: z.int().min(1).max(102_400).default(1_024).describe('The largest archive that is taken.'),
});

/** `transmissions:` in service.yaml. */
export const transmissionSchema = z.record(z.string(), own);

/** Another controller, and where it takes data. */
export interface ReceiverConfig extends Receiver {
  readonly endpoint?: {
    readonly url: URL;
    readonly controller: string;
    readonly secrets: readonly Secret<string>[];
    readonly privateNetworks: readonly string[];
  };
}

/** Data that goes to other controllers and comes from them, of one controller (Art. 20(2)). */
export interface TransmissionTerms {
  readonly receivers: readonly ReceiverConfig[];
  readonly senders: readonly (Signer & { readonly name: string })[];
  readonly keepDays: number;
  readonly largestBytes: number;
}

/** The terms of each controller that has some. */
export type TransmissionConfig = ReadonlyMap<string, TransmissionTerms>;

/** The settings, with the keys out of sight. */
export function transmissionConfig(settings: z.output<typeof transmissionSchema>): TransmissionConfig {
  return new Map(Object.entries(settings).map(([controller, terms]) => [controller, termsOf(terms)]));
}

function termsOf({ receivers, senders, keepDays, largestMebibytes }: z.output<typeof own>): TransmissionTerms {
  return {
    receivers: Object.entries(receivers).map(([each, given]) => receiverOf(each, given)),
    senders: Object.entries(senders).map(([each, { name: called, secrets }]) => ({
      ...{ id: each, name: called },
      secrets: secrets.map((secret) => new Secret(secret)),
    })),
    keepDays,
    largestBytes: largestMebibytes * MEBIBYTE,
  };
}

function receiverOf(each: string, { name: called, endpoint: at }: z.output<typeof receiver>): ReceiverConfig {
  const known = { id: each, name: called, takesData: at !== undefined };
  if (at === undefined) return known;
  const { url, secrets, ...rest } = at;
  return { ...known, endpoint: { ...rest, url: new URL(url), secrets: secrets.map((secret) => new Secret(secret)) } };
}
