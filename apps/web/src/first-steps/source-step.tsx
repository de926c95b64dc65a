import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useDocument } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { Loaded } from '../parts/loaded.js';
import { SourceCard } from '../sources/source-card.js';
import { byStanding, type Source } from '../sources/standing.js';
import { useSpeech } from '../words/use-speech.js';

/** More of them are for the room of the sources. */
const MOST = 3;

/** What is searched: each source with a test of its connection, and a way to a further one. */
export function SourceStep(): ReactElement {
  const query = useDocument('sources', {});
  return <Loaded query={query}>{({ sources }) => <Connected sources={sources} />}</Loaded>;
}

function Connected({ sources }: { readonly sources: readonly Source[] }): ReactElement {
  const { say } = useSpeech();
  const mayWrite = usePermissions().has('settings.read');
  return (
    <>
      <ul className="source-cards">
        {byStanding(sources)
          .slice(0, MOST)
          .map((source) => (
            <SourceCard key={source.id} source={source} />
          ))}
      </ul>
      <div className="actions">
        {mayWrite ? (
          <Link href="/first-steps/source" className="button plain">
            {say('first.writeSource')}
          </Link>
        ) : null}
        <Link href="/sources">{say('first.sources', { count: sources.length })}</Link>
      </div>
    </>
  );
}
