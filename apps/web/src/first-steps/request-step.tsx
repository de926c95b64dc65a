import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { AcceptedOf } from '../api/service.js';
import { useDocument, useService } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { Loaded } from '../parts/loaded.js';
import { StatePill } from '../parts/state-pill.js';
import { useSpeech } from '../words/use-speech.js';
import { RequestForm } from './request-form.js';

/** A first request: filed here, or as a subject files it; then the way to it. */
export function RequestStep({ isNext }: { readonly isNext: boolean }): ReactElement {
  const { say } = useSpeech();
  const query = useDocument('anyRequest', {});
  const { controller } = useService();
  const mayOpen = usePermissions().has('request.open');
  return (
    <Loaded query={query}>
      {({ requests: { edges } }) => (
        <>
          {edges.map(({ node }) => (
            <Filed key={node.id} request={node} />
          ))}
          {edges.length === 0 && mayOpen ? <RequestForm isNext={isNext} /> : null}
          <p>
            <a href={`/ask/${controller}`}>{say('first.askPage')}</a>
          </p>
        </>
      )}
    </Loaded>
  );
}

function Filed({
  request: { id, reference, state },
}: {
  readonly request: AcceptedOf<'anyRequest'>['requests']['edges'][number]['node'];
}): ReactElement {
  const { say } = useSpeech();
  return (
    <p role="status" className="check good">
      {say('first.filed', { reference })} <StatePill state={state} />{' '}
      <Link href={`/requests/${id}`}>{say('first.seeRequest')}</Link>
    </p>
  );
}
