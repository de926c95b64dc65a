import { type ReactElement, useState } from 'react';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';

const ID = /^[a-z][a-z0-9-]{0,39}$/u;

/** How the file becomes that of another controller: the line by which service.yaml names it. */
export function FurtherController(): ReactElement {
  const { say } = useSpeech();
  const [id, setId] = useState('');
  const isId = ID.test(id);
  return (
    <details className="collection">
      <summary>{say('draft.further')}</summary>
      <p>{say('draft.furtherText')}</p>
      <TextField
        label={say('draft.controllerId')}
        hint={say('draft.idHint')}
        value={id}
        fault={id === '' || isId ? undefined : say('draft.noId')}
        onChange={setId}
      />
      {isId ? (
        <pre tabIndex={0}>
          <code>{`controllers:\n  ${id}: ./${id}/habeas.yaml`}</code>
        </pre>
      ) : null}
    </details>
  );
}
