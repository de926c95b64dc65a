import { Secret } from '@habeas/connector-sdk';
import { z } from 'zod';
import { signingSecrets } from './webhook-config.js';

const ID = /^[a-z][a-z0-9-]{0,39}$/u;

/** `signers:` in service.yaml. */
export const signerSchema = z.record(
  z.string(),
  z.record(
    z.string().regex(ID, 'the id of a signer has lower-case letters, digits and hyphens, 40 at most'),
    z.strictObject({
      secrets: signingSecrets.describe(
        'What it signs with, by reference: ${env:…}. Two while the one takes the place of the other.',
      ),
    }),
  ),
);

/** A system of a controller whose signed calls are taken. */
export interface Signer {
  readonly id: string;
  readonly secrets: readonly Secret<string>[];
}

/** The signers of each controller that has some. */
export type SignerConfig = ReadonlyMap<string, readonly Signer[]>;

/** The settings, with the keys out of sight. */
export function signerConfig(settings: z.output<typeof signerSchema>): SignerConfig {
  return new Map(
    Object.entries(settings).map(([controller, own]) => [
      controller,
      Object.entries(own).map(([id, { secrets }]) => ({ id, secrets: secrets.map((secret) => new Secret(secret)) })),
    ]),
  );
}
