import { type ReactElement, useState } from 'react';
import { Choice } from '../../parts/choice.js';
import { useSpeech } from '../../words/use-speech.js';
import { useDraft } from '../../yaml/use-draft.js';
import { YamlSide } from '../../yaml/yaml-side.js';
import { CollectionForm } from './collection-form.js';
import { collectionsOf } from './map-document.js';

interface MapEditorProps {
  /** Its id. */
  readonly source: string;
  readonly yaml: string;
  readonly file: string;
}

/** A form, and the YAML that it writes beside it: both show the same, and either may be typed in. */
export function MapEditor({ source, yaml, file }: MapEditorProps): ReactElement {
  const { say } = useSpeech();
  const [text, setText] = useDraft(`map of ${source}`, yaml);
  return (
    <div className="columns editor">
      <div>
        <MapForm text={text} onChange={setText} />
      </div>
      <div>
        <YamlSide
          text={text}
          written={yaml}
          file={file}
          by="checkDataMap"
          where={say('edit.where', { file })}
          onChange={setText}
        />
      </div>
    </div>
  );
}

/** One collection at a time, as far as the YAML can be read. */
function MapForm({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }): ReactElement {
  const { say } = useSpeech();
  const [chosen, setChosen] = useState('');
  const collections = collectionsOf(text);
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
