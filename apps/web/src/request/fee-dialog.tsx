import { type ReactElement, useState } from 'react';
import type { FeeCause } from '../api/operations.generated.js';
import { useService } from '../api/use-service.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import { COSTS, type FeeDraft, type FeeLack, feeOf, lacksOf, namesEarlier, NO_FEE } from './fee-draft.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface FeeDialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/** A fee for a further copy or an excess, of direct costs alone: told before anything is due (Art. 12(5), 15(3); OUT-06). */
export function FeeDialog({ request, onClose }: FeeDialogProps): ReactElement {
  const { say } = useSpeech();
  const service = useService();
  const act = useAct(request.id);
  const [draft, setDraft] = useState(NO_FEE);
  const lacks = lacksOf(draft);
  const { cause } = draft;
  return (
    <DecisionForm
      title={say('act.announceFee')}
      submit={say('act.announceFee')}
      request={request}
      isWhole={lacks.length === 0}
      decide={async (seen) =>
        cause !== '' && act('announceFee', { id: request.id, fee: await feeOf(service, draft, cause), seen })
      }
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say('fee.announceText')}</p>
          <CauseFields
            draft={draft}
            lacks={isAsked ? lacks : []}
            change={(typed) => {
              setDraft({ ...draft, ...typed });
            }}
          />
          <CostFields
            draft={draft}
            lacks={isAsked ? lacks : []}
            change={(typed) => {
              setDraft({ ...draft, ...typed });
            }}
          />
        </>
      )}
    </DecisionForm>
  );
}

interface FieldsProps {
  readonly draft: FeeDraft;
  readonly lacks: readonly FeeLack[];
  readonly change: (typed: Partial<FeeDraft>) => void;
}

const CAUSES: readonly FeeCause[] = ['further_copy', 'excessive', 'manifestly_unfounded'];

function CauseFields({ draft, lacks, change }: FieldsProps): ReactElement {
  const { say } = useSpeech();
  return (
    <>
      <Choice<FeeDraft['cause']>
        label={say('fee.for')}
        value={draft.cause}
        options={[{ value: '', text: '—' }, ...CAUSES.map((value) => ({ value, text: say(`feeCause.${value}`) }))]}
        onChange={(cause) => {
          change({ cause });
        }}
        fault={lacks.includes('cause') ? say('fee.noCause') : undefined}
      />
      {draft.cause === 'further_copy' ? <p>{say('fee.copyText')}</p> : null}
      {namesEarlier(draft) ? (
        <TextField
          label={say('fee.earlier')}
          value={draft.earlier}
          onChange={(earlier) => {
            change({ earlier });
          }}
          fault={lacks.includes('earlier') ? say('refuse.needed') : undefined}
        />
      ) : null}
      <TextField
        label={say('fee.evidence')}
        hint={say('fee.evidenceHint')}
        value={draft.evidence}
        onChange={(evidence) => {
          change({ evidence });
        }}
        isLong
        fault={lacks.includes('evidence') ? say('refuse.needed') : undefined}
      />
    </>
  );
}

function CostFields({ draft, lacks, change }: FieldsProps): ReactElement {
  const { say } = useSpeech();
  return (
    <>
      <fieldset>
        <legend>{say('fee.costs')}</legend>
        <p>{say('fee.costsText')}</p>
        {lacks.includes('costs') ? <p className="fault">{say('fee.noCosts')}</p> : null}
        {COSTS.map((cost) => (
          <TextField
            key={cost}
            label={say(`cost.${cost}`)}
            inputMode="decimal"
            value={draft.costs[cost]}
            onChange={(amount) => {
              change({ costs: { ...draft.costs, [cost]: amount } });
            }}
            fault={lacks.includes(cost) ? say('fee.noAmount') : undefined}
          />
        ))}
      </fieldset>
      <TextField
        label={say('fee.currency')}
        value={draft.currency}
        onChange={(currency) => {
          change({ currency });
        }}
        fault={lacks.includes('currency') ? say('fee.noCurrency') : undefined}
      />
      <TextField
        label={say('fee.answerBy')}
        hint={say('fee.answerByHint')}
        type="date"
        value={draft.answerBy}
        onChange={(answerBy) => {
          change({ answerBy });
        }}
        fault={lacks.includes('answerBy') ? say('fee.noDay') : undefined}
      />
    </>
  );
}
