import type { IdentifierKind } from '@habeas/connector-sdk';
import { requireFreshProof } from '../staff/principal.js';
import type { MatchMark } from './case-file.js';
import type { GivenText } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { notFound } from './refused.js';
import { openCaseFile, openSubjectFile } from './sealed-files.js';

/** What a person decides a doubtful match by: the two sides of it. */
export interface DoubtfulMatch {
  /** What identifies somebody on the record. */
  readonly found: readonly MatchMark[];
  /** What the requester gave. */
  readonly given: readonly Pick<GivenText, 'kind' | 'namespace' | 'part' | 'value'>[];
}

/**
 * What stands on a record that waits for a human, beside what the requester gave. It may be somebody else's data: only what identifies
 * a person is shown, and each look is in the trail before. Throws `Refused` with `NOT_FOUND` where the request has no such match or it
 * does not wait, and with `STEP_UP_REQUIRED` without a fresh proof of the person (security R30, R31).
 */
export async function lookAtMatch(
  desk: Desk,
  viewer: Viewer,
  { request: id, match }: { readonly request: string; readonly match: string },
): Promise<DoubtfulMatch> {
  const request = await desk.store.transact(async ({ requests, now }) => {
    const found = await requests.get(viewer.controller, id);
    if (found === undefined) throw notFound('request');
    requireFreshProof(viewer, now);
    return found;
  });
  const { marks = [] } = await openCaseFile(desk.vault, request);
  const marked = marks.find((each) => each.match === match);
  if (marked === undefined) throw notFound('match');
  const { identifiers } = await openSubjectFile(desk.vault, request);
  const kinds: readonly IdentifierKind[] = [...new Set(marked.found.map(({ kind }) => kind))];
  await desk.store.transact(({ audit }) =>
    audit.add({
      id: desk.ids.next('aud'),
      controller: viewer.controller,
      actor: viewer.actor,
      action: 'match.read',
      object: { type: 'request', id },
      outcome: 'done',
      details: { match, kinds: [...kinds] },
    }),
  );
  return { found: marked.found, given: identifiers.map(({ provedBy: _, ...given }) => given) };
}
