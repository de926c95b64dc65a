import type { ReactElement } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import { useDocument } from '../api/use-service.js';
import { Failed, Loading } from '../parts/states.js';
import type { SayKey } from '../words/words.js';
import { useSpeech } from '../words/use-speech.js';
import { usePermissions } from './use-permissions.js';
import { WaitingPage } from './waiting-page.js';

/** Every room, with the permission that is of use there; nothing where everybody has something there. */
const ROOMS: readonly (readonly [path: string, word: SayKey, permission?: string])[] = [
  ['requests', 'app.inbox', 'request.read'],
  ['overview', 'room.overview', 'figures.read'],
  ['sources', 'room.sources', 'source.read'],
  ['register', 'room.register', 'settings.read'],
  ['received', 'room.received', 'received.read'],
  ['audit', 'room.audit', 'audit.read'],
  ['people', 'room.people', 'staff.manage'],
  ['programs', 'room.programs', 'token.manage'],
  ['settings', 'room.settings'],
];

/** There as long as nothing was ever requested. */
const FIRST = ['first-steps', 'room.first', 'settings.read'] as const;

function roomsFor(permissions: ReadonlySet<string>): typeof ROOMS {
  return ROOMS.filter(([, , permission]) => permission === undefined || permissions.has(permission));
}

/** Leads to the first room that is of use to whoever is signed in. */
export function Home(): ReactElement {
  const { data, error, refetch } = useDocument('viewer', {});
  const { say } = useSpeech();
  if (data !== undefined) return <Redirect to={`/${roomsFor(new Set(data.viewer.permissions))[0]?.[0] ?? 'settings'}`} replace />;
  return (
    <WaitingPage>
      {error === null ? <Loading /> : <Failed title={say('room.failed')} error={error} onRetry={() => void refetch()} />}
    </WaitingPage>
  );
}

/** The way to every room that is of use to whoever is signed in. */
export function Navigation({ controller }: { readonly controller: string }): ReactElement {
  const { say } = useSpeech();
  const [location] = useLocation();
  const permissions = usePermissions();
  const isNew = useIsNew(permissions);
  const rooms = [...(isNew && permissions.has(FIRST[2]) ? [FIRST] : []), ...roomsFor(permissions)];
  return (
    <nav className="rooms" aria-label={say('app.places')}>
      <ul>
        {rooms.map(([path, word]) => {
          const href = `/${controller}/${path}`;
          const isHere = location === href || location.startsWith(`${href}/`);
          return (
            <li key={path}>
              <Link href={href} aria-current={isHere ? 'page' : undefined}>
                {say(word)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Whether there was no request yet, for those to whom that matters. */
function useIsNew(permissions: ReadonlySet<string>): boolean {
  const isTold = permissions.has('settings.read') && permissions.has('request.read');
  return useDocument('anyRequest', {}, { enabled: isTold }).data?.requests.totalCount === 0;
}
