import { type ReactElement, useState } from 'react';
import type { Language, LetterInput, LetterKind } from '../api/operations.generated.js';
import { type AcceptedOf, Cancelled } from '../api/service.js';
import { useService } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Choice } from '../parts/choice.js';
import { Dialog } from '../parts/dialog.js';
import { Fault } from '../parts/states.js';
import { TextField } from '../parts/text-field.js';
import { useFormStep } from '../sign-in/use-form-step.js';
import { LANGUAGES, useSpeech } from '../words/use-speech.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

const KINDS: readonly LetterKind[] = [
  'acknowledgement',
  'answer',
  'partial_answer',
  'no_data',
  'refusal',
  'extension',
  'identity_question',
  'scope_question',
  'archive_expiry',
  'wrong_controller',
  'fee',
];

type Preview = AcceptedOf<'letterPreview'>['letterPreview'];

/** A letter as it is chosen, and as it would go out: whatever is changed has to be looked at again. */
interface LetterDraft {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly addressee: string;
  readonly preview: Preview | undefined;
}

interface LetterDialogProps {
  readonly request: ShownRequest;
  readonly onClose: () => void;
}

/** Writes a letter, which is seen before. */
export function LetterDialog({ request, onClose }: LetterDialogProps): ReactElement {
  const { say } = useSpeech();
  const service = useService();
  const act = useAct(request.id);
  const [draft, setDraft] = useState<LetterDraft>({
    kind: 'acknowledgement',
    language: request.language,
    addressee: '',
    preview: undefined,
  });
  const { isPending, error, run } = useFormStep();
  const { preview } = draft;
  const change = (changes: Partial<LetterDraft>): void => {
    setDraft((earlier) => ({ ...earlier, preview: undefined, ...changes }));
  };
  const look = async (): Promise<void> => {
    change({});
    const found = await service.run('letterPreview', { id: request.id, letter: letterOf(draft) }).catch(unlessCancelled);
    if (found !== undefined) change({ preview: found.letterPreview });
  };
  const write = async (): Promise<void> => {
    if (await act('writeLetter', { id: request.id, letter: letterOf(draft) })) onClose();
  };
  return (
    <Dialog title={say('letters.write')} onClose={onClose}>
      <p>{say('letters.text')}</p>
      <LetterFields draft={draft} change={change} />
      {error === undefined ? null : <Fault error={error} />}
      {preview === undefined ? null : <Shown preview={preview} language={draft.language} />}
      <div className="actions">
        <Button
          weight="main"
          isPending={isPending}
          onPress={() => {
            run(preview === undefined ? look : write);
          }}
        >
          {say(preview === undefined ? 'letters.preview' : 'letters.keep')}
        </Button>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
      </div>
    </Dialog>
  );
}

function letterOf({ kind, language, addressee }: LetterDraft): LetterInput {
  return { kind, language, ...(addressee.trim() === '' ? {} : { addressee: addressee.trim() }) };
}

function unlessCancelled(failure: unknown): undefined {
  if (!(failure instanceof Cancelled)) throw failure;
}

function Shown({ preview: { title, text }, language }: { readonly preview: Preview; readonly language: Language }): ReactElement {
  const { say } = useSpeech();
  return (
    <section className="letter" aria-label={say('letters.preview')} lang={language} tabIndex={0}>
      <h3>{title}</h3>
      <pre>{text}</pre>
    </section>
  );
}

interface LetterFieldsProps {
  readonly draft: LetterDraft;
  readonly change: (changes: Partial<LetterDraft>) => void;
}

function LetterFields({ draft: { kind, language, addressee }, change }: LetterFieldsProps): ReactElement {
  const { say } = useSpeech();
  return (
    <>
      <Choice
        label={say('letters.kind')}
        value={kind}
        options={KINDS.map((value) => ({ value, text: say(`letter.${value}`) }))}
        onChange={(chosen) => {
          change({ kind: chosen });
        }}
      />
      <Choice
        label={say('app.language')}
        value={language}
        options={LANGUAGES.map(([value, text]) => ({ value, text }))}
        onChange={(chosen) => {
          change({ language: chosen });
        }}
      />
      <TextField
        label={say('letters.addressee')}
        value={addressee}
        onChange={(typed) => {
          change({ addressee: typed });
        }}
      />
    </>
  );
}
