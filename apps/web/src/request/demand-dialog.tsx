import { type ReactElement, useState } from 'react';
import type { Harm, ProportionalityInput } from '../api/operations.generated.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { Tick } from '../parts/tick.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import { PROPORTIONALITY } from './shown-proof.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

const HARMS: readonly Harm[] = ['low', 'medium', 'high'];

const EMPTY: ProportionalityInput = {
  ...{ dataTypes: '', nature: '', context: '', harm: '', nothingLess: '' },
  ...{ harmLevel: 'medium', isSpecial: false },
};

interface DemandDialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/** Asks for a document, with the whole record of why it is proportionate (IDV-03; EDPB Guidelines 01/2022, §70 and 71). */
export function DemandDialog({ request, onClose }: DemandDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [why, setWhy] = useState(EMPTY);
  return (
    <DecisionForm
      title={say('document.demand')}
      submit={say('document.demand')}
      request={request}
      isWhole={PROPORTIONALITY.every((name) => why[name].trim() !== '')}
      decide={() => act('demandDocument', { id: request.id, why })}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say('document.demandText')}</p>
          {PROPORTIONALITY.map((name) => (
            <TextField
              key={name}
              label={say(`document.${name}`)}
              value={why[name]}
              onChange={(text) => {
                setWhy({ ...why, [name]: text });
              }}
              fault={isAsked && why[name].trim() === '' ? say('refuse.needed') : undefined}
            />
          ))}
          <Choice
            label={say('document.harmLevel')}
            value={why.harmLevel}
            options={HARMS.map((value) => ({ value, text: say(`harm.${value}`) }))}
            onChange={(harmLevel) => {
              setWhy({ ...why, harmLevel });
            }}
          />
          <Tick
            isTicked={why.isSpecial}
            onChange={(isSpecial) => {
              setWhy({ ...why, isSpecial });
            }}
          >
            {say('document.isSpecial')}
          </Tick>
        </>
      )}
    </DecisionForm>
  );
}
