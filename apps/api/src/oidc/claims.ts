import { Secret } from '@habeas/connector-sdk';
import type { ProviderProof, VouchedIdentity } from '@habeas/core';
import type { OidcConfig } from '../config/oidc-config.js';
import type { Claims } from './oidc-client.js';

type Rule = Pick<OidcConfig['roles'][number], 'claim' | 'value'>;

const LONGEST_NAME = 200;

/** Who it is, and what the settings make of what the provider says of them. */
export function identityOf(settings: OidcConfig, claims: Claims, authTime: number): VouchedIdentity {
  const { sid, sub } = claims;
  return {
    issuer: settings.issuer,
    subject: new Secret(sub),
    ...(typeof sid === 'string' ? { session: new Secret(sid) } : {}),
    displayName: nameOf(claims),
    grants: grantsOf(settings, claims),
    provedAt: new Date(authTime * 1_000),
    proof: proofOf(settings, claims),
  };
}

/** Each role once, in the order of the rules. */
function grantsOf({ roles }: OidcConfig, claims: Claims): VouchedIdentity['grants'] {
  const given = roles.filter((rule) => holds(claims, rule));
  const unique = new Map(given.map(({ controller, role }) => [`${controller} ${role}`, { controller, role }]));
  return [...unique.values()];
}

function proofOf({ secondFactor: { here, shownBy } }: OidcConfig, claims: Claims): ProviderProof {
  if (here === 'always') return 'half';
  if (shownBy.some((rule) => holds(claims, rule))) return 'whole';
  return here === 'never' ? 'too-weak' : 'half';
}

/** Whether a claim is this text, or a list with it. Numbers and the like are not guessed at. */
function holds(claims: Claims, { claim, value }: Rule): boolean {
  const found = claimAt(claims, claim);
  return Array.isArray(found) ? found.includes(value) : found === value;
}

/** A claim by its name or, within groups, by its path. */
export function claimAt(claims: Claims, claim: string): unknown {
  return Object.hasOwn(claims, claim) ? claims[claim] : claim.split('.').reduce<unknown>(within, claims);
}

function within(group: unknown, key: string): unknown {
  const isGroup = typeof group === 'object' && group !== null && Object.hasOwn(group, key);
  return isGroup ? (group as Readonly<Record<string, unknown>>)[key] : undefined;
}

/** A name for screens. It never says who somebody is. */
function nameOf({ name, preferred_username: username }: Claims): string {
  const [first] = [name, username]
    .flatMap((each) => (typeof each === 'string' ? [readable(each)] : []))
    .filter((text) => text !== '');
  return first ?? 'Without a name';
}

/** Cut to what an account can have, without what cannot be read: the half of a character at the end too. */
function readable(text: string): string {
  return text.normalize('NFC').slice(0, LONGEST_NAME).replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ').trim(); // prettier-ignore
}
