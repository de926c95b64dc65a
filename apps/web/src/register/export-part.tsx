import type { ReactElement } from 'react';
import { useDownload } from '../api/use-download.js';
import { useService } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';

const FORMATS = ['ods', 'xlsx', 'csv'] as const;

/** The register as a file in the form of the CNIL's template. */
export function ExportPart(): ReactElement {
  const { say } = useSpeech();
  const { controller } = useService();
  const { mutate, error, isPending, variables } = useDownload();
  return (
    <section className="part">
      <h2>{say('export.title')}</h2>
      <p className="soft">{say('export.text')}</p>
      <div className="actions">
        {FORMATS.map((format) => (
          <Button
            key={format}
            isPending={isPending && variables.path === `/register/${format}`}
            onPress={() => {
              mutate({ path: `/register/${format}`, name: `${controller}-register.${format}` });
            }}
          >
            {say('export.as', { format: format.toUpperCase() })}
          </Button>
        ))}
      </div>
      {error === null ? null : <Fault error={error} />}
    </section>
  );
}
