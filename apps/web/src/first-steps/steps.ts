import type { UseQueryResult } from '@tanstack/react-query';
import { useDocument } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';

/** What has to be there before a first answer, in its order. */
export const STEPS = ['controller', 'source', 'reach', 'request'] as const;
export type StepName = (typeof STEPS)[number];

/** Done; the next one; to be done after it; not for whoever looks, since somebody else administers it; or not known yet. */
export type StepStanding = 'done' | 'next' | 'left' | 'elsewhere' | 'unknown';

/** How each step stands, as the service has it. One that cannot be asked for is not done. */
export function useSteps(): Readonly<Record<StepName, StepStanding>> {
  const permissions = usePermissions();
  const [seesSettings, seesSources] = [permissions.has('settings.read'), permissions.has('source.read')];
  const seesRequests = permissions.has('request.read');
  const settings = useDocument('settings', {}, { enabled: seesSettings });
  const sources = useDocument('sources', {}, { enabled: seesSources });
  const setup = useDocument('setup', {}, { enabled: seesSettings });
  const requests = useDocument('anyRequest', {}, { enabled: seesRequests });
  const standings: Readonly<Record<StepName, StepStanding>> = {
    controller: standingOf(seesSettings, settings, (told) => told.settings.contact !== null),
    source: standingOf(seesSources, sources, (told) => told.sources.some(({ lastCheck }) => lastCheck?.sound === true)),
    reach: standingOf(seesSettings, setup, (told) => told.setup.publicUrl !== null && told.setup.mailServer !== null),
    request: standingOf(seesRequests, requests, (told) => told.requests.totalCount > 0),
  };
  const next = STEPS.find((name) => ['left', 'unknown'].includes(standings[name]));
  return next === undefined || standings[next] === 'unknown' ? standings : { ...standings, [next]: 'next' };
}

function standingOf<T>(sees: boolean, { data, error }: UseQueryResult<T>, isDone: (data: T) => boolean): StepStanding {
  if (!sees) return 'elsewhere';
  if (data === undefined) return error === null ? 'unknown' : 'left';
  return isDone(data) ? 'done' : 'left';
}
