import { type ReactElement, useId } from 'react';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Part } from '../parts/part.js';
import { ScrollBox } from '../parts/scroll-box.js';
import { Fault } from '../parts/states.js';
import { keyText } from '../records/key-text.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import type { ShownRequest } from './shown-request.js';
import { type Trace, traceOf } from './trace.js';
import { TracePicture } from './trace-picture.js';
import { useLook } from './use-look.js';

/** How identifiers were found: a picture from which record to which address, and the same as a table. Values by a press only. */
export function TracePart({ request: { id } }: { readonly request: ShownRequest }): ReactElement {
  const { say } = useSpeech();
  const query = useDocument('identifiers', { id });
  const look = useLook('identifierValues', { request: id });
  const values = new Map(look.found?.identifierValues.values.map(({ identifier, value }) => [identifier, value] as const));
  return (
    <Part title={say('trace.title')} query={query}>
      {({ request }) => {
        const trace = traceOf(request ?? { id, identifiers: [], matches: [] });
        if (trace.identifiers.length === 0) return <p className="soft">{say('trace.none')}</p>;
        return (
          <>
            <p className="soft">{say(trace.records.length === 0 ? 'trace.onlyGiven' : 'trace.text')}</p>
            {trace.records.length === 0 ? null : <TracePicture trace={trace} values={values} />}
            <Identifiers trace={trace} values={values} />
            {look.found === undefined ? (
              <Button isPending={look.isPending} onPress={look.look}>
                {say('trace.values')}
              </Button>
            ) : null}{' '}
            {look.found === undefined ? <span className="hint">{say('identity.showNote')}</span> : null}
            {look.error === undefined ? null : <Fault error={look.error} />}
          </>
        );
      }}
    </Part>
  );
}

interface IdentifiersProps {
  readonly trace: Trace;
  readonly values: ReadonlyMap<string, string>;
}

function Identifiers({ trace: { identifiers, records, reach }, values }: IdentifiersProps): ReactElement {
  const { say } = useSpeech();
  const word = useWord();
  const id = useId();
  return (
    <>
      <h3 id={id}>{say('trace.table')}</h3>
      <ScrollBox labelledBy={id}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{say('trace.identifier')}</th>
              <th scope="col">{say('trace.status')}</th>
              <th scope="col">{say('trace.from')}</th>
              <th scope="col">{say('trace.reach')}</th>
            </tr>
          </thead>
          <tbody>
            {identifiers.map(({ id: identifier, kind, namespace, status, learntFrom }) => {
              const record = records.find(({ match }) => match === learntFrom?.match);
              return (
                <tr key={identifier}>
                  <th scope="row">
                    {identifier} · {say(`kind.${kind}`)} {namespace === null ? null : <code>{namespace}</code>}
                    {values.has(identifier) ? (
                      <p>
                        <bdi>{values.get(identifier)}</bdi>
                      </p>
                    ) : null}
                  </th>
                  <td>{word('status', status)}</td>
                  <td>
                    {record === undefined || learntFrom === null
                      ? say('trace.given')
                      : say('trace.learnt', {
                          record: `${record.source}.${record.collection} ${keyText(record.recordId)}`,
                          field: learntFrom.field,
                        })}
                  </td>
                  <td className="number">{reach.get(identifier) ?? 0}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
