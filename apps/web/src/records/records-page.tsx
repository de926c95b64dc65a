import { type ReactElement, useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useDocument } from '../api/use-service.js';
import { MissingPage } from '../app/missing-page.js';
import { usePageTitle } from '../app/use-page-title.js';
import { Button } from '../parts/button.js';
import { Empty, Failed, Loading } from '../parts/states.js';
import { usePermissions } from '../app/use-permissions.js';
import type { ShownRequest } from '../request/shown-request.js';
import { useNews } from '../request/use-news.js';
import { useSpeech } from '../words/use-speech.js';
import type { HeldRuling } from './record-card.js';
import { RecordCount, RecordList } from './record-list.js';
import { RuleDialog, type RuleSubject } from './rule-dialog.js';
import { TakeBackDialog } from './take-back-dialog.js';
import { type FoundRecord, NotShown, type Records, useRecords } from './use-records.js';

/** Where the records lie. */
export interface RecordsPlace {
  readonly id: string;
  readonly source: string;
  readonly collection: string;
}

/** What was found in one collection, record by record, with what it was found by and what is hidden of it (TPD-01, SPC-03). */
export function RecordsPage({ id, source, collection }: RecordsPlace): ReactElement {
  const { say } = useSpeech();
  const { data, error, refetch } = useDocument('request', { id });
  usePageTitle(say('records.title', { place: `${source}.${collection}` }));
  if (data?.request === null) return <MissingPage title={say('request.notFound')} home="/requests" />;
  return (
    <main id="content" tabIndex={-1}>
      <p>
        <Link href={`/requests/${id}`}>← {data?.request.reference ?? say('request.back')}</Link>
      </p>
      <h1>{say('records.title', { place: `${source}.${collection}` })}</h1>
      {data !== undefined ? (
        <RecordsHere request={data.request} source={source} collection={collection} />
      ) : error === null ? (
        <Loading />
      ) : (
        <Failed title={say('request.failed')} error={error} onRetry={() => void refetch()} />
      )}
    </main>
  );
}

interface RecordsProps {
  readonly request: ShownRequest;
  readonly source: string;
  readonly collection: string;
}

function RecordsHere({ request, source, collection }: RecordsProps): ReactElement {
  const { say } = useSpeech();
  const permissions = usePermissions();
  const [unmask, setUnmask] = useState(false);
  useNews(request.id);
  const canSee = request.archive !== null;
  return (
    <>
      <p className="lead">{say('records.text')}</p>
      {permissions.has('match.review') && !request.possibleEvents.includes('rule') && canSee ? (
        <p className="soft">{say('records.notNow', { state: say(`state.${request.state}`) })}</p>
      ) : null}
      <div className="actions">
        <Button
          weight={unmask ? 'main' : 'plain'}
          aria-pressed={unmask}
          onPress={() => {
            setUnmask(!unmask);
          }}
        >
          {say(unmask ? 'records.mask' : 'records.unmask')}
        </Button>
        <span className="hint">{say('records.unmaskNote')}</span>
      </div>
      <Found key={String(unmask)} request={request} source={source} collection={collection} unmask={unmask} />
    </>
  );
}

function Found({ request, source, collection, unmask }: RecordsProps & { readonly unmask: boolean }): ReactElement {
  const { say } = useSpeech();
  const records = useRecords({ request: request.id, source, collection, unmask });
  const { total, error, again } = records;
  const failed =
    error === undefined ? null : (
      <Failed title={say(error instanceof NotShown ? 'records.notShown' : 'records.failed')} error={error} onRetry={again} />
    );
  if (total === undefined) return failed ?? <Loading />;
  if (total === 0) return <Empty title={say('records.none')} />;
  return (
    <>
      {failed}
      <Ruled request={request} source={source} collection={collection} records={records} total={total} />
      <RecordCount total={total} />
    </>
  );
}

type RulingTo = { readonly rule: RuleSubject } | { readonly takeBack: HeldRuling };

interface RuledProps extends RecordsProps {
  readonly records: Records;
  readonly total: number;
}

/** The list, with what can be decided about each of its records. */
function Ruled({ request, source, collection, records, total }: RuledProps): ReactElement {
  const { say } = useSpeech();
  const permissions = usePermissions();
  const [open, setOpen] = useState<RulingTo>();
  const [done, setDone] = useState('');
  const rulings = useRulings(request.id, source, collection);
  const canRule = permissions.has('match.review') && request.possibleEvents.includes('rule');
  const onRule = useCallback(
    (record: FoundRecord, value?: FoundRecord['values'][number]): void => {
      setOpen({ rule: { source, collection, record, value } });
    },
    [source, collection],
  );
  const onTakeBack = useCallback((ruling: HeldRuling): void => {
    setOpen({ takeBack: ruling });
  }, []);
  const onClose = (isDone: boolean): void => {
    setOpen(undefined);
    setDone(isDone ? say('records.ruled') : '');
  };
  return (
    <>
      <p role="status" className="done">
        {done}
      </p>
      <RecordList
        label={say('records.title', { place: `${source}.${collection}` })}
        records={records}
        total={total}
        rulings={rulings}
        onRule={canRule ? onRule : undefined}
        onTakeBack={canRule ? onTakeBack : undefined}
      />
      {open === undefined ? null : 'rule' in open ? (
        <RuleDialog subject={open.rule} request={request} onClose={onClose} />
      ) : (
        <TakeBackDialog ruling={open.takeBack} request={request} onClose={onClose} />
      )}
    </>
  );
}

/** What was decided about records of a collection, for whoever may decide. */
function useRulings(id: string, source: string, collection: string): readonly HeldRuling[] {
  const permissions = usePermissions();
  const { data } = useDocument('rulings', { id }, { enabled: permissions.has('match.review') });
  return useMemo(() => {
    const all = data?.request?.recordRulings ?? [];
    return all.filter((each) => each.source === source && each.collection === collection);
  }, [data, source, collection]);
}
