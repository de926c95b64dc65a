import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { ServiceRefusal } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { MissingPage } from '../app/missing-page.js';
import { usePageTitle } from '../app/use-page-title.js';
import { EvidencePart } from '../evidence/evidence-part.js';
import { Failed, Fault, Loading } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';
import { Actions } from './actions.js';
import { ClockPart } from './clock-part.js';
import { DecisionsPart } from './decisions-part.js';
import { DeliveryPart } from './delivery-part.js';
import { DutiesPart } from './duties-part.js';
import { FeePart } from './fee-part.js';
import { GatePart } from './gate-part.js';
import { HeirPart } from './heir-part.js';
import { IdentityPart } from './identity-part.js';
import { LettersPart } from './letters-part.js';
import { MatchesPart } from './matches-part.js';
import { ProofPart } from './proof-part.js';
import { RequestHead } from './request-head.js';
import { SearchPart } from './search-part.js';
import { TasksPart } from './tasks-part.js';
import { TracePart } from './trace-part.js';
import { TrailPart } from './trail-part.js';
import { TransmissionsPart } from './transmissions-part.js';
import { useNews } from './use-news.js';
import type { ShownRequest } from './shown-request.js';

/** One request: by when, where it stands, what was found, what stands in the way, what can be done, and what happened. */
export function RequestPage({ id }: { readonly id: string }): ReactElement {
  const { say } = useSpeech();
  const { data, error, refetch } = useDocument('request', { id });
  const request = data?.request;
  usePageTitle(request?.reference ?? say('inbox.reference'));
  if (request === null || (error instanceof ServiceRefusal && error.code === 'NOT_FOUND')) {
    return <MissingPage title={say('request.notFound')} text={say('request.notFoundText')} home="/requests" />;
  }
  return (
    <main id="content" tabIndex={-1}>
      <p>
        <Link href="/requests">← {say('request.back')}</Link>
      </p>
      {request === undefined ? <h1 className="unseen">{say('inbox.reference')}</h1> : null}
      {request !== undefined ? (
        <Request request={request} />
      ) : error === null ? (
        <Loading />
      ) : (
        <Failed title={say('request.failed')} error={error} onRetry={() => void refetch()} />
      )}
    </main>
  );
}

function Request({ request }: { readonly request: ShownRequest }): ReactElement {
  const { say } = useSpeech();
  const news = useNews(request.id);
  const [done, setDone] = useState('');
  return (
    <>
      <RequestHead request={request} isLive={news.isLive} />
      {request.problem === null ? null : (
        <section className="part">
          <h2>{say('request.problem')}</h2>
          <Fault error={new ServiceRefusal('OTHER', request.problem.message, request.problem.remedy ?? undefined)} />
        </section>
      )}
      <Actions request={request} onDone={setDone} />
      <p role="status" className="done">
        {done}
      </p>
      <div className="columns">
        <div>
          {request.state === 'in_review' ? <MatchesPart request={request} /> : null}
          <GatePart request={request} />
          {request.isForHeir ? <HeirPart request={request} /> : null}
          {request.tasks.length > 0 ? <TasksPart request={request} /> : null}
          <SearchPart request={request} readings={news.readings} />
          {request.ledger.length > 0 ? <TracePart request={request} /> : null}
        </div>
        <div>
          <IdentityPart request={request} />
          <ProofPart request={request} />
          <DecisionsPart request={request} />
          {request.fee === null ? null : <FeePart request={request} />}
          <ClockPart request={request} />
          <DutiesPart request={request} />
          <DeliveryPart request={request} />
          <TransmissionsPart request={request} />
          <LettersPart request={request} />
          <TrailPart request={request} />
          <EvidencePart request={request.id} name={request.reference} />
        </div>
      </div>
    </>
  );
}
