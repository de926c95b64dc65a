import { type DataRequest, MOST_DOCUMENTS, UNDECIDED, viewProofFacts } from '@habeas/core';
import type { FollowView } from '@habeas/subject-pages';

/** Whether a copy of a document is asked for just now, or waits to be looked at. */
export function documentOf(request: DataRequest): Pick<FollowView, 'document'> {
  const { document } = viewProofFacts(request);
  if (document === undefined || !UNDECIDED.includes(request.state)) return {};
  if (document.held !== undefined) return { document: { state: 'held' } };
  const isWanted = document.checked?.outcome !== 'accepted' && document.handedIn < MOST_DOCUMENTS;
  return isWanted ? { document: { state: 'wanted' } } : {};
}
