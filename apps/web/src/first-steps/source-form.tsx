import { type ReactElement, useState } from 'react';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Choice } from '../parts/choice.js';
import { Loaded } from '../parts/loaded.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { type DraftSource, sourcesOf, withoutSource, withWritten } from './config-document.js';
import type { ConnectorKind } from './connector-kind.js';
import type { DraftProps } from './controller-form.js';
import { NewSource } from './new-source.js';
import { SettingField } from './setting-field.js';

/** The sources of the draft, one at a time, and a further one. */
export function SourceForm({ text, onChange }: DraftProps): ReactElement {
  const query = useDocument('connectors', {});
  return <Loaded query={query}>{({ connectors }) => <Sources text={text} kinds={connectors} onChange={onChange} />}</Loaded>;
}

function Sources({ text, kinds, onChange }: DraftProps & { readonly kinds: readonly ConnectorKind[] }): ReactElement {
  const { say } = useSpeech();
  const [chosen, setChosen] = useState('');
  const sources = sourcesOf(text) ?? [];
  const shown = sources.find(({ id }) => id === chosen) ?? sources.at(-1);
  const add = (
    <NewSource
      text={text}
      kinds={kinds}
      taken={sources.map(({ id }) => id)}
      onAdd={(id, added) => {
        setChosen(id);
        onChange(added);
      }}
    />
  );
  if (shown === undefined) return add;
  return (
    <>
      {sources.length < 2 ? null : (
        <Choice
          label={say('draft.which')}
          value={shown.id}
          options={sources.map(({ id }) => ({ value: id, text: id }))}
          onChange={setChosen}
        />
      )}
      <OneSource key={shown.id} text={text} source={shown} kinds={kinds} onChange={onChange} />
      <details className="collection">
        <summary>{say('draft.another')}</summary>
        {add}
      </details>
    </>
  );
}

interface OneSourceProps extends DraftProps {
  readonly source: DraftSource;
  readonly kinds: readonly ConnectorKind[];
}

function OneSource({ text, source, kinds, onChange }: OneSourceProps): ReactElement {
  const { say } = useSpeech();
  const kind = kinds.find(({ id }) => id === source.connector);
  return (
    <>
      <h2>
        {source.id} <span className="soft">{kind?.title ?? source.connector}</span>
      </h2>
      <TextField
        label={say('draft.title')}
        hint={say('draft.titleHint')}
        value={source.title}
        onChange={(title) => {
          onChange(withWritten(text, ['sources', source.id, 'title'], title));
        }}
      />
      {kind === undefined ? null : <Settings text={text} source={source} kind={kind} onChange={onChange} />}
      {kind?.needsDataMap === true ? <DataMapNote id={source.id} /> : null}
      <div className="actions">
        <Button
          weight="grave"
          onPress={() => {
            onChange(withoutSource(text, source.id));
          }}
        >
          {say('draft.remove')}
        </Button>
      </div>
    </>
  );
}

/** What is required stands open; the rest is folded, and what is more than one value is written in the YAML. */
function Settings({
  text,
  source,
  kind,
  onChange,
}: Omit<OneSourceProps, 'kinds'> & { readonly kind: ConnectorKind }): ReactElement {
  const { say } = useSpeech();
  const fields = (isRequired: boolean): readonly ReactElement[] =>
    kind.settings
      .filter((setting) => setting.kind !== 'group' && setting.isRequired === isRequired)
      .map((setting) => (
        <SettingField
          key={setting.name}
          source={source.id}
          setting={setting}
          value={source.config[setting.name] ?? ''}
          onChange={(value) => {
            onChange(withWritten(text, ['sources', source.id, 'config', setting.name], value));
          }}
        />
      ));
  const groups = kind.settings.filter((setting) => setting.kind === 'group').map(({ name }) => name);
  const more = fields(false);
  return (
    <>
      {fields(true)}
      {more.length + groups.length === 0 ? null : (
        <details className="collection">
          <summary>{say('draft.more')}</summary>
          {more}
          {groups.length === 0 ? null : <p className="soft">{say('draft.groups', { names: groups.join(', ') })}</p>}
        </details>
      )}
    </>
  );
}

function DataMapNote({ id }: { readonly id: string }): ReactElement {
  const { say } = useSpeech();
  return (
    <div className="missing">
      <p>{say('draft.dataMap')}</p>
      <pre tabIndex={0}>
        <code>{`npm run habeas -- sources describe ${id} --config habeas.yaml > ${id}.map.yaml`}</code>
      </pre>
    </div>
  );
}
