import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { save } from '../../api/use-download.js';
import { Button } from '../../parts/button.js';
import { Choice } from '../../parts/choice.js';
import { useSpeech } from '../../words/use-speech.js';
import { CollectionForm } from './collection-form.js';
import { MapCheck } from './map-check.js';
import { collectionsOf } from './map-document.js';
import { useDraft } from './use-draft.js';

interface MapEditorProps {
  /** Its id. */
  readonly source: string;
  readonly yaml: string;
  readonly file: string;
}

/**
 * A form, and the YAML that it writes beside it: both show the same, and either may be typed in. Nothing is changed at the service:
 * the file is taken away, and whoever runs the service puts it where the old one is.
 */
export function MapEditor({ source, yaml, file }: MapEditorProps): ReactElement {
  const { say } = useSpeech();
  const [text, setText] = useDraft(source, yaml);
  const area = useRef<HTMLTextAreaElement>(null);
  useWarning(text !== yaml);
  return (
    <div className="columns editor">
      <div>
        <MapForm text={text} onChange={setText} />
      </div>
      <div>
        <div className="field">
          <label htmlFor="map-yaml">{say('edit.yaml', { file })}</label>
          <textarea
            id="map-yaml"
            ref={area}
            className="code"
            spellCheck={false}
            rows={24}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
            }}
          />
        </div>
        <MapCheck
          text={text}
          onGo={(line) => {
            goTo(area.current, line);
          }}
        />
        <Taking text={text} yaml={yaml} file={file} onReset={setText} />
      </div>
    </div>
  );
}

/** One collection at a time, as far as the YAML can be read. */
function MapForm({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }): ReactElement {
  const { say } = useSpeech();
  const [chosen, setChosen] = useState('');
  const collections = useMemo(() => collectionsOf(text), [text]);
  if (collections === undefined) return <p className="fault">{say('edit.broken')}</p>;
  const shown = collections.find(({ name }) => name === chosen) ?? collections[0];
  if (shown === undefined) return <p className="soft">{say('map.none')}</p>;
  return (
    <>
      <Choice
        label={say('edit.collection')}
        value={shown.name}
        options={collections.map(({ name }) => ({ value: name, text: name }))}
        onChange={setChosen}
      />
      <CollectionForm key={shown.name} text={text} collection={shown} onChange={onChange} />
    </>
  );
}

interface TakingProps extends Omit<MapEditorProps, 'source'> {
  readonly text: string;
  readonly onReset: (text: string) => void;
}

/** What becomes of it: a file to take away, and where it has to be put. */
function Taking({ text, yaml, file, onReset }: TakingProps): ReactElement {
  const { say } = useSpeech();
  const isChanged = text !== yaml;
  return (
    <>
      <p role="status" className="soft">
        {say(isChanged ? 'edit.changed' : 'edit.same')}
      </p>
      <div className="actions">
        <Button
          weight="main"
          onPress={() => {
            save(new Blob([text], { type: 'application/yaml' }), file);
          }}
        >
          {say('edit.download')}
        </Button>
        {isChanged ? (
          <Button
            weight="grave"
            onPress={() => {
              onReset(yaml);
            }}
          >
            {say('edit.reset')}
          </Button>
        ) : null}
      </div>
      <p>{say('edit.where', { file })}</p>
    </>
  );
}

/** Whoever closes the console from here is asked by the browser whether they mean it. */
function useWarning(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [isChanged]);
}

function goTo(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}
