import { type ReactElement, useState } from 'react';
import type { RefusalGround } from '../api/operations.generated.js';
import { ServiceRefusal } from '../api/service.js';
import { useDocument, useService } from '../api/use-service.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import {
  FIELDS_OF,
  type GroundField,
  groundedRefusal,
  groundOf,
  isWhole,
  lackOf,
  NOTHING_TYPED,
  type RefusalDraft,
  refusalOf,
} from './grounded-draft.js';
import { type Outlook, OutlookPart } from './refusal-outlook.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface RefuseDialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/**
 * A refusal has a reason, and rests on a ground of the law with what shows it, or on that it stayed unproved who asks,
 * where that is so (Art. 12(4) to 12(6), 23; OUT-03 to OUT-05, OUT-07). What the service does not take is said beside its field, and nothing that was typed is lost.
 */
export function RefuseDialog({ request, onClose }: RefuseDialogProps): ReactElement {
  const { say } = useSpeech();
  const [draft, setDraft] = useState(NOTHING_TYPED);
  const { code, decide } = useRefusal(request, draft);
  const outlook = useDocument('refusalOutlook', { id: request.id }).data?.request?.refusalOutlook;
  const ground = groundOf(draft);
  const change = (typed: Partial<RefusalDraft>): void => {
    setDraft({ ...draft, ...typed });
  };
  return (
    <DecisionForm
      title={say('act.refuse')}
      submit={say('act.refuse')}
      isGrave
      request={request}
      isWhole={isWhole(draft)}
      decide={decide}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say('act.refuseText')}</p>
          <TextField
            label={say('act.refuseReason')}
            hint={say('refuse.readHint')}
            value={draft.reason}
            onChange={(reason) => {
              change({ reason });
            }}
            isLong
            autoFocus
            fault={isAsked && draft.reason.trim() === '' ? say('act.required') : undefined}
          />
          <GroundChoice value={draft.ground} onChange={change} isAsked={isAsked} outlook={outlook} />
          {outlook === undefined ? null : <OutlookPart outlook={outlook} />}
          {draft.ground === 'unproved' ? <p>{say('refuse.unprovedText')}</p> : null}
          <p>{say('refuse.never')}</p>
          {ground === undefined ? null : (
            <GroundFields ground={ground} draft={draft} onChange={change} isAsked={isAsked} code={code} />
          )}
        </>
      )}
    </DecisionForm>
  );
}

interface Refusal {
  /** What the service refused it for, where it has to do with what was typed. */
  readonly code: string | undefined;
  readonly decide: (seen: number) => Promise<boolean>;
}

function useRefusal({ id, possibleEvents }: ShownRequest, draft: RefusalDraft): Refusal {
  const service = useService();
  const act = useAct(id);
  const [refused, setRefused] = useState<{ readonly ground: string; readonly code: string }>();
  const refuse = async (seen: number): Promise<boolean> => {
    const ground = groundOf(draft);
    if (ground === undefined) return act('refuseUnproved', { id, reason: draft.reason.trim(), seen });
    return act('refuseOnGround', { id, refusal: await groundedRefusal(service, draft, ground), seen });
  };
  const decide = async (seen: number): Promise<boolean> => {
    setRefused(undefined);
    try {
      return await refuse(seen);
    } catch (failure) {
      if (failure instanceof ServiceRefusal) setRefused({ ground: draft.ground, code: failure.code });
      throw failure;
    }
  };
  const isOfField = refused?.ground === draft.ground && possibleEvents.includes('refuse');
  return { code: isOfField ? refused.code : undefined, decide };
}

interface GroundChoiceProps {
  readonly value: RefusalDraft['ground'];
  readonly onChange: (typed: Partial<RefusalDraft>) => void;
  readonly isAsked: boolean;
  /** What the service says can be claimed at all; missing while it is asked. */
  readonly outlook: Outlook | undefined;
}

const GROUNDS: readonly RefusalGround[] = ['manifestly_unfounded', 'excessive', 'abuse', 'legal_restriction'];

/** Each ground, the excess only where something is repeated (OUT-04); and that it is not proved who asks, only where it is not (OUT-03). */
function GroundChoice({ value, onChange, isAsked, outlook }: GroundChoiceProps): ReactElement {
  const { say } = useSpeech();
  const isExcessClosed = outlook !== undefined && outlook.notExcessive !== null;
  const unproved = outlook?.unproved === 'authority_not_shown' ? outlook.unproved : 'identity_not_proved';
  return (
    <>
      <Choice
        label={say('refuse.ground')}
        value={value}
        options={[
          { value: '', text: '—' },
          ...GROUNDS.map((ground) => ({
            value: ground,
            text: say(`ground.${ground}`),
            isClosed: ground === 'excessive' && isExcessClosed,
          })),
          { value: 'unproved', text: say(`refuse.unproved.${unproved}`), isClosed: outlook?.unproved == null },
        ]}
        onChange={(ground) => {
          onChange({ ground });
        }}
        fault={isAsked && value === '' ? say('refuse.noChoice') : undefined}
      />
      {outlook?.unproved === null ? <p className="soft">{say('refuse.proved')}</p> : null}
    </>
  );
}

interface GroundFieldsProps extends Pick<GroundChoiceProps, 'onChange' | 'isAsked'> {
  readonly ground: RefusalGround;
  readonly draft: RefusalDraft;
  readonly code: string | undefined;
}

function GroundFields({ ground, draft, onChange, isAsked, code }: GroundFieldsProps): ReactElement {
  const { say } = useSpeech();
  const faultOf = (field: GroundField): string | undefined => {
    const wrong = (isAsked ? lackOf(draft, field) : undefined) ?? refusalOf(code, field);
    return wrong === undefined ? undefined : say(wrong);
  };
  return (
    <>
      {FIELDS_OF[ground].map((field) => (
        <TextField
          key={field}
          label={field === 'evidence' ? say(`shows.${ground}`) : say(`groundField.${field}`)}
          {...(field === 'repeats' ? {} : { hint: say('refuse.showsHint') })}
          value={draft[field]}
          onChange={(text) => {
            onChange({ [field]: text });
          }}
          isLong={field === 'evidence' || field === 'intent'}
          fault={faultOf(field)}
        />
      ))}
    </>
  );
}
