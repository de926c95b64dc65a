import type { ReactElement } from 'react';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { Tick } from '../parts/tick.js';
import { useSpeech } from '../words/use-speech.js';
import { placeIn, referenceTo, variableOf } from './config-document.js';
import type { ConnectorKind } from './connector-kind.js';

interface SettingFieldProps {
  /** The id of the source. */
  readonly source: string;
  readonly setting: ConnectorKind['settings'][number];
  readonly value: string;
  readonly onChange: (value: string | number | boolean) => void;
}

/** One setting, as its kind wants it. What it is for says the connector, in English. */
export function SettingField(props: SettingFieldProps): ReactElement {
  const { setting, value, onChange } = props;
  const { name, kind, description } = setting;
  return (
    <>
      {kind === 'secret' ? (
        <SecretField {...props} />
      ) : kind === 'choice' ? (
        <ChosenField {...props} />
      ) : kind === 'flag' ? (
        <Tick isTicked={(value === '' ? setting.byDefault : value) === 'true'} onChange={onChange}>
          {name}
        </Tick>
      ) : (
        <WrittenField {...props} />
      )}
      {description === null ? null : (
        <p className="hint" lang="en">
          {description}
        </p>
      )}
    </>
  );
}

function WrittenField({ setting: { name, kind, byDefault }, value, onChange }: SettingFieldProps): ReactElement {
  const { say } = useSpeech();
  return (
    <TextField
      label={name}
      {...(byDefault === null ? {} : { hint: say('draft.byDefault', { value: byDefault }) })}
      inputMode={kind === 'number' ? 'numeric' : 'text'}
      value={value}
      onChange={(typed) => {
        onChange(kind === 'number' && /^\d{1,9}$/u.test(typed) ? Number(typed) : typed);
      }}
    />
  );
}

function ChosenField({ setting: { name, options, byDefault }, value, onChange }: SettingFieldProps): ReactElement {
  const { say } = useSpeech();
  const unset = byDefault === null ? say('draft.unset') : say('draft.byDefault', { value: byDefault });
  return (
    <Choice
      label={name}
      value={value}
      options={[{ value: '', text: unset }, ...options.map((option) => ({ value: option, text: option }))]}
      onChange={onChange}
    />
  );
}

const PLACES = ['env', 'file'] as const;

/** A secret is never typed here: only the name of the variable or the file that it is read from. */
function SecretField({ source, setting: { name, isRequired }, value, onChange }: SettingFieldProps): ReactElement {
  const { say } = useSpeech();
  const place = placeIn(value);
  const kind = place?.kind ?? 'env';
  const isTyped = value !== '' && place === undefined;
  return (
    <div className="texts">
      <Choice
        label={say('draft.secretIn', { name })}
        value={kind}
        options={PLACES.map((each) => ({ value: each, text: say(`draft.${each}`) }))}
        onChange={(chosen) => {
          onChange(referenceTo({ kind: chosen, name: chosen === 'env' ? variableOf(source, name) : `./${source}-${name}.txt` }));
        }}
      />
      <TextField
        label={say('draft.secretName', { name })}
        hint={say('draft.secretHint')}
        value={place?.name ?? ''}
        fault={isTyped ? say('draft.secretTyped') : isNamed(kind, place?.name, isRequired) ? undefined : say('draft.secretNone')}
        onChange={(typed) => {
          onChange(typed === '' && !isRequired ? '' : referenceTo({ kind, name: typed.replaceAll('}', '') }));
        }}
      />
    </div>
  );
}

function isNamed(kind: 'env' | 'file', name: string | undefined, isRequired: boolean): boolean {
  if (name === undefined) return !isRequired;
  return kind === 'env' ? /^[A-Za-z_]\w*$/u.test(name) : name !== '';
}
