import type { ReactElement } from 'react';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';
import type { SearchSource } from './search-lines.js';

/** What is said by the colour of a cell, and by its sign where colours say nothing. */
const SIGNS: Readonly<Record<string, string>> = {
  complete: '✓',
  empty: '–',
  partial: '◐',
  denied: '✕',
  failed: '✕',
  throttled: '…',
  skipped: '↷',
  unsupported: '∅',
};

/** Every collection as a cell, source by source: how far the search is, at one look. The table below says the same in words. */
export function SearchStrip({ sources }: { readonly sources: readonly SearchSource[] }): ReactElement {
  const { say } = useSpeech();
  const outcomes = [...new Set(sources.flatMap(({ lines }) => lines.map(({ outcome }) => outcome)))];
  return (
    <div className="strip" aria-hidden="true">
      <div className="strip-sources">
        {sources.map(({ id, lines }) => (
          <div key={id} className="strip-source">
            <span className="strip-name">{id}</span>
            <span className="strip-cells">
              {lines.map(({ collection, outcome }) => (
                <span key={collection} className="cell" data-outcome={outcome} title={collection}>
                  {SIGNS[outcome] ?? '?'}
                </span>
              ))}
            </span>
          </div>
        ))}
      </div>
      <p className="legend">
        {outcomes.map((outcome) => {
          const word = knownWord('outcome', outcome);
          return (
            <span key={outcome}>
              <span className="cell" data-outcome={outcome}>
                {SIGNS[outcome] ?? '?'}
              </span>{' '}
              {word === undefined ? outcome : say(word)}
            </span>
          );
        })}
      </p>
    </div>
  );
}
