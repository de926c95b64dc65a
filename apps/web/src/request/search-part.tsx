import { type ReactElement, useId } from 'react';
import type { ReadingNews } from '../api/service.js';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';
import { type SearchLine, searchLines } from './search-lines.js';
import type { ShownRequest } from './shown-request.js';

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
  const blocking = lines.filter((line) => line.blocking).length;
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{say('search.title')}</h2>
      {lines.length === 0 ? (
        <p className="soft">{say('search.none')}</p>
      ) : (
        <>
          <p className="soft">
            {say('search.summary', { count: lines.length, blocking })} ·{' '}
            {say('search.total', { count: lines.reduce((sum, { records }) => sum + records, 0) })}
          </p>
          <div className="scroll" role="group" aria-labelledby={id} tabIndex={0}>
            <table className="grid">
              <thead>
                <tr>
                  <th scope="col">{say('search.source')}</th>
                  {COLUMNS.map((column) => (
                    <th key={column} scope="col">
                      {say(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <Line key={`${line.source}.${line.collection}`} line={line} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function Line({ line }: { readonly line: SearchLine }): ReactElement {
  const { say } = useSpeech();
  const outcome = knownWord('outcome', line.outcome);
  const meaning = knownWord('meaning', line.outcome);
  return (
    <tr className={line.blocking ? 'blocking' : undefined}>
      <th scope="row">{line.source}</th>
      <td>{line.collection}</td>
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
