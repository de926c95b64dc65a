import type { ReactElement } from 'react';
import { useDocument } from '../api/use-service.js';
import { DialogButton } from '../parts/dialog-button.js';
import { Part } from '../parts/part.js';
import { usePermissions } from '../app/use-permissions.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import { LetterDialog } from './letter-dialog.js';
import type { ShownRequest } from './shown-request.js';
import { useNameOf } from './use-people.js';

/** The letters that were written to the subject, and a new one: seen as it would go out before it is written for good. */
export function LettersPart({ request }: { readonly request: ShownRequest }): ReactElement {
  const { say, moment } = useSpeech();
  const word = useWord();
  const nameOf = useNameOf();
  const permissions = usePermissions();
  const query = useDocument('letters', { id: request.id });
  return (
    <Part title={say('letters.title')} query={query}>
      {(data) => (
        <>
          {(data.request?.letters ?? []).length === 0 ? <p className="soft">{say('letters.none')}</p> : null}
          <ol className="trail">
            {data.request?.letters.map(({ number, kind, at, by }) => (
              <li key={number}>
                <time dateTime={at}>{moment(at)}</time>
                <span>
                  {word('letter', kind)} <span className="soft">· {nameOf('staff', by)}</span>
                </span>
              </li>
            ))}
          </ol>
          {permissions.has('match.review') ? (
            <DialogButton dialog={(onClose) => <LetterDialog request={request} onClose={onClose} />}>
              {say('letters.write')}
            </DialogButton>
          ) : null}
        </>
      )}
    </Part>
  );
}
