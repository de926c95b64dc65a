import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../parts/button.js';
import { Empty, Failed, Fault, Loading } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';
import { usePermissions } from '../app/use-permissions.js';
import { BULK_ACTS } from './bulk-acts.js';
import { BulkBar } from './bulk-bar.js';
import { InboxRows } from './inbox-rows.js';
import type { InboxRow, useInbox } from './use-inbox.js';

interface InboxListProps {
  readonly query: ReturnType<typeof useInbox>;
  /** Whether there may be requests that the filter leaves out. */
  readonly isNarrowed: boolean;
}

/** The list as far as it is loaded; or that it loads, is empty, or cannot be had. */
export function InboxList({ query, isNarrowed }: InboxListProps): ReactElement {
  const { say } = useSpeech();
  const { data, error, fetchNextPage, refetch } = query;
  if (data === undefined) {
    return error === null ? <Loading /> : <Failed title={say('inbox.failed')} error={error} onRetry={() => void refetch()} />;
  }
  const rows = data.pages.flatMap(({ requests }) => requests.edges.map(({ node }) => node));
  const total = data.pages.at(-1)?.requests.totalCount ?? rows.length;
  if (rows.length === 0) return isNarrowed ? <NothingFits /> : <NoneYet />;
  return (
    <>
      <Choosing rows={rows} />
      <p className="soft" role="status">
        {say('inbox.shown', { shown: rows.length, total })}
      </p>
      {query.isFetchNextPageError ? (
        <div className="failed">
          <p>{say('inbox.moreFailed')}</p>
          <Fault error={error} />
        </div>
      ) : null}
      {query.hasNextPage ? (
        <Button isPending={query.isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {say('inbox.more')}
        </Button>
      ) : null}
    </>
  );
}

/** The rows, some of which may be chosen, so that the same is done with all of them. */
function Choosing({ rows }: { readonly rows: readonly InboxRow[] }): ReactElement {
  const permissions = usePermissions();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const mayAct = BULK_ACTS.some(({ permission }) => permissions.has(permission));
  return (
    <>
      <BulkBar rows={rows} chosen={chosen} onChoose={setChosen} />
      <InboxRows rows={rows} chosen={chosen} onChoose={mayAct ? setChosen : undefined} />
    </>
  );
}

function NothingFits(): ReactElement {
  const { say } = useSpeech();
  return (
    <Empty title={say('inbox.nothing')}>
      <Link href="/requests">{say('inbox.clear')}</Link>
    </Empty>
  );
}

function NoneYet(): ReactElement {
  const { say } = useSpeech();
  return (
    <Empty title={say('inbox.empty')}>
      <p>{say('inbox.emptyText')}</p>
      <p>
        <Link href="/first-steps" className="button main">
          {say('inbox.first')}
        </Link>
      </p>
    </Empty>
  );
}
