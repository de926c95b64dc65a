import { Secret } from '@habeas/connector-sdk';
import type { Discovery } from '../discovery/discovery.js';
import { queueLimited } from '../mail/queue-limited.js';
import { contactOf, type Telling } from '../mail/tell-subject.js';
import type { Transaction } from '../ports/store.js';
import type { DataRequest, SubjectFile } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import { keyOf, openSubjectFile, sealFile } from '../request/sealed-files.js';
import type { ContactFacts } from './contact-facts.js';

/** So many addresses on record are told of one request at most. */
export const MOST_TOLD = 10;

/** The mailboxes that stand on records which are somebody's without doubt, and that one person alone reads. */
export function mailboxesOnRecord({ included, foundOn }: Pick<Discovery, 'included' | 'foundOn'>): readonly Secret<string>[] {
  const found = included.flatMap(({ id }) => foundOn(id)).map(({ identifier }) => identifier);
  const emails = found.filter(({ kind, shared }) => kind === 'email' && !shared);
  return [...new Set(emails.map(({ exact }) => exact.reveal()))].sort().map((address) => new Secret(address));
}

/**
 * Tells the contacts on record that a request was made, in a transaction that holds it: whoever reads one of them can say that they did not ask,
 * and stop it (R57). Each is told once, and not the one to which everything else about the request goes. Resolves with what changes in it.
 */
export async function tellContacts(
  transaction: Transaction,
  request: DataRequest,
  onRecord: readonly Secret<string>[],
  { desk, viewer }: Telling,
): Promise<Partial<Pick<DataRequest, 'subjectFile' | 'contacts'>>> {
  const own = (await contactOf(desk, request))?.reveal();
  const others = onRecord.filter((each) => each.reveal() !== own);
  const { file, facts, fresh, link } = withTold(await openSubjectFile(desk.vault, request), others, { request, desk });
  if (fresh.length === 0) return {};
  const { language, reference } = request;
  for (const to of fresh) {
    await queueLimited(transaction, request, { kind: 'notice', to, language, facts: { reference, ...link } }, { desk, viewer });
  }
  return { ...facts, subjectFile: await sealFile(desk.vault, keyOf(request), 'subject', file) };
}

/** What is known of those who are told, and who of them is told now. */
export interface ToldNow {
  readonly file: SubjectFile;
  readonly facts: { readonly contacts?: ContactFacts };
  readonly fresh: readonly Secret<string>[];
  /** Where they say that they did not ask: nowhere, where their controller has no pages. */
  readonly link: { readonly link?: string };
}

/** Adds mailboxes to those that are told of a request: all of them with the same secret, which is drawn with the first. */
export function withTold(
  file: SubjectFile,
  mailboxes: readonly Secret<string>[],
  { request, desk }: { readonly request: DataRequest; readonly desk: Pick<Desk, 'delivery'> },
): ToldNow {
  const { crypto, stopOf } = desk.delivery;
  const known = file.told?.to ?? [];
  const fresh = mailboxes.filter((each) => !known.includes(each.reveal())).slice(0, MOST_TOLD - known.length);
  const to = [...known, ...fresh.map((each) => each.reveal())];
  if (to.length === 0) return { file, facts: {}, fresh, link: {} };
  const secret = file.told?.secret ?? crypto.randomSecret().reveal();
  const notice = { secretHash: crypto.sha256Hex(secret), told: to.length };
  const address = stopOf(request.controller, request.id, secret);
  return {
    file: { ...file, told: { to, secret } },
    facts: { contacts: { isNew: false, ...request.contacts, notice } },
    fresh,
    link: address === undefined ? {} : { link: address },
  };
}
