import type { ReactElement } from 'react';
import { usePermissions } from '../app/use-permissions.js';
import { useDocument } from '../api/use-service.js';
import { Loaded } from '../parts/loaded.js';
import { Room } from '../parts/room.js';
import { Empty } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';
import { CostPart } from './cost-part.js';
import { DriftPart } from './drift-part.js';
import { SourceCard } from './source-card.js';
import { byStanding, type Source, standingOf } from './standing.js';

/** The systems that are searched: which of them need somebody, what each holds, and what a search costs. */
export function SourcesPage(): ReactElement {
  const { say } = useSpeech();
  const query = useDocument('sources', {});
  const permissions = usePermissions();
  return (
    <Room title={say('room.sources')} lead={say('sources.lead')}>
      <Loaded query={query}>{({ sources }) => <Sources sources={sources} />}</Loaded>
      {permissions.has('settings.read') ? <DriftPart /> : null}
      {permissions.has('request.read') ? <CostPart /> : null}
    </Room>
  );
}

function Sources({ sources }: { readonly sources: readonly Source[] }): ReactElement {
  const { say } = useSpeech();
  if (sources.length === 0)
    return (
      <Empty title={say('sources.none')}>
        <p>{say('sources.noneText')}</p>
      </Empty>
    );
  const failing = sources.filter((source) => standingOf(source) === 'failing').length;
  return (
    <>
      <p role="status" className={failing > 0 ? 'due over' : 'soft'}>
        {say('sources.count', { count: sources.length })} ·{' '}
        {failing === 0 ? say('sources.noneFailing') : say('sources.failing', { count: failing })}
      </p>
      <ul className="source-cards">
        {byStanding(sources).map((source) => (
          <SourceCard key={source.id} source={source} />
        ))}
      </ul>
    </>
  );
}
