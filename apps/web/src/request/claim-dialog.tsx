import { type ReactElement, useState } from 'react';
import { OnceDialog } from '../people/once-dialog.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAnswered } from './use-act.js';

interface ClaimDialogProps {
  readonly request: ShownRequest;
  readonly onClose: () => void;
}

/** Gives a new claim code, which is shown once: an officer tells it by another way than the link goes (security R48). */
export function ClaimDialog({ request, onClose }: ClaimDialogProps): ReactElement {
  const { say } = useSpeech();
  const { code, renew } = useClaimCode(request.id);
  if (code !== undefined)
    return (
      <OnceDialog
        title={say('claim.renew')}
        text={say('claim.once')}
        secret={inFours(code)}
        done={say('claim.done')}
        onClose={onClose}
      />
    );
  return (
    <DecisionForm
      title={say('claim.renew')}
      submit={say('claim.renew')}
      request={request}
      decide={renew}
      onClose={(isDone) => {
        // Then the code is shown first
        if (!isDone) onClose();
      }}
    >
      <p>{say('claim.text')}</p>
      {hasLink(request) ? <p>{say('claim.link')}</p> : null}
    </DecisionForm>
  );
}

interface ClaimCode {
  /** Kept here alone, and forgotten with the dialog. */
  readonly code: string | undefined;
  readonly renew: () => Promise<boolean>;
}

function useClaimCode(id: string): ClaimCode {
  const answered = useAnswered(id);
  const [code, setCode] = useState<string>();
  const renew = async (): Promise<boolean> => {
    const given = await answered('renewClaim', { id });
    setCode(given?.renewClaimCode.claimCode);
    return given !== undefined;
  };
  return { code, renew };
}

/** Whether an answer can be fetched: also while an addition to it is prepared. */
function hasLink({ state, expiresAt }: ShownRequest): boolean {
  return expiresAt !== null && state !== 'refused' && state !== 'cancelled';
}

function inFours(code: string): string {
  return code.replaceAll(/\d{4}(?=\d)/gu, '$& ');
}
