import type { ReactElement } from 'react';
import { useDocument } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { DialogButton } from '../parts/dialog-button.js';
import { Part } from '../parts/part.js';
import { useSize } from '../words/use-size.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import type { ShownRequest } from './shown-request.js';
import { TransmissionDialog, type Transmitting } from './transmission-dialog.js';

type Sendable = NonNullable<Transmitting['request']>;
type Transmission = Sendable['transmissions'][number];

/** As often as the service does it for one request. */
const MOST = 10;
/** Nothing of these can be sent, whatever went out before. */
const OVER: ReadonlySet<ShownRequest['state']> = new Set(['refused', 'cancelled', 'shredded']);

interface TransmissionsPartProps {
  readonly request: ShownRequest;
}

/** What the subject has told to send to other controllers, and what became of it (Art. 20(2) GDPR; DEL-04, DEL-05). */
export function TransmissionsPart({ request }: TransmissionsPartProps): ReactElement | null {
  const { say } = useSpeech();
  const mayOrder = usePermissions().has('transmission.order');
  const query = useDocument('transmissions', { id: request.id });
  const sendable = query.data?.request ?? undefined;
  const isOpen = sendable !== undefined && mayOrder && isOut(request, sendable);
  // There is nothing to say of most requests, so nothing says either that it is on its way
  if (query.error === null && !isOpen && (sendable?.transmissions.length ?? 0) === 0) return null;
  return (
    <Part title={say('transmission.title')} query={query}>
      {(data) => (
        <>
          {data.request?.transmissions.length === 0 ? <p className="soft">{say('transmission.none')}</p> : null}
          {data.request?.transmissions.map((each) => (
            <Sent key={each.id} transmission={each} receivers={data.transmissionReceivers} />
          ))}
          {isOpen ? <Order request={request} known={data} /> : null}
        </>
      )}
    </Part>
  );
}

/** Whether an answer stands that has something in it, and was not taken back: also while an addition to it is prepared. */
function isOut({ state }: ShownRequest, { answers, delivery }: Sendable): boolean {
  const last = answers.at(-1)?.archive;
  return !OVER.has(state) && last !== undefined && last.records + last.files > 0 && delivery?.isRevoked !== true;
}

interface SentProps {
  readonly transmission: Transmission;
  readonly receivers: Transmitting['transmissionReceivers'];
}

function Sent({ transmission, receivers }: SentProps): ReactElement {
  const { say, moment } = useSpeech();
  const word = useWord();
  const sizeOf = useSize();
  const { receiver, orderedBy, orderedAt, state, endedAt, reason, receipt } = transmission;
  const name = receivers.find(({ id }) => id === receiver)?.name ?? receiver ?? say('transmission.unlisted');
  return (
    <div className="exchange">
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        {word('transmissionState', state)} {endedAt === null ? null : <span className="soft">{moment(endedAt)}</span>}
      </p>
      <p className="soft">
        {word('transmissionOrder', orderedBy)} {moment(orderedAt)}
      </p>
      {reason === null ? null : (
        <p>
          {word('transmissionReason', reason)} {say('transmission.told')}
        </p>
      )}
      {receipt === null ? null : (
        <p className="soft">
          {say('transmission.receipt', { size: sizeOf(receipt.bytes) })} <code>{receipt.sha256}</code>
        </p>
      )}
    </div>
  );
}

interface OrderProps {
  readonly request: ShownRequest;
  readonly known: Transmitting;
}

function Order({ request, known }: OrderProps): ReactElement {
  const { say } = useSpeech();
  if ((known.request?.transmissions.length ?? 0) >= MOST) return <p className="soft">{say('transmission.most')}</p>;
  return (
    <DialogButton dialog={(onClose) => <TransmissionDialog request={request} known={known} onClose={onClose} />}>
      {say('transmission.order')}
    </DialogButton>
  );
}
