import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useDocument } from '../../api/use-service.js';
import { Loaded } from '../../parts/loaded.js';
import { Room } from '../../parts/room.js';
import { Empty } from '../../parts/states.js';
import { useSpeech } from '../../words/use-speech.js';
import { MapEditor } from './map-editor.js';

/** The data map of a source, for somebody to change who knows the data and not YAML. */
export function MapEditorPage({ id }: { readonly id: string }): ReactElement {
  const { say, language } = useSpeech();
  const query = useDocument('dataMap', { source: id, language });
  const title = useDocument('sources', {}).data?.sources.find((source) => source.id === id)?.title ?? id;
  return (
    <Room title={say('edit.title', { source: title })} lead={say('edit.lead')}>
      <p>
        <Link href={`/sources/${id}`}>{say('edit.back')}</Link>
      </p>
      <Loaded query={query}>
        {({ dataMap: { yaml, file } }) =>
          yaml === null ? (
            <Empty title={say('map.noYaml')} />
          ) : (
            <MapEditor source={id} yaml={yaml} file={file ?? `${id}.map.yaml`} />
          )
        }
      </Loaded>
    </Room>
  );
}
