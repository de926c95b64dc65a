import type { ReactElement } from 'react';
import { usePermissions } from '../app/use-permissions.js';
import { Button } from '../parts/button.js';
import { DialogButton } from '../parts/dialog-button.js';
import { Fault } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import { DemandDialog } from './demand-dialog.js';
import { HandInField } from './hand-in-field.js';
import { PROPORTIONALITY, type ShownProof } from './shown-proof.js';
import type { ShownRequest } from './shown-request.js';
import { useCopy } from './use-copy.js';
import { useNameOf } from './use-people.js';
import { VerdictDialog } from './verdict-dialog.js';

interface DocumentPartProps {
  readonly request: ShownRequest;
  readonly proof: ShownProof;
  /** Whether something can still be proved. */
  readonly isUndecided: boolean;
}

/** A document is asked for on a recorded doubt alone, looked at by one person, and deleted with their decision (IDV-03 to IDV-05). */
export function DocumentPart(props: DocumentPartProps): ReactElement | null {
  const { document } = props.proof;
  return document === null ? <Demand {...props} /> : <Demanded {...props} document={document} />;
}

/** Whoever signed in to their account shows no document, and nobody does without a doubt or beyond what suffices. */
function isDemandable({ doubts, isEnough, brought }: ShownProof): boolean {
  return doubts.length > 0 && !isEnough && !brought.some(({ kind }) => kind === 'account' || kind === 'fresh_account');
}

function Demand({ request, proof, isUndecided }: DocumentPartProps): ReactElement | null {
  const { say } = useSpeech();
  const permissions = usePermissions();
  if (!isUndecided || !permissions.has('proof.document') || !isDemandable(proof)) return null;
  return (
    <div className="actions">
      <DialogButton dialog={(onClose) => <DemandDialog request={request} onClose={onClose} />}>
        {say('document.demand')}
      </DialogButton>
    </div>
  );
}

interface DemandedProps extends DocumentPartProps {
  readonly document: NonNullable<ShownProof['document']>;
}

function Demanded({ request, document, isUndecided }: DemandedProps): ReactElement {
  const { say, moment } = useSpeech();
  const word = useWord();
  const nameOf = useNameOf();
  const permissions = usePermissions();
  const { demandedAt, demandedBy, harmLevel, isSpecial, deleteBy, checked, why } = document;
  const mayHandIn = isUndecided && deleteBy === null && checked?.outcome !== 'accepted' && permissions.has('proof.check');
  return (
    <>
      <h3>{say('document.title')}</h3>
      <p>
        {say('document.demanded')} {word('harm', harmLevel)} {isSpecial ? say('document.special') : null}{' '}
        <span className="soft">
          {nameOf('staff', demandedBy)}, {moment(demandedAt)}
        </span>
      </p>
      {why ? <Why why={why} /> : null}
      {checked === null ? null : <Checked checked={checked} />}
      {deleteBy === null ? null : <Held request={request} deleteBy={deleteBy} isUndecided={isUndecided} />}
      {mayHandIn ? <HandInField request={request} /> : null}
    </>
  );
}

function Checked({ checked }: { readonly checked: NonNullable<DemandedProps['document']['checked']> }): ReactElement {
  const { say, moment } = useSpeech();
  const word = useWord();
  const nameOf = useNameOf();
  return (
    <p>
      <strong>{say(`document.${checked.outcome}`)}</strong> {word('documentKind', checked.kind)}{' '}
      <span className="soft">
        {nameOf('staff', checked.by)}, {moment(checked.at)}
      </span>
    </p>
  );
}

function Why({ why }: { readonly why: NonNullable<DemandedProps['document']['why']> }): ReactElement {
  const { say } = useSpeech();
  return (
    <details>
      <summary>{say('document.why')}</summary>
      <dl className="given">
        {PROPORTIONALITY.map((name) => (
          <div key={name}>
            <dt>{say(`document.${name}`)}</dt>
            <dd>
              <bdi>{why[name]}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

interface HeldProps extends Pick<DocumentPartProps, 'request' | 'isUndecided'> {
  readonly deleteBy: string;
}

/** A copy that waits. Nobody decides about it without a look: the service keeps to that. */
function Held({ request, deleteBy, isUndecided }: HeldProps): ReactElement {
  const { say, moment } = useSpeech();
  const permissions = usePermissions();
  const { save, isSaved, error, isPending } = useCopy(request.id);
  return (
    <>
      <p className="meanwhile">{say('document.waits', { at: moment(deleteBy) })}</p>
      {permissions.has('proof.document') && isUndecided ? (
        <div className="actions">
          <Button isPending={isPending} onPress={save}>
            {say('document.look')}
          </Button>
          <DialogButton dialog={(onClose) => <VerdictDialog request={request} onClose={onClose} />}>
            {say('document.decide')}
          </DialogButton>
        </div>
      ) : null}
      <p role="status">{isSaved ? say('document.saved') : null}</p>
      {error === undefined ? null : <Fault error={error} />}
    </>
  );
}
