import { Refused } from '../request/refused.js';
import type { Role } from './staff.js';

/**
 * Who may do what, by the name of the permission (security R29). What is not here, nobody may. Programs have a permission only
 * where their token names it, and never one that decides about people, data or access.
 */
export const PERMISSIONS = {
  'request.open': ['dpo', 'handler', 'service'],
  'request.handOver': ['dpo', 'handler', 'service'],
  'request.read': ['dpo', 'handler', 'reviewer', 'service'],
  'request.attest': ['dpo', 'handler', 'service'],
  'request.ask': ['dpo', 'handler'],
  'request.extend': ['dpo'],
  'request.correct': ['dpo'],
  'request.start': ['dpo', 'handler', 'service'],
  'request.pause': ['dpo', 'handler', 'service'],
  'request.cancel': ['dpo', 'handler', 'service'],
  'request.refuse': ['dpo'],
  'fee.announce': ['dpo'],
  'fee.note': ['dpo', 'handler'],
  'request.release': ['dpo'],
  'request.shred': ['dpo'],
  'delivery.renew': ['dpo', 'handler'],
  'delivery.pack': ['dpo', 'handler'],
  'delivery.choose': ['dpo', 'handler'],
  'delivery.revoke': ['dpo', 'handler', 'service'],
  'breach.note': ['dpo', 'handler'],
  'breach.end': ['dpo'],
  'duty.note': ['dpo', 'handler'],
  'duty.end': ['dpo', 'handler'],
  'transmission.order': ['dpo', 'handler'],
  'received.read': ['dpo', 'handler'],
  'received.download': ['dpo'],
  'received.delete': ['dpo'],
  'match.read': ['dpo', 'reviewer'],
  'match.review': ['dpo', 'reviewer'],
  'task.read': ['dpo', 'handler'],
  'task.end': ['dpo', 'handler'],
  'proof.check': ['dpo', 'handler'],
  'proof.document': ['dpo'],
  'proof.represent': ['dpo'],
  'finding.read': ['dpo', 'reviewer'],
  'report.preview': ['dpo'],
  'archive.download': ['dpo', 'service'],
  'source.read': ['dpo', 'handler', 'connector_admin', 'service'],
  'source.check': ['dpo', 'connector_admin', 'service'],
  'audit.read': ['dpo', 'auditor'],
  'evidence.export': ['dpo', 'auditor'],
  'figures.read': ['dpo', 'auditor', 'service'],
  'staff.manage': ['dpo'],
  'token.manage': ['dpo'],
  'webhook.send': ['dpo', 'handler'],
  'settings.read': ['dpo', 'connector_admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** The name of something that not everybody may do. */
export type Permission = keyof typeof PERMISSIONS;

/** What somebody is in one controller, and what their token names. */
export interface Authority {
  readonly roles: readonly Role[];
  /** For the role `service` only. */
  readonly scopes: readonly string[];
}

/** Whether this is the name of a permission. */
export function isPermission(name: string): name is Permission {
  return Object.hasOwn(PERMISSIONS, name);
}

/** Whether one of the roles has the permission. A program needs it among its scopes too. */
export function may({ roles, scopes }: Authority, permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => allowed.includes(role) && (role !== 'service' || scopes.includes(permission)));
}

/** Throws `Refused` with `REFUSED` where {@link may} says no. */
export function requirePermission(authority: Authority, permission: Permission): void {
  if (may(authority, permission)) return;
  throw new Refused('REFUSED', `This needs the permission ${permission}.`, 'Ask a data protection officer for it.');
}

/** Whether a token can be given this. */
export function isTokenScope(name: string): name is Permission {
  return isPermission(name) && (PERMISSIONS[name] as readonly Role[]).includes('service');
}

/** Everything that a token can be given. */
export const TOKEN_SCOPES: readonly Permission[] = Object.keys(PERMISSIONS).filter(isTokenScope);
