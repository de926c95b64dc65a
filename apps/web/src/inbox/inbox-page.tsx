import { type ReactElement, useRef } from 'react';
import { useSearchParams } from 'wouter';
import { usePageTitle } from '../app/use-page-title.js';
import { useSpeech } from '../words/use-speech.js';
import { filterOf, type InboxFilter, searchOf } from './inbox-filter.js';
import { InboxFilters } from './inbox-filters.js';
import { InboxList } from './inbox-list.js';
import { useInbox } from './use-inbox.js';
import { useListKeys } from './use-list-keys.js';

/** The requests of a controller, by safe due date (DLN-03): what each waits for, and who must act. */
export function InboxPage(): ReactElement {
  const { say } = useSpeech();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const query = useInbox(filter);
  const page = useRef<HTMLElement>(null);
  useListKeys(page);
  usePageTitle(say('inbox.title'));
  const total = query.data?.pages[0]?.requests.totalCount;
  const change = (changes: Partial<InboxFilter>): void => {
    setSearch(searchOf({ ...filter, ...changes }), { replace: changes.reference !== undefined });
  };
  return (
    <main id="content" ref={page} tabIndex={-1}>
      <div className="page-head">
        <h1>{say('inbox.title')}</h1>
        <p className="soft" role="status">
          {total === undefined ? '' : say('inbox.count', { count: total })}
        </p>
      </div>
      <InboxFilters filter={filter} onChange={change} />
      <InboxList query={query} isNarrowed={search.size > 0} />
      <p className="hint keys">{say('inbox.keys')}</p>
    </main>
  );
}
