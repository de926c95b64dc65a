import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { Loaded } from '../parts/loaded.js';
import { Room } from '../parts/room.js';
import { Empty } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';
import { Problem } from './check-result.js';
import { CollectionPart } from './collection-part.js';

type DataMap = AcceptedOf<'dataMap'>['dataMap'];

/** What one source holds of people, for those who know the data and not YAML; the YAML beside it. */
export function SourcePage({ id }: { readonly id: string }): ReactElement {
  const { say, language } = useSpeech();
  const query = useDocument('dataMap', { source: id, language });
  const title = useDocument('sources', {}).data?.sources.find((source) => source.id === id)?.title ?? id;
  return (
    <Room title={title} lead={say('map.lead')}>
      <p>
        <Link href="/sources">{say('map.back')}</Link>
      </p>
      <Loaded query={query}>
        {({ dataMap }) => (
          <>
            {dataMap.yaml === null ? null : (
              <p>
                <Link href={`/sources/${id}/edit`}>{say('edit.link')}</Link>
              </p>
            )}
            <Map map={dataMap} />
          </>
        )}
      </Loaded>
    </Room>
  );
}

function Map({ map }: { readonly map: DataMap }): ReactElement {
  const { say } = useSpeech();
  const { collections, unmapped, problem, yaml, file } = map;
  const fields = collections.flatMap((collection) => collection.fields.filter(({ isSecret }) => !isSecret));
  const without = fields.filter(({ category }) => category === null).length;
  return (
    <>
      {problem === null ? null : (
        <div className="fault-box">
          <p>{say('map.problem')}</p>
          <Problem problem={problem} />
        </div>
      )}
      {collections.length === 0 ? (
        <Empty title={say('map.none')} />
      ) : (
        <p role="status">
          {say('map.collections', { count: collections.length })} · {say('map.fields', { count: fields.length })} ·{' '}
          {without === 0 ? say('map.allNamed') : say('map.unnamed', { count: without })}
        </p>
      )}
      {collections.map((collection) => (
        <CollectionPart key={collection.name} collection={collection} />
      ))}
      {unmapped.length === 0 ? null : <Unmapped tables={unmapped} />}
      <section className="part">
        <h2>{say('map.yaml')}</h2>
        {yaml === null ? (
          <p>{say('map.noYaml')}</p>
        ) : (
          <details>
            <summary>{file}</summary>
            <p className="soft">{say('map.edit', { file: file ?? '' })}</p>
            <pre tabIndex={0}>
              <code>{yaml}</code>
            </pre>
          </details>
        )}
      </section>
    </>
  );
}

function Unmapped({ tables }: { readonly tables: DataMap['unmapped'] }): ReactElement {
  const { say } = useSpeech();
  return (
    <section className="part">
      <h2>{say('map.leftOut')}</h2>
      <dl className="pairs">
        {tables.map(({ table, because }) => (
          <div key={table}>
            <dt>
              <code>{table}</code>
            </dt>
            <dd>
              <p>{because}</p>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
