import { type ReactElement, useState } from 'react';
import { Form } from 'react-aria-components';
import { useDocument } from '../../api/use-service.js';
import { Button } from '../../parts/button.js';
import { Choice } from '../../parts/choice.js';
import { TextField } from '../../parts/text-field.js';
import { Tick } from '../../parts/tick.js';
import { useSpeech } from '../../words/use-speech.js';
import { FieldForm } from './field-form.js';
import { type EditedCollection, withValue } from './map-document.js';
import { TextsFields } from './texts-fields.js';

interface CollectionFormProps {
  /** The whole map as it is written now. */
  readonly text: string;
  readonly collection: EditedCollection;
  readonly onChange: (text: string) => void;
}

const AS = ['owned', 'context'] as const;

/** What a collection is for, how it belongs to others, and its fields. */
export function CollectionForm({ text, collection, onChange }: CollectionFormProps): ReactElement {
  const { say } = useSpeech();
  const { name, title, description, references, fields } = collection;
  const path = ['collections', name];
  if (!collection.isEditable) return <p className="soft">{say('edit.asYaml')}</p>;
  return (
    <>
      <TextsFields label={say('edit.name')} text={text} path={[...path, 'title']} texts={title} onChange={onChange} />
      <TextsFields
        label={say('edit.description')}
        text={text}
        path={[...path, 'description']}
        texts={description}
        onChange={onChange}
      />
      <Purpose text={text} collection={collection} onChange={onChange} />
      {references.length === 0 ? null : <h2>{say('edit.references')}</h2>}
      {references.map(({ name: reference, to, as }) => (
        <Choice
          key={reference}
          label={say('edit.reference', { reference, to })}
          value={AS.find((each) => each === as) ?? 'context'}
          options={AS.map((value) => ({ value, text: say(`edit.${value}`) }))}
          onChange={(value) => {
            onChange(withValue(text, [...path, 'references', reference, 'as'], value));
          }}
        />
      ))}
      <h2>{say('edit.fields')}</h2>
      {fields.map((field) => (
        <FieldForm key={field.name} text={text} path={[...path, 'fields', field.name]} field={field} onChange={onChange} />
      ))}
      <NewField text={text} collection={collection} onChange={onChange} />
    </>
  );
}

function Purpose({ text, collection, onChange }: CollectionFormProps): ReactElement {
  const { say, language } = useSpeech();
  const known = useDocument('activities', { language }).data?.register?.activities ?? [];
  const { name, activity, isSearched, reason } = collection;
  const path = ['collections', name];
  const others = [{ id: '', title: say('edit.noActivity') }];
  if (activity !== '' && known.every(({ id }) => id !== activity)) others.push({ id: activity, title: activity });
  return (
    <>
      <Choice
        label={say('edit.activity')}
        value={activity}
        options={[...others, ...known].map(({ id, title }) => ({ value: id, text: title }))}
        onChange={(id) => {
          onChange(withValue(text, [...path, 'activity'], id === '' ? undefined : id));
        }}
      />
      <Tick
        isTicked={isSearched}
        onChange={(isTicked) => {
          onChange(withValue(text, [...path, 'personal'], isTicked ? undefined : 'none'));
        }}
      >
        {say('edit.searched')}
      </Tick>
      {isSearched ? null : (
        <TextField
          label={say('edit.reason')}
          value={reason}
          onChange={(said) => {
            onChange(withValue(text, [...path, 'reason'], said === '' ? undefined : said));
          }}
        />
      )}
    </>
  );
}

function NewField({ text, collection: { name, fields }, onChange }: CollectionFormProps): ReactElement {
  const { say } = useSpeech();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const add = (): void => {
    const field = typed.trim();
    if (field === '' || field.includes('.')) setFault(say('edit.noName'));
    else if (fields.some((each) => each.name === field)) setFault(say('edit.there'));
    else {
      setFault(undefined);
      setTyped('');
      onChange(withValue(text, ['collections', name, 'fields', field], {}));
    }
  };
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField label={say('edit.newField')} hint={say('edit.newFieldHint')} value={typed} onChange={setTyped} fault={fault} />
      <Button type="submit">{say('edit.add')}</Button>
    </Form>
  );
}
