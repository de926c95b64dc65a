import type { ReactElement } from 'react';
import { useDownload } from '../api/use-download.js';
import { useDocument } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { Button } from '../parts/button.js';
import { Part } from '../parts/part.js';
import { Fault } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';

interface EvidencePartProps {
  /** Its id. */
  readonly request: string;
  /** What the files are called by. */
  readonly name: string;
}

/** What shows an authority how a request was handled, in one click (LOG-05): the signed file, or the same to read and to print. */
export function EvidencePart({ request, name }: EvidencePartProps): ReactElement | null {
  const mayHaveIt = usePermissions().has('evidence.export');
  return mayHaveIt ? <Evidence request={request} name={name} /> : null;
}

function Evidence({ request, name }: EvidencePartProps): ReactElement {
  const { say, language } = useSpeech();
  const query = useDocument('evidence', { request });
  const { mutate, error, isPending, variables } = useDownload();
  return (
    <Part title={say('evidence.title')} query={query}>
      {({ evidenceBundle }) => {
        if (evidenceBundle === null) return <p className="soft">{say('refusal.NOT_FOUND')}</p>;
        const { file, key } = evidenceBundle;
        const page = language === 'fr' ? evidenceBundle.pageInFrench : evidenceBundle.pageInEnglish;
        const files = [
          { path: file, name: `${name}-evidence.json`, text: say('evidence.file') },
          { path: page, name: `${name}-evidence.${language}.html`, text: say('evidence.page') },
        ];
        return (
          <>
            <p className="soft">{say('evidence.text')}</p>
            <div className="actions">
              {files.map(({ text, ...download }) => (
                <Button
                  key={download.path}
                  isPending={isPending && variables.path === download.path}
                  onPress={() => {
                    mutate(download);
                  }}
                >
                  {text}
                </Button>
              ))}
            </div>
            {error === null ? null : <Fault error={error} />}
            <details>
              <summary>{say('evidence.verify')}</summary>
              <p>{say('evidence.verifyText')}</p>
              <p>
                <code>{key}</code>
              </p>
            </details>
          </>
        );
      }}
    </Part>
  );
}
