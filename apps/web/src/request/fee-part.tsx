import { type ReactElement, useState } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { Button } from '../parts/button.js';
import { Part } from '../parts/part.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import { DecisionForm } from './decision-form.js';
import { moneyIn } from './money.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';
import { useNameOf } from './use-people.js';

type Fee = NonNullable<NonNullable<AcceptedOf<'fee'>['request']>['fee']>;

/** A fee that was announced: what it is made up of, until when it waits, and what came of it (OUT-06). */
export function FeePart({ request }: { readonly request: ShownRequest }): ReactElement {
  const { say } = useSpeech();
  const words = usePermissions().has('fee.note');
  const query = useDocument('fee', { id: request.id, words });
  return (
    <Part title={say('fee.title')} query={query}>
      {(data) => {
        const fee = data.request?.fee ?? undefined;
        return fee === undefined ? null : <Standing fee={fee} request={request} />;
      }}
    </Part>
  );
}

interface StandingProps {
  readonly fee: Fee;
  readonly request: ShownRequest;
}

function Standing({ fee, request }: StandingProps): ReactElement {
  const { say, day, language } = useSpeech();
  const word = useWord();
  const { cause, earlierOn, costs, total, currency, answerBy, standing, evidence } = fee;
  const money = (cents: number): string => moneyIn(language, currency, cents);
  return (
    <>
      <p>
        <strong>{money(total)}</strong> {word('feeStanding', standing)}
      </p>
      <p>
        {word('feeCause', cause)}
        {earlierOn === null ? null : <> ({day(earlierOn)})</>}
      </p>
      <ul>
        {costs.map(({ cost, cents }) => (
          <li key={cost}>
            {say(`cost.${cost}`)}: {money(cents)}
          </li>
        ))}
      </ul>
      {standing === 'announced' ? <p>{say('fee.waits', { day: day(answerBy) })}</p> : null}
      {evidence === null || evidence === undefined ? null : (
        <p>
          <bdi>{evidence}</bdi>
        </p>
      )}
      <Steps fee={fee} />
      <FeeActs fee={fee} request={request} />
    </>
  );
}

/** Who did what of it, and when. */
function Steps({
  fee: { announcedAt, announcedBy, acceptedAt, acceptedBy, endedAt, standing },
}: {
  readonly fee: Fee;
}): ReactElement {
  const { say, moment } = useSpeech();
  const word = useWord();
  const nameOf = useNameOf();
  return (
    <p className="soft">
      {word('feeStanding', 'announced')}: {nameOf('staff', announcedBy)}, {moment(announcedAt)}
      {acceptedAt === null ? null : (
        <>
          {' · '}
          {word('feeStanding', 'accepted')}:{' '}
          {acceptedBy === null || acceptedBy === 'subject' ? say('fee.bySubject') : nameOf('staff', acceptedBy)},{' '}
          {moment(acceptedAt)}
        </>
      )}
      {endedAt === null ? null : (
        <>
          {' · '}
          {word('feeStanding', standing)}: {moment(endedAt)}
        </>
      )}
    </p>
  );
}

type FeeAct = 'accepted' | 'paid' | 'waived';

function FeeActs({ fee: { endedAt, standing }, request }: StandingProps): ReactElement | null {
  const { say } = useSpeech();
  const permissions = usePermissions();
  const [open, setOpen] = useState<FeeAct>();
  if (endedAt !== null || !request.possibleEvents.includes('cancel')) return null;
  const acts: readonly FeeAct[] = [
    ...(permissions.has('fee.note') && standing === 'announced' ? (['accepted'] as const) : []),
    ...(permissions.has('fee.note') ? (['paid'] as const) : []),
    ...(permissions.has('fee.announce') ? (['waived'] as const) : []),
  ];
  return (
    <div className="actions">
      {acts.map((name) => (
        <Button
          key={name}
          onPress={() => {
            setOpen(name);
          }}
        >
          {say(`feeAct.${name}`)}
        </Button>
      ))}
      {open === undefined ? null : (
        <FeeNoteDialog
          name={open}
          request={request}
          onClose={() => {
            setOpen(undefined);
          }}
        />
      )}
    </div>
  );
}

interface FeeNoteDialogProps {
  readonly name: FeeAct;
  readonly request: ShownRequest;
  readonly onClose: () => void;
}

/** Notes that it was accepted or paid, or waives it: what only waited for it goes out then. */
function FeeNoteDialog({ name, request: shown, onClose }: FeeNoteDialogProps): ReactElement {
  const { say } = useSpeech();
  const { id } = shown;
  const act = useAct(id);
  const [text, setText] = useState('');
  const words = text.trim() === '' ? {} : { words: text.trim() };
  return (
    <DecisionForm
      title={say(`feeAct.${name}`)}
      submit={say(`feeAct.${name}`)}
      request={shown}
      decide={(seen) =>
        name === 'waived' ? act('waiveFee', { id, ...words, seen }) : act('noteFee', { id, noted: { as: name, ...words }, seen })
      }
      onClose={onClose}
    >
      <p>{say('feeAct.text')}</p>
      <TextField label={say(`feeWords.${name}`)} value={text} onChange={setText} isLong />
    </DecisionForm>
  );
}
