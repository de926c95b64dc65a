import type { ReactElement } from 'react';
import { Choice } from '../../parts/choice.js';
import { TextField } from '../../parts/text-field.js';
import { Ticks } from '../../parts/ticks.js';
import { useSpeech } from '../../words/use-speech.js';
import { type EditedField, MARKS, type Mark, withKind, withMark } from './map-document.js';
import { isEditable, type YamlPath, withValue } from '../../yaml/yaml-document.js';
import { TextsFields } from './texts-fields.js';

interface FieldFormProps {
  readonly text: string;
  readonly path: YamlPath;
  readonly field: EditedField;
  readonly onChange: (text: string) => void;
}

const ORIGINS = ['', 'provided', 'observed', 'derived', 'inferred', 'third_party'] as const;
const KINDS = ['', 'email', 'phone', 'id', 'name', 'birthDate'] as const;
const MARK_WORDS = {
  special: 'map.special',
  thirdParty: 'map.thirdParty',
  freeText: 'map.freeText',
  secret: 'edit.secret',
} as const satisfies Record<Mark, string>;

/** One field, folded: its names, what it holds, where that comes from, and what has to be known of it. */
export function FieldForm({ text, path, field, onChange }: FieldFormProps): ReactElement {
  const { say } = useSpeech();
  const { name, title, description, category } = field;
  const set = (key: string, value: string | undefined): void => {
    onChange(withValue(text, [...path, key], value === '' ? undefined : value));
  };
  return (
    <details className="collection">
      <summary>
        <code>{name}</code>{' '}
        <span className={category === '' ? 'fault' : 'soft'}>{category === '' ? say('map.noCategory') : category}</span>
      </summary>
      {isEditable(text, path) ? (
        <>
          <TextsFields label={say('edit.name')} text={text} path={[...path, 'title']} texts={title} onChange={onChange} />
          <TextsFields
            label={say('edit.description')}
            text={text}
            path={[...path, 'description']}
            texts={description}
            onChange={onChange}
          />
          <TextField
            label={say('map.category')}
            hint={say('edit.categoryHint')}
            value={category}
            onChange={(value) => {
              set('category', value.trim());
            }}
          />
          <Choice
            label={say('map.origin')}
            value={ORIGINS.find((each) => each === field.origin) ?? ''}
            options={ORIGINS.map((value) => ({ value, text: value === '' ? say('map.noOrigin') : say(`origin.${value}`) }))}
            onChange={(value) => {
              set('origin', value);
            }}
          />
          <Found text={text} path={path} field={field} onChange={onChange} />
          <Marks text={text} path={path} field={field} onChange={onChange} />
          <OwnUse text={text} path={path} field={field} onChange={onChange} />
        </>
      ) : (
        <p className="soft">{say('edit.asYaml')}</p>
      )}
    </details>
  );
}

function Found({ text, path, field: { kind, namespace }, onChange }: FieldFormProps): ReactElement {
  const { say } = useSpeech();
  return (
    <>
      <Choice
        label={say('edit.kind')}
        value={KINDS.find((each) => each === kind) ?? ''}
        options={KINDS.map((value) => ({ value, text: value === '' ? say('edit.noKind') : say(`kind.${value}`) }))}
        onChange={(value) => {
          onChange(withKind(text, path, value, namespace));
        }}
      />
      {kind === 'id' ? (
        <TextField
          label={say('edit.namespace')}
          hint={say('edit.namespaceHint')}
          value={namespace}
          onChange={(value) => {
            onChange(withKind(text, path, kind, value));
          }}
        />
      ) : null}
    </>
  );
}

function Marks({ text, path, field: { marks }, onChange }: FieldFormProps): ReactElement {
  const { say } = useSpeech();
  return (
    <Ticks
      legend={say('map.marks')}
      options={MARKS.map((value) => ({ value, text: say(MARK_WORDS[value]) }))}
      chosen={marks}
      onChange={(chosen) => {
        const changed = MARKS.find((mark) => marks.includes(mark) !== chosen.includes(mark));
        if (changed !== undefined) onChange(withMark(text, path, changed, chosen.includes(changed)));
      }}
    />
  );
}

const OWN_USES = { '': undefined, yes: true, no: false } as const;

/** Asked of somebody else’s data alone: it decides whether they are handed over (Art. 20(4) GDPR). */
function OwnUse({ text, path, field: { marks, ownUse }, onChange }: FieldFormProps): ReactElement | null {
  const { say } = useSpeech();
  if (!marks.includes('thirdParty')) return null;
  const answers = ['', 'yes', 'no'] as const;
  return (
    <Choice
      label={say('edit.ownUse')}
      value={answers.find((answer) => OWN_USES[answer] === ownUse) ?? ''}
      options={answers.map((value) => ({ value, text: say(`edit.ownUse.${value === '' ? 'open' : value}`) }))}
      onChange={(value) => {
        onChange(withValue(text, [...path, 'ownUse'], OWN_USES[value]));
      }}
    />
  );
}
