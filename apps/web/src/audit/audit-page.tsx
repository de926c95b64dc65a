import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useSearchParams } from 'wouter';
import { keyOf, useDocument, useService } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { EvidencePart } from '../evidence/evidence-part.js';
import { Button } from '../parts/button.js';
import { Choice } from '../parts/choice.js';
import { Loaded } from '../parts/loaded.js';
import { Room } from '../parts/room.js';
import { Empty, Fault } from '../parts/states.js';
import { TextField } from '../parts/text-field.js';
import { knownWord, namesIn } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';
import { AuditRows } from './audit-rows.js';
import { VerdictPart } from './verdict-part.js';

const PAGE = 50;
const REFERENCE = /^\d{4}-\d+$/u;

/** What happened, the latest first; who looks is in it too. The filter stands in the address. */
export function AuditPage(): ReactElement {
  const { say } = useSpeech();
  const [search, setSearch] = useSearchParams();
  const filter = { action: search.get('action') ?? '', request: search.get('request') ?? '' };
  const change = (changes: Partial<typeof filter>): void => {
    setSearch(Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== ''));
  };
  return (
    <Room title={say('room.audit')} lead={say('audit.lead')}>
      <VerdictPart />
      <Filters key={filter.request} filter={filter} onChange={change} />
      <Trail filter={filter} />
    </Room>
  );
}

interface Filter {
  readonly action: string;
  /** The id of a request, or its reference. */
  readonly request: string;
}

interface FiltersProps {
  readonly filter: Filter;
  readonly onChange: (changes: Partial<Filter>) => void;
}

function Filters({ filter, onChange }: FiltersProps): ReactElement {
  const { say } = useSpeech();
  const [typed, setTyped] = useState(filter.request);
  const actions = [...new Set([...namesIn('action'), ...(filter.action === '' ? [] : [filter.action])])].map((value) => {
    const word = knownWord('action', value);
    return { value, text: word === undefined ? value : say(word) };
  });
  return (
    <form
      role="search"
      aria-label={say('audit.filters')}
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ request: typed.trim() });
      }}
    >
      <Choice
        label={say('audit.action')}
        value={filter.action}
        options={[{ value: '', text: say('audit.every') }, ...actions.sort((one, other) => one.text.localeCompare(other.text))]}
        onChange={(action) => {
          onChange({ action });
        }}
      />
      <TextField label={say('audit.request')} value={typed} onChange={setTyped} />
      <div className="field filter-go">
        <Button type="submit">{say('audit.filter')}</Button>
      </div>
    </form>
  );
}

/** The id of a request that is named by its reference; nothing while it is looked up, or where there is none. */
function useRequestId(named: string): { readonly id: string | undefined; readonly isMissing: boolean } {
  const permissions = usePermissions();
  const looksLikeOne = REFERENCE.test(named);
  const isReference = looksLikeOne && permissions.has('request.read');
  const { data } = useDocument('references', { first: 1, reference: named }, { enabled: isReference });
  // Whoever may not look requests up asks by the id; who that is, is not known at once
  if (!isReference) return { id: looksLikeOne && permissions.size === 0 ? undefined : named, isMissing: false };
  const id = data?.requests.edges.find(({ node }) => node.reference === named)?.node.id;
  return { id, isMissing: data !== undefined && id === undefined };
}

function Trail({ filter: { action, request } }: { readonly filter: Filter }): ReactElement {
  const { say } = useSpeech();
  const service = useService();
  const { id, isMissing } = useRequestId(request);
  const variables = { first: PAGE, request: id === '' ? null : (id ?? null), action: action === '' ? null : action };
  const query = useInfiniteQuery({
    queryKey: keyOf(service.controller, 'audit', variables),
    queryFn: ({ pageParam }) => service.run('audit', { ...variables, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ auditTrail: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
    enabled: id !== undefined,
    // Each look is an entry: nobody looks because the window has come to the front
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  if (isMissing) return <Empty title={say('audit.noRequest')} />;
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const entries = pages.flatMap(({ auditTrail }) => auditTrail.edges.map(({ node }) => node));
        if (entries.length === 0) return <Empty title={say('audit.none')} />;
        return (
          <>
            <p className="soft" role="status">
              {say('inbox.shown', { shown: entries.length, total: pages.at(-1)?.auditTrail.totalCount ?? 0 })}
            </p>
            <AuditRows entries={entries} />
            {id === undefined || id === '' ? null : <EvidencePart request={id} name={request} />}
            {query.isFetchNextPageError ? <Fault error={query.error} /> : null}
            <div className="actions">
              {query.hasNextPage ? (
                <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                  {say('trail.more')}
                </Button>
              ) : null}
              <Button isPending={query.isRefetching} onPress={() => void query.refetch()}>
                {say('audit.again')}
              </Button>
            </div>
          </>
        );
      }}
    </Loaded>
  );
}
