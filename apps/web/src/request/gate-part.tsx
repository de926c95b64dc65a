import type { ReactElement } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useDocument, useService } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { Part } from '../parts/part.js';
import { LANGUAGES, useSpeech } from '../words/use-speech.js';
import type { ShownRequest } from './shown-request.js';

type Gated = NonNullable<AcceptedOf<'gate'>['request']>;

/** The gate as a list: why the answer does not go out by itself, where, and what to do; and the report as it would go out. */
export function GatePart({ request: { id } }: { readonly request: ShownRequest }): ReactElement {
  const { say, language } = useSpeech();
  const previews = usePermissions().has('report.preview');
  const query = useDocument('gate', { id, language, previews });
  return (
    <Part title={say('gate.title')} query={query}>
      {({ request }) => (
        <>
          <GateList gate={request?.gate} />
          <Previews previews={request?.reportPreviews ?? []} />
        </>
      )}
    </Part>
  );
}

function GateList({ gate }: { readonly gate: Gated['gate'] | undefined }): ReactElement {
  const { say } = useSpeech();
  if (gate === null || gate === undefined) return <p className="soft">{say('gate.none')}</p>;
  return (
    <>
      {gate.answer === 'negative' ? <p>{say('gate.negative')}</p> : null}
      <p>{say(gate.release === 'automatic' ? 'gate.open' : 'gate.dpo')}</p>
      <ul className="gate">
        {gate.reasons.map(({ code, what, remedy, places }) => (
          <li key={code}>
            <strong>{what}</strong>
            <p>
              {say('gate.remedy')}: {remedy}
            </p>
            {places.length === 0 ? null : (
              <p className="soft">
                {places
                  .map(({ source, collection, field, count }) => ({
                    place: [source, collection, field].filter(Boolean).join('.'),
                    count,
                  }))
                  .map((place) => say('gate.place', place))
                  .join(' · ')}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Previews({ previews }: { readonly previews: NonNullable<Gated['reportPreviews']> }): ReactElement | null {
  const { say } = useSpeech();
  const { controller } = useService();
  if (previews.length === 0) return null;
  const name = (language: string): string => LANGUAGES.find(([id]) => id === language)?.[1] ?? language;
  return (
    <>
      <h3>{say('gate.previews')}</h3>
      <ul className="links">
        {previews.map(({ language, form, path }) => (
          <li key={path}>
            <a href={`${path}?controller=${encodeURIComponent(controller)}`} target="_blank" rel="noreferrer">
              {say('gate.preview', { form: form.toUpperCase(), language: name(language) })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
