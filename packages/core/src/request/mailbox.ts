import { type Secret, toIdentifiers } from '@habeas/connector-sdk';
import type { GivenText } from './data-request.js';

/**
 * Where mail to an address that was given goes: to the very address that is searched for, and not to the text that was typed. Texts that are
 * read as one address can be mailboxes of several people (`K`elvin for k, signs that nobody sees, capitals, a name before it): whoever reads
 * one of those would prove by it that they read another one's (security R57). None for what is no address.
 */
export function mailboxesOf({ kind, value }: Pick<GivenText, 'kind' | 'value'>): readonly Secret<string>[] {
  return kind === 'email' ? toIdentifiers(kind, value).map(({ exact }) => exact) : [];
}
