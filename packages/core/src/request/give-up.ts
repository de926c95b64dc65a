import { sourceTitle } from '../findings/source-title.js';
import { tellOfficer } from '../identity/object.js';
import { followLink, tellSubject } from '../mail/tell-subject.js';
import type { Transaction } from '../ports/store.js';
import { keepChange } from './change-request.js';
import type { DataRequest } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { isReopened } from './given-answer.js';

/**
 * Gives up to look whether what was missing in the last answer is back: notes it of that answer, and tells the subject what was not searched and
 * those who decide that it waits for them, all in one transaction. Nothing where no answer is noted.
 */
export async function giveUp(
  transaction: Transaction,
  request: DataRequest,
  { desk, viewer }: { readonly desk: Omit<Desk, 'wake'>; readonly viewer: Viewer },
): Promise<void> {
  const { answers = [], language, reference } = request;
  const givenUpAt = transaction.now.toISOString();
  const last = answers.at(-1);
  if (last === undefined) return;
  const { missing } = last;
  const given = { ...request, answers: [...answers.slice(0, -1), { ...last, givenUpAt }] };
  const kept = await keepChange(transaction, given, { desk, viewer, action: 'addition.giveUp', details: { missing } });
  const facts = { reference, unsearched: unsearchedTitles(desk, kept, language), ...(await followLink(transaction, kept, desk)) };
  await tellSubject(transaction, kept, { kind: 'addition_given_up', facts }, { desk, viewer });
  await tellOfficer(transaction, kept, { desk, viewer });
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
