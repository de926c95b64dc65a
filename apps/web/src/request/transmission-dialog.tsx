import { type ReactElement, useState } from 'react';
import type { TransmissionInput } from '../api/operations.generated.js';
import type { AcceptedOf } from '../api/service.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import type { SayKey } from '../words/words.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

/** What is known of where the data of a request goes. */
export type Transmitting = AcceptedOf<'transmissions'>;

/** In place of a receiver's id, which is never empty. */
const ANOTHER = '';
const LONGEST_NAME = 200;

interface TransmissionDialogProps {
  readonly request: ShownRequest;
  readonly known: Transmitting;
  readonly onClose: (isDone: boolean) => void;
}

/** Where the data goes: one that is listed, or what the subject calls another. */
interface Destination {
  readonly receiver: string;
  readonly name: string;
}

/** The subject has told, by another way than their page, to send their data to another controller: to which, and in what words. */
export function TransmissionDialog({ request, known, onClose }: TransmissionDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [to, setTo] = useState<Destination>(() => ({ receiver: firstOf(known), name: '' }));
  const [said, setSaid] = useState('');
  const instruction = said.trim();
  const isFeasible = obstacleTo(known, to) === undefined;
  return (
    <DecisionForm
      title={say('transmission.order')}
      submit={say(isFeasible ? 'transmission.send' : 'transmission.note')}
      request={request}
      isWhole={isNamed(to) && instruction !== ''}
      decide={() => act('orderTransmission', { id: request.id, transmission: { ...namedBy(to), instruction } })}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say('transmission.text')}</p>
          <DestinationFields known={known} to={to} onChange={setTo} isAsked={isAsked} />
          <TextField
            label={say('transmission.instruction')}
            hint={say('transmission.instructionHint')}
            value={said}
            onChange={setSaid}
            isLong
            fault={isAsked && instruction === '' ? say('refuse.needed') : undefined}
          />
        </>
      )}
    </DecisionForm>
  );
}

interface DestinationFieldsProps {
  readonly known: Transmitting;
  readonly to: Destination;
  readonly onChange: (to: Destination) => void;
  readonly isAsked: boolean;
}

function DestinationFields({ known, to, onChange, isAsked }: DestinationFieldsProps): ReactElement {
  const { say } = useSpeech();
  const obstacle = obstacleTo(known, to);
  const listed = receiversIn(known).map(({ id, name, isWaiting }) => ({
    value: id,
    text: isWaiting ? say('transmission.isWaiting', { name }) : name,
    isClosed: isWaiting,
  }));
  return (
    <>
      <Choice
        label={say('transmission.receiver')}
        value={to.receiver}
        options={[...listed, { value: ANOTHER, text: say('transmission.another') }]}
        onChange={(receiver) => {
          onChange({ ...to, receiver });
        }}
      />
      {to.receiver === ANOTHER ? (
        <TextField
          label={say('transmission.name')}
          value={to.name}
          onChange={(name) => {
            onChange({ ...to, name });
          }}
          maxLength={LONGEST_NAME}
          fault={isAsked && !isNamed(to) ? say('refuse.needed') : undefined}
        />
      ) : null}
      {obstacle === undefined ? null : <p className="meanwhile">{say(obstacle)}</p>}
    </>
  );
}

interface ListedReceiver {
  readonly id: string;
  readonly name: string;
  /** Whether it is being sent there already: once at a time is enough. */
  readonly isWaiting: boolean;
}

function receiversIn({ transmissionReceivers, request }: Transmitting): readonly ListedReceiver[] {
  const waiting = request?.transmissions.filter(({ state }) => state === 'waiting').map(({ receiver }) => receiver) ?? [];
  return transmissionReceivers.map(({ id, name }) => ({ id, name, isWaiting: waiting.includes(id) }));
}

function firstOf(known: Transmitting): string {
  return receiversIn(known).find(({ isWaiting }) => !isWaiting)?.id ?? ANOTHER;
}

function isNamed({ receiver, name }: Destination): boolean {
  return receiver !== ANOTHER || name.trim() !== '';
}

function namedBy({ receiver, name }: Destination): Pick<TransmissionInput, 'receiver' | 'name'> {
  return receiver === ANOTHER ? { name: name.trim() } : { receiver };
}

/** Why it is known before that nothing will be sent: then the subject is told so at once. */
function obstacleTo({ transmissionReceivers, request }: Transmitting, { receiver }: Destination): SayKey | undefined {
  if (receiver === ANOTHER) return 'transmission.notListed';
  if (transmissionReceivers.find(({ id }) => id === receiver)?.takesData === false) return 'transmission.noEndpoint';
  return request?.gate === null ? 'transmission.undetermined' : undefined;
}
