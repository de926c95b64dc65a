import { type ReactElement, useState } from 'react';
import type { KnownFactInput } from '../api/operations.generated.js';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Choice } from '../parts/choice.js';
import { Dialog } from '../parts/dialog.js';
import { FormDialog } from '../parts/form-dialog.js';
import { Failed, Loading } from '../parts/states.js';
import { TextField } from '../parts/text-field.js';
import { type FormStep, useFormStep } from '../sign-in/use-form-step.js';
import { useSpeech } from '../words/use-speech.js';
import type { ShownRequest } from './shown-request.js';
import { useAnswered } from './use-act.js';

type Field = NonNullable<AcceptedOf<'provableFacts'>['request']>['provableFacts'][number];
type Check = AcceptedOf<'checkFacts'>['checkKnownFacts'];

/** Fewer are guessed, and more are an interrogation; the service says the same. */
const FEWEST = 2;
const MOST = 5;

interface FactsDialogProps {
  readonly request: ShownRequest;
  readonly onClose: () => void;
}

/**
 * Compares what a person says, on the telephone say, with what was found (IDV-02, L2). It is told whether all of it is right, and no more: whoever
 * asks here learns nothing of what is held. What is typed is kept nowhere.
 */
export function FactsDialog({ request, onClose }: FactsDialogProps): ReactElement {
  const { say, language } = useSpeech();
  const { data, error, refetch } = useDocument('provableFacts', { id: request.id, language });
  const { check, ...step } = useCheck(request.id);
  // Also where the request goes on by itself, now that enough is proved
  if (check !== undefined) return <Checked check={check} onClose={onClose} />;
  const fields = data?.request?.provableFacts;
  if (fields !== undefined && fields.length > 0) return <Facts fields={fields} step={step} onClose={onClose} />;
  return (
    <Dialog title={say('facts.check')} onClose={onClose}>
      {fields !== undefined ? (
        <p>{say('facts.none')}</p>
      ) : error === null ? (
        <Loading />
      ) : (
        <Failed title={say('facts.failed')} error={error} onRetry={() => void refetch()} />
      )}
      <div className="actions">
        <Button onPress={onClose}>{say('app.close')}</Button>
      </div>
    </Dialog>
  );
}

/** Something that was said: which of the fields, and what. */
interface Said {
  readonly at: number;
  readonly value: string;
}

/** Of another field than those before, as long as there are any. */
function newSaid(place: number, fields: readonly Field[]): Said {
  return { at: place % fields.length, value: '' };
}

interface FactsProps extends Pick<FactsDialogProps, 'onClose'> {
  readonly fields: readonly Field[];
  readonly step: Omit<Checking, 'check'>;
}

function Facts({ fields, step: { isPending, error, run }, onClose }: FactsProps): ReactElement {
  const { say } = useSpeech();
  const [said, setSaid] = useState<readonly Said[]>(() => Array.from({ length: FEWEST }, (_, place) => newSaid(place, fields)));
  const [isAsked, setAsked] = useState(false);
  const facts = said.flatMap((each) => factOf(each, fields));
  return (
    <FormDialog
      title={say('facts.check')}
      submit={say('facts.submit')}
      isPending={isPending}
      error={error === undefined ? null : (error as Error)}
      onSubmit={() => {
        setAsked(true);
        if (facts.length === said.length) run(facts);
      }}
      onClose={onClose}
    >
      <p>{say('facts.text')}</p>
      {said.map((each, place) => (
        <SaidFields
          key={place}
          said={each}
          fields={fields}
          number={place + 1}
          isMissing={isAsked && each.value.trim() === ''}
          onChange={(changed) => {
            setSaid(said.map((other, at) => (at === place ? changed : other)));
          }}
        />
      ))}
      {said.length < MOST ? (
        <Button
          onPress={() => {
            setSaid([...said, newSaid(said.length, fields)]);
          }}
        >
          {say('facts.more')}
        </Button>
      ) : null}
    </FormDialog>
  );
}

interface SaidFieldsProps {
  readonly said: Said;
  readonly fields: readonly Field[];
  readonly number: number;
  readonly isMissing: boolean;
  readonly onChange: (said: Said) => void;
}

function SaidFields({ said, fields, number, isMissing, onChange }: SaidFieldsProps): ReactElement {
  const { say } = useSpeech();
  return (
    <fieldset>
      <legend>{say('facts.fact', { number })}</legend>
      <Choice
        label={say('facts.field')}
        value={String(said.at)}
        options={fields.map(({ collectionTitle, title }, at) => ({ value: String(at), text: `${collectionTitle} · ${title}` }))}
        onChange={(at) => {
          onChange({ ...said, at: Number(at) });
        }}
      />
      <TextField
        label={say('facts.value')}
        hint={say('facts.valueHint')}
        value={said.value}
        autoComplete="off"
        onChange={(value) => {
          onChange({ ...said, value });
        }}
        fault={isMissing ? say('refuse.needed') : undefined}
      />
    </fieldset>
  );
}

function factOf({ at, value }: Said, fields: readonly Field[]): readonly KnownFactInput[] {
  const field = fields[at];
  if (field === undefined || value.trim() === '') return [];
  return [{ source: field.source, collection: field.collection, field: field.field, value: value.trim() }];
}

interface Checking extends Omit<FormStep, 'run'> {
  readonly check: Check | undefined;
  readonly run: (facts: readonly KnownFactInput[]) => void;
}

/** Has facts compared. */
function useCheck(id: string): Checking {
  const answered = useAnswered(id);
  const [check, setCheck] = useState<Check>();
  const { isPending, error, run } = useFormStep();
  return {
    ...{ check, isPending, error },
    run: (facts) => {
      run(async () => {
        setCheck((await answered('checkFacts', { id, facts: [...facts] }))?.checkKnownFacts);
      });
    },
  };
}

function Checked({ check, onClose }: { readonly check: Check; readonly onClose: () => void }): ReactElement {
  const { say } = useSpeech();
  return (
    <Dialog title={say('facts.check')} onClose={onClose}>
      <p role="status">
        <strong>{say(check.isRight ? 'facts.right' : 'facts.wrong')}</strong>{' '}
        {check.isRight ? null : say('facts.left', { count: check.triesLeft })}
      </p>
      <div className="actions">
        <Button weight="main" onPress={onClose}>
          {say('app.close')}
        </Button>
      </div>
    </Dialog>
  );
}
