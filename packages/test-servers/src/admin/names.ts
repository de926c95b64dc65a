import { randomBytes } from 'node:crypto';

/** A name nobody has yet: lower-case letters, digits and `_`, so that it needs no quotes. Throws for any other prefix. */
export function freshName(prefix: string): string {
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(prefix)) throw new Error('A prefix is made of lower-case letters, digits and _.');
  return `${prefix}_${randomBytes(6).toString('hex')}`;
}

/** A password without characters that need quotes or encoding. */
export function freshPassword(): string {
  return randomBytes(16).toString('hex');
}

/** The URL with other parts. */
export function withParts(url: string, parts: { database?: string; username?: string; password?: string }): string {
  const changed = new URL(url);
  if (parts.database !== undefined) changed.pathname = `/${parts.database}`;
  if (parts.username !== undefined) changed.username = parts.username;
  if (parts.password !== undefined) changed.password = parts.password;
  return changed.href;
}
