import type { ReactElement } from 'react';
import { useDocument } from '../api/use-service.js';
import { dueOf } from '../inbox/due.js';
import { waitingOf } from '../inbox/waiting.js';
import { StatePill } from '../parts/state-pill.js';
import { useSpeech } from '../words/use-speech.js';
import type { ShownRequest } from './shown-request.js';

interface RequestHeadProps {
  readonly request: ShownRequest;
  readonly isLive: boolean | undefined;
}

/** Which request it is, what it waits for, and by when it has to be answered: the safe day and the law's last one (DLN-03). */
export function RequestHead({ request, isLive }: RequestHeadProps): ReactElement {
  const { say, day } = useSpeech();
  const due = dueOf(request.dueAt, Date.now());
  const { what, filling, who } = waitingOf(request);
  return (
    <>
      <div className="page-head">
        <h1>{request.reference}</h1>
        <StatePill state={request.state} />
        <span className={isLive === false ? 'live away-live' : 'live'} role="status">
          {isLive === undefined ? '' : say(isLive ? 'request.live' : 'request.notLive')}
        </span>
      </div>
      <p className="soft">
        {request.rights.map((right) => say(`right.${right}`)).join(' · ')} · {say('request.received')} {day(request.receivedAt)}
      </p>
      <p className="lead">
        {say(what, filling)} <span className="soft">({say(who)})</span>
        {request.archive === null ? null : <> · {say('request.archive', { count: request.archive.records })}</>}
      </p>
      <Deadlines id={request.id} isDecided={who === 'who.nobody'} urgency={due.urgency} near={say(due.text, due.filling)} />
    </>
  );
}

interface DeadlinesProps {
  readonly id: string;
  readonly isDecided: boolean;
  readonly urgency: string;
  readonly near: string;
}

function Deadlines({ id, isDecided, urgency, near }: DeadlinesProps): ReactElement | null {
  const { say, day, moment, language } = useSpeech();
  const { data } = useDocument('deadlines', { id, language });
  const found = data?.request?.deadlines;
  if (found === undefined) return null;
  return (
    <div className="deadlines">
      <dl className="dates">
        <div>
          <dt>{say('request.safe')}</dt>
          <dd>
            {day(found.workBy)} {isDecided ? null : <span className={`due ${urgency}`}>{near}</span>}
          </dd>
        </div>
        <div>
          <dt>{say('request.legal')}</dt>
          <dd>{day(found.limit)}</dd>
        </div>
      </dl>
      {found.isExtended ? <p>{say('request.extended')}</p> : null}
      {found.notBefore === null ? null : <p>{say('request.notBefore', { at: moment(found.notBefore) })}</p>}
      {found.pausedDays > 0 ? <p>{say('request.pausedDays', { count: found.pausedDays })}</p> : null}
      <details>
        <summary>{say('request.why')}</summary>
        {found.dates.map(({ name, title, date, isVerified, sentences }) => (
          <div key={name}>
            <h3>
              {title}: {day(date)}
            </h3>
            <p>{sentences.join(' ')}</p>
            {isVerified ? null : <p className="fault">{say('request.unverified')}</p>}
          </div>
        ))}
        <p className="soft">{say('request.calendar', { calendar: found.calendar })}</p>
      </details>
    </div>
  );
}
