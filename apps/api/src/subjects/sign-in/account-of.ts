import type { SignInConfig } from '@habeas/configuration';
import { Secret } from '@habeas/connector-sdk';
import type { AccountIdentifier, SignedInAccount } from '@habeas/core';
import { claimAt } from '../../oidc/claims.js';
import type { Claims, FinishedSignIn } from '../../oidc/oidc-client.js';

type Rule = SignInConfig['identifiers'][number];

/** What shows that the provider has verified an address or a number. An id is the provider's own word. */
const VERIFIED_BY: Readonly<Record<Rule['kind'], string | undefined>> = {
  email: 'email_verified',
  phone: 'phone_number_verified',
  id: undefined,
};
const LONGEST = 400;

/** The account that somebody has signed in to, as the settings read what the provider says of it. */
export function accountOf(
  { issuer, identifiers: rules }: Pick<SignInConfig, 'issuer' | 'identifiers'>,
  { claims, userinfo, authTime }: FinishedSignIn,
): SignedInAccount {
  const told = userinfo === undefined ? [claims] : [claims, userinfo];
  const identifiers = rules.flatMap((rule) => identifierOf(rule, told));
  return { issuer, signedInAt: new Date(authTime * 1_000), identifiers: new Secret(identifiers) };
}

/** By the first answer that has the claim: what verifies it has to stand in the same one. */
function identifierOf(rule: Rule, told: readonly Claims[]): readonly AccountIdentifier[] {
  const where = told.find((claims) => claimAt(claims, rule.claim) !== undefined);
  const value = where === undefined ? undefined : textOf(claimAt(where, rule.claim));
  if (where === undefined || value === undefined) return [];
  const verifiedBy = VERIFIED_BY[rule.kind];
  // A text "true" is no verification: whoever filled in a form may have written it
  if (verifiedBy !== undefined && where[verifiedBy] !== true) return [];
  return [{ kind: rule.kind, value, ...(rule.kind === 'id' ? { namespace: rule.namespace } : {}) }];
}

/** A text, or a whole number as some providers write customer numbers. Anything else is not guessed at. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === 'string' && text !== '' && text.length <= LONGEST ? text : undefined;
}
