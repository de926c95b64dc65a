import { type ReactElement, useState } from 'react';
import { useChange } from '../api/use-change.js';
import { FormDialog } from '../parts/form-dialog.js';
import { TextField } from '../parts/text-field.js';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';
import { OnceDialog } from './once-dialog.js';

const MOST_DAYS = 90;

interface IssueDialogProps {
  readonly scopes: readonly string[];
  readonly onClose: () => void;
}

/** Makes a token for a program; it is shown once. */
export function IssueDialog({ scopes, onClose }: IssueDialogProps): ReactElement {
  const { say, day } = useSpeech();
  const { mutate, data, error, isPending } = useChange('createToken', ['tokens']);
  const [name, setName] = useState('');
  const [days, setDays] = useState('30');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isAsked, setAsked] = useState(false);
  if (data !== undefined) {
    const { token, description } = data.createToken;
    const text = say('tokens.once', { name: description.name, until: day(description.expiresAt) });
    return <OnceDialog title={say('tokens.issued')} text={text} secret={token} onClose={onClose} />;
  }
  const count = /^\d{1,2}$/u.test(days) ? Number(days) : 0;
  const areDaysWrong = count < 1 || count > MOST_DAYS;
  return (
    <FormDialog
      title={say('tokens.issue')}
      submit={say('tokens.issue')}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (name.trim() !== '' && !areDaysWrong && chosen.length > 0)
          mutate({ input: { name: name.trim(), days: count, scopes: chosen } });
      }}
    >
      <TextField
        label={say('tokens.name')}
        value={name}
        onChange={setName}
        autoFocus
        fault={isAsked && name.trim() === '' ? say('people.missing') : undefined}
      />
      <TextField
        label={say('tokens.days')}
        value={days}
        inputMode="numeric"
        onChange={setDays}
        fault={isAsked && areDaysWrong ? say('tokens.daysFault') : undefined}
      />
      <Scopes scopes={scopes} chosen={chosen} onChange={setChosen} isMissing={isAsked && chosen.length === 0} />
    </FormDialog>
  );
}

interface ScopesProps {
  readonly scopes: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly isMissing: boolean;
}

function Scopes({ scopes, chosen, onChange, isMissing }: ScopesProps): ReactElement {
  const { say } = useSpeech();
  return (
    <fieldset className={isMissing ? 'faulty' : undefined}>
      <legend>{say('tokens.scopes')}</legend>
      {scopes.map((scope) => {
        const word = knownWord('scope', scope);
        return (
          <label key={scope} className="tick">
            <input
              type="checkbox"
              checked={chosen.includes(scope)}
              onChange={({ target }) => {
                onChange(target.checked ? [...chosen, scope] : chosen.filter((each) => each !== scope));
              }}
            />
            <span>
              {word === undefined ? null : say(word)} <code>{scope}</code>
            </span>
          </label>
        );
      })}
      {isMissing ? (
        <p className="fault" role="alert">
          {say('tokens.scopesFault')}
        </p>
      ) : null}
    </fieldset>
  );
}
