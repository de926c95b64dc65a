import { type ReactElement, useId } from 'react';
import { Link } from 'wouter';
import type { ReadingNews } from '../api/service.js';
import { DeedButton } from '../parts/deed-button.js';
import { ScrollBox } from '../parts/scroll-box.js';
import { usePermissions } from '../app/use-permissions.js';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';
import { bySource, type SearchLine, searchLines, type SearchSource } from './search-lines.js';
import { SearchStrip } from './search-strip.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface SearchPartProps {
  readonly request: ShownRequest;
  /** How far the reading is now. */
  readonly readings: readonly ReadingNews[];
}

const COLUMNS = ['search.collection', 'search.outcome', 'search.matches', 'search.records', 'search.attempts'] as const;

/** The search as a grid of sources and their collections, which fills while it runs, and says what a failure means. */
export function SearchPart({ request, readings }: SearchPartProps): ReactElement {
  const { say } = useSpeech();
  const id = useId();
  const lines = searchLines(request.ledger, readings);
  const sources = bySource(lines);
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{say('search.title')}</h2>
      {lines.length === 0 ? (
        <p className="soft">{say('search.none')}</p>
      ) : (
        <>
          <p className="soft">
            {say('search.summary', { count: lines.length, blocking: lines.filter((line) => line.blocking).length })} ·{' '}
            {say('search.total', { count: lines.reduce((sum, { records }) => sum + records, 0) })}
          </p>
          <SearchStrip sources={sources} />
          <ScrollBox labelledBy={id}>
            <table className="grid">
              <thead>
                <tr>
                  {COLUMNS.map((column) => (
                    <th key={column} scope="col">
                      {say(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              {sources.map((source) => (
                <Source key={source.id} source={source} request={request} />
              ))}
            </table>
          </ScrollBox>
        </>
      )}
    </section>
  );
}

function Source({ source, request }: { readonly source: SearchSource; readonly request: ShownRequest }): ReactElement {
  const { say } = useSpeech();
  const permissions = usePermissions();
  const act = useAct(request.id);
  const canRetry = source.blocking > 0 && request.possibleEvents.includes('retry') && permissions.has('request.start');
  const canRead = request.archive !== null && permissions.has('finding.read');
  return (
    <tbody>
      <tr className="source">
        <th scope="rowgroup" colSpan={COLUMNS.length}>
          <span className="source-name">{source.id}</span>{' '}
          <span className="soft">{say('search.sourceSummary', { count: source.lines.length, blocking: source.blocking })}</span>
          {canRetry ? (
            <span className="source-act">
              <DeedButton
                label={say('search.retryOf', { source: source.id })}
                deed={() => act('retrySource', { id: request.id, source: source.id })}
              >
                {say('search.retry')}
              </DeedButton>
            </span>
          ) : null}
        </th>
      </tr>
      {source.lines.map((line) => (
        <Line key={line.collection} line={line} records={canRead && line.records > 0 ? recordsOf(request.id, line) : undefined} />
      ))}
    </tbody>
  );
}

/** Where the records of a collection are looked at. */
function recordsOf(request: string, { source, collection }: SearchLine): string {
  return `/requests/${request}/records/${encodeURIComponent(source)}/${encodeURIComponent(collection)}`;
}

function Line({ line, records }: { readonly line: SearchLine; readonly records: string | undefined }): ReactElement {
  const { say } = useSpeech();
  const outcome = knownWord('outcome', line.outcome);
  const meaning = knownWord('meaning', line.outcome);
  return (
    <tr className={line.blocking ? 'blocking' : undefined}>
      <th scope="row">{records === undefined ? line.collection : <Link href={records}>{line.collection}</Link>}</th>
      <td>
        <span className="outcome" data-outcome={line.outcome}>
          {outcome === undefined ? line.outcome : say(outcome)}
        </span>
        {line.blocking ? <strong> · {say('search.blocking')}</strong> : null}
        {meaning === undefined ? null : <p className="soft">{say(meaning)}</p>}
        {line.message === undefined ? null : (
          <p lang="en" className="soft">
            {line.message}
          </p>
        )}
      </td>
      <td className="number">{line.matches}</td>
      <td className="number">{line.records}</td>
      <td className="number">{line.attempts}</td>
    </tr>
  );
}
