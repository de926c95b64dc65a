import { sourceTitle } from '../findings/source-title.js';
import { tellOfficer } from '../identity/object.js';
import { followLink, tellSubject } from '../mail/tell-subject.js';
import type { RequestVault } from '../ports/request-vault.js';
import type { Transaction } from '../ports/store.js';
import { keepChange } from './change-request.js';
import type { DataRequest } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { isReopened } from './given-answer.js';
import { keyOf } from './sealed-files.js';

/** For how long a request is kept beyond its end where only then could be told what is not looked for any more. */
const TOLD_MS = 60 * 60_000;

/** Who gives up. */
interface GivingUp {
  readonly desk: Omit<Desk, 'wake'>;
  readonly viewer: Viewer;
}

/**
 * Gives up to look whether what was missing in the last answer is back: notes it of that answer, and tells the subject what was not searched and
 * those who decide that it waits for them, all in one transaction. Nothing where no answer is noted. Resolves with the request as it is then.
 */
export async function giveUp(transaction: Transaction, request: DataRequest, giving: GivingUp): Promise<DataRequest> {
  const kept = await noteGivenUp(transaction, request, giving);
  if (kept !== request) await tellGivenUp(transaction, kept, giving);
  return kept;
}

/**
 * The same at the end of the answer or after it, where every worker was away until then: the key lives long enough to tell of it. Where its
 * week is over nobody can be told any more, and the trail alone says it.
 */
export async function giveUpLate(transaction: Transaction, request: DataRequest, giving: GivingUp): Promise<DataRequest> {
  const until = new Date(transaction.now.getTime() + TOLD_MS);
  const dataKey = await keptKey(giving.desk.vault, request, until);
  if (dataKey === undefined) return noteGivenUp(transaction, request, giving);
  return giveUp(transaction, { ...request, dataKey }, giving);
}

/** Whether the time of an answer is over. */
export function isPastEnd({ expiresAt }: Pick<DataRequest, 'expiresAt'>, now: Date): boolean {
  return expiresAt !== undefined && now >= expiresAt;
}

/** Until when a request is kept beyond its end, because what was given up after it has to be told; `undefined` where nothing was. */
export function toldUntil(request: DataRequest): Date | undefined {
  const givenUpAt = request.answers?.at(-1)?.givenUpAt;
  if (givenUpAt === undefined || !isPastEnd(request, new Date(givenUpAt))) return undefined;
  return new Date(new Date(givenUpAt).getTime() + TOLD_MS);
}

async function noteGivenUp(transaction: Transaction, request: DataRequest, { desk, viewer }: GivingUp): Promise<DataRequest> {
  const { answers = [] } = request;
  const last = answers.at(-1);
  if (last === undefined) return request;
  const answer = { ...last, givenUpAt: transaction.now.toISOString() };
  const given = { ...request, answers: [...answers.slice(0, -1), answer] };
  return keepChange(transaction, given, { desk, viewer, action: 'addition.giveUp', details: { missing: last.missing } });
}

async function tellGivenUp(transaction: Transaction, request: DataRequest, { desk, viewer }: GivingUp): Promise<void> {
  const { language, reference } = request;
  const unsearched = unsearchedTitles(desk, request, language);
  const facts = { reference, unsearched, ...(await followLink(transaction, request, desk)) };
  await tellSubject(transaction, request, { kind: 'addition_given_up', facts }, { desk, viewer });
  await tellOfficer(transaction, request, { desk, viewer });
}

/** The key of a request, kept until then; `undefined` once it is destroyed with those of its week. */
async function keptKey(vault: RequestVault, request: DataRequest, until: Date): Promise<string | undefined> {
  try {
    return await vault.keepUntil(keyOf(request), until);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'key-destroyed') return undefined;
    throw error;
  }
}

/** What was not searched for the last answer and is not looked for any more, as the controller calls it. Nothing while it is searched again. */
export function unsearchedTitles({ sources }: Pick<Desk, 'sources'>, request: DataRequest, language: string): readonly string[] {
  const last = request.answers?.at(-1);
  if (last?.givenUpAt === undefined || isReopened(request)) return [];
  const titles = new Map(
    sources.bindingsOf(request.controller).map(({ description }) => [description.id, sourceTitle(description, language)]),
  );
  return last.missing.map((id) => titles.get(id) ?? id);
}
