import { type ReactElement, useState } from 'react';
import { useDocument } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { Button } from '../parts/button.js';
import { DialogButton } from '../parts/dialog-button.js';
import { Part } from '../parts/part.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import { DocumentPart } from './document-part.js';
import { DoubtDialog } from './doubt-dialog.js';
import { FactsDialog } from './facts-dialog.js';
import { RepresentationDialog } from './representation-dialog.js';
import type { ShownProof } from './shown-proof.js';
import type { ShownRequest } from './shown-request.js';
import { useNameOf } from './use-people.js';

interface ProofPartProps {
  readonly request: ShownRequest;
}

interface StandingProps extends ProofPartProps {
  readonly proof: ShownProof;
}

/** How sure it is who asks, how sure it has to be and why, and whether somebody may act for another (IDV-02, PER-03 to PER-05). */
export function ProofPart({ request }: ProofPartProps): ReactElement {
  const { say, language } = useSpeech();
  const why = usePermissions().has('proof.document');
  const query = useDocument('proof', { id: request.id, language, why });
  return (
    <Part title={say('sure.title')} query={query}>
      {(data) => {
        const proof = data.request?.proof ?? undefined;
        return proof === undefined ? <p className="soft">{say('sure.none')}</p> : <Standing proof={proof} request={request} />;
      }}
    </Part>
  );
}

function Standing({ proof, request }: StandingProps): ReactElement {
  const { say, moment } = useSpeech();
  const word = useWord();
  const { required, reached, isEnough, reasons, brought } = proof;
  return (
    <>
      <p>
        <strong className={isEnough ? undefined : 'fault'}>{say(isEnough ? 'sure.enough' : 'sure.notEnough')}</strong>{' '}
        {say('sure.levels', {
          reached: reached === null ? say('sure.nothing') : word('level', reached),
          required: word('level', required),
        })}
      </p>
      <ul>
        {reasons.map(({ code, what }) => (
          <li key={code}>{what}</li>
        ))}
      </ul>
      {brought.length === 0 ? null : (
        <ul>
          {brought.map(({ kind, at }, index) => (
            <li key={index}>
              {word('brought', kind)} <span className="soft">{moment(at)}</span>
            </li>
          ))}
        </ul>
      )}
      <Known proof={proof} request={request} />
      <Doubts proof={proof} request={request} />
      <DocumentPart proof={proof} request={request} isUndecided={isUndecided(request)} />
      {proof.onBehalf === null ? null : <Represented proof={proof} onBehalf={proof.onBehalf} request={request} />}
    </>
  );
}

/** Nothing has to be proved any more once a request is decided. */
function isUndecided({ possibleEvents }: ShownRequest): boolean {
  return possibleEvents.includes('refuse');
}

/** Facts can be compared with what was found, as long as they would add something. What came of it is still told once they are enough. */
function Known({ proof: { isEnough }, request }: StandingProps): ReactElement {
  const { say } = useSpeech();
  const permissions = usePermissions();
  const [isOpen, setOpen] = useState(false);
  const isFound = request.state === 'awaiting_release' && request.included > 0;
  return (
    <>
      {!isEnough && isFound && permissions.has('proof.check') ? (
        <div className="actions">
          <Button
            onPress={() => {
              setOpen(true);
            }}
          >
            {say('facts.check')}
          </Button>
        </div>
      ) : null}
      {isOpen ? (
        <FactsDialog
          request={request}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

function Doubts({ proof: { doubts }, request }: StandingProps): ReactElement {
  const { say, moment } = useSpeech();
  const word = useWord();
  const nameOf = useNameOf();
  const permissions = usePermissions();
  return (
    <>
      {doubts.length === 0 ? null : (
        <ul>
          {doubts.map(({ id, because, at, by }) => (
            <li key={id}>
              {say('sure.doubt', { what: word('doubt', because) })}{' '}
              <span className="soft">
                {nameOf('staff', by)}, {moment(at)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {isUndecided(request) && permissions.has('request.ask') ? (
        <div className="actions">
          <DialogButton dialog={(onClose) => <DoubtDialog request={request} onClose={onClose} />}>
            {say('sure.noteDoubt')}
          </DialogButton>
        </div>
      ) : null}
    </>
  );
}

interface RepresentedProps extends StandingProps {
  readonly onBehalf: NonNullable<ShownProof['onBehalf']>;
}

function Represented({ proof: { representation }, onBehalf, request }: RepresentedProps): ReactElement {
  const { say } = useSpeech();
  const word = useWord();
  const permissions = usePermissions();
  return (
    <>
      <p>{say('represent.asks', { who: word('onBehalf', onBehalf) })}</p>
      {representation === null ? <p className="fault">{say('represent.undecided')}</p> : <Decided decided={representation} />}
      {isUndecided(request) && permissions.has('proof.represent') ? (
        <div className="actions">
          <DialogButton dialog={(onClose) => <RepresentationDialog request={request} onBehalf={onBehalf} onClose={onClose} />}>
            {say('represent.decide')}
          </DialogButton>
        </div>
      ) : null}
    </>
  );
}

function Decided({ decided }: { readonly decided: NonNullable<ShownProof['representation']> }): ReactElement {
  const { say, moment } = useSpeech();
  const word = useWord();
  const nameOf = useNameOf();
  const { outcome, answerTo, purpose, directive, at, by } = decided;
  return (
    <p>
      <strong>{say(`represent.${outcome}`)}</strong> {outcome === 'accepted' ? `${say(`answerTo.${answerTo}`)} ` : ''}
      {purpose === null ? '' : `${word('heirPurpose', purpose)} `}
      {directive === null ? '' : `${word('directed', directive.directs)} `}
      <span className="soft">
        {nameOf('staff', by)}, {moment(at)}
      </span>
    </p>
  );
}
