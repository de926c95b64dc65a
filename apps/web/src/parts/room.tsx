import type { ReactElement, ReactNode } from 'react';
import { usePageTitle } from '../app/use-page-title.js';

interface RoomProps {
  readonly title: string;
  /** What the room is for, in a sentence. */
  readonly lead?: string;
  /** What can be done in it. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the console beside the requests. */
export function Room({ title, lead, actions, children }: RoomProps): ReactElement {
  usePageTitle(title);
  return (
    <main id="content" tabIndex={-1}>
      <div className="page-head">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </div>
      {lead === undefined ? null : <p className="soft room-lead">{lead}</p>}
      {children}
    </main>
  );
}
