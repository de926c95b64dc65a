import type { ReactElement } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { DeedButton } from '../parts/deed-button.js';
import { DialogButton } from '../parts/dialog-button.js';
import { usePermissions } from '../app/use-permissions.js';
import { Part } from '../parts/part.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import type { SayKey } from '../words/words.js';
import { BounceDialog } from './bounce-dialog.js';
import { BreachPart } from './breach-part.js';
import { Channel } from './channel-form.js';
import { ClaimDialog } from './claim-dialog.js';
import { PackDialog } from './pack-dialog.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

type Sent = NonNullable<AcceptedOf<'delivery'>['request']>;

/** What went out, how it reaches its subject, and what was written to them: first answers, and additions to them (SCP-09). */
export function DeliveryPart({ request }: { readonly request: ShownRequest }): ReactElement {
  const { say } = useSpeech();
  const messages = usePermissions().has('match.read');
  const query = useDocument('delivery', { id: request.id, messages });
  return (
    <Part title={say('delivery.title')} query={query}>
      {(data) => (data.request === null ? null : <Sent sent={data.request} request={request} />)}
    </Part>
  );
}

function Sent({
  sent: { channel, wantedPacking, answers, breaches, delivery, messages = [] },
  request,
}: {
  readonly sent: Sent;
  readonly request: ShownRequest;
}): ReactElement {
  const { say, day, moment } = useSpeech();
  return (
    <>
      {answers.length === 0 ? <p className="soft">{say('delivery.nothing')}</p> : null}
      <Channel request={request} channel={channel} />
      <Wanted packing={wantedPacking} channel={channel} />
      <ol className="answers">
        {answers.map(({ releasedAt, expiresAt, complete, missing, givenUpAt, archive }, index) => (
          <li key={releasedAt}>
            <strong>{say(index === 0 ? 'delivery.answer' : 'delivery.addition')}</strong> {moment(releasedAt)}
            <p className="soft">
              {say('request.archive', { count: archive.records })} {say('delivery.until', { day: day(expiresAt) })}
              {complete ? null : <strong> {say('delivery.missing', { sources: missing.join(', ') })}</strong>}
            </p>
            {givenUpAt === null ? null : <p className="soft">{say('delivery.givenUp', { at: moment(givenUpAt) })}</p>}
          </li>
        ))}
      </ol>
      {request.outstanding.length > 0 && request.state === 'released' ? (
        <p className="meanwhile">{say('delivery.outstanding', { sources: request.outstanding.join(', ') })}</p>
      ) : null}
      {delivery === null ? null : <Link delivery={delivery} request={request} />}
      <ClaimCode request={request} />
      {answers.length === 0 ? null : <BreachPart request={request} breaches={breaches} />}
      {messages.length === 0 ? null : <Messages request={request} messages={messages} />}
    </>
  );
}

/** How the file is locked before anybody has chosen, where it is (SPC-03). */
function Wanted({
  packing,
  channel,
}: {
  readonly packing: Sent['wantedPacking'];
  readonly channel: Sent['channel'];
}): ReactElement | null {
  const { say } = useSpeech();
  const word = useWord();
  if (packing === 'zip' || channel !== 'download') return null;
  return <p className="soft">{say('delivery.wanted', { packing: word('packing', packing) })}</p>;
}

interface MessagesProps extends Required<Pick<Sent, 'messages'>> {
  readonly request: ShownRequest;
}

/** What was written, why it did not go out where it did not, and that it came back where it did. */
function Messages({ request, messages }: MessagesProps): ReactElement {
  const { say, moment } = useSpeech();
  const word = useWord();
  const mayNote = usePermissions().has('match.review');
  return (
    <>
      <h3>{say('delivery.messages')}</h3>
      <ol className="trail">
        {messages.map(({ id, kind, state, queuedAt, sentAt, failedAt, bouncedAt, problem }) => (
          <li key={id}>
            <time dateTime={queuedAt}>{moment(bouncedAt ?? failedAt ?? sentAt ?? queuedAt)}</time>
            <span>
              {word('message', kind)} <span className="soft">· {word('messageState', state)}</span>
            </span>
            {problem === null ? null : (
              <span className="soft" lang="en">
                {[problem.message, problem.remedy].filter(Boolean).join(' ')}
              </span>
            )}
            {mayNote && state === 'sent' ? (
              <div>
                <DialogButton
                  label={`${say('bounce.note')}: ${word('message', kind)}, ${moment(sentAt ?? queuedAt)}`}
                  dialog={(onClose) => <BounceDialog request={request} message={id} onClose={onClose} />}
                >
                  {say('bounce.note')}
                </DialogButton>
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}

interface LinkProps {
  readonly delivery: NonNullable<Sent['delivery']>;
  readonly request: ShownRequest;
}

/** Whoever has lost the code gets a new one, also before there is a link. */
function ClaimCode({ request }: Pick<LinkProps, 'request'>): ReactElement | null {
  const { say } = useSpeech();
  const mayGive = usePermissions().has('delivery.renew') && request.state !== 'shredded';
  if (!mayGive) return null;
  return (
    <div className="actions">
      <DialogButton dialog={(onClose) => <ClaimDialog request={request} onClose={onClose} />}>{say('claim.renew')}</DialogButton>
    </div>
  );
}

/** What stands in the way of fetching by the link, if anything. */
function standOf({ isRevoked, isLocked, isBeingLocked, isLockAwaited }: LinkProps['delivery']): SayKey | undefined {
  if (isRevoked) return 'delivery.revoked';
  if (isLocked) return 'delivery.locked';
  if (isLockAwaited) return 'delivery.lockAwaited';
  return isBeingLocked ? 'delivery.locking' : undefined;
}

function Link({ delivery, request }: LinkProps): ReactElement {
  const { say, moment } = useSpeech();
  const word = useWord();
  const { sentAt, completed, left, packing } = delivery;
  const stand = standOf(delivery);
  return (
    <>
      <h3>{say('delivery.link')}</h3>
      <p>
        {sentAt === null ? say('delivery.notSent') : say('delivery.sent', { at: moment(sentAt), completed, left })}{' '}
        {say('delivery.packedAs', { packing: word('packing', packing) })}
      </p>
      {stand === undefined ? null : <p className="meanwhile">{say(stand)}</p>}
      {request.state === 'released' ? <LinkActs delivery={delivery} request={request} /> : null}
    </>
  );
}

function LinkActs({ delivery: { packing, isRevoked }, request }: LinkProps): ReactElement {
  const { say } = useSpeech();
  const permissions = usePermissions();
  const act = useAct(request.id);
  return (
    <div className="actions">
      {permissions.has('delivery.renew') ? (
        <DeedButton deed={() => act('renewLink', { id: request.id })}>{say('delivery.renew')}</DeedButton>
      ) : null}
      {permissions.has('delivery.pack') ? <PackDialog request={request} packing={packing} /> : null}
      {permissions.has('delivery.revoke') && !isRevoked ? (
        <DeedButton weight="grave" deed={() => act('revokeLink', { id: request.id })}>
          {say('delivery.revoke')}
        </DeedButton>
      ) : null}
    </div>
  );
}
