import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Cancelled } from '../../api/service.js';
import { useService } from '../../api/use-service.js';
import { FileField } from '../../parts/file-field.js';
import { Fault } from '../../parts/states.js';
import { useSpeech } from '../../words/use-speech.js';
import type { SayKey } from '../../words/words.js';
import { ACCEPTED, formatOf, type ReadWorkbook } from './read-workbook.js';
import { ReadPart } from './read-part.js';

/** What the service takes of a workbook. */
const MOST_BYTES = 5 * 1024 * 1024;

/** A workbook in the form of the CNIL’s template is read, and what it says is shown. Neither the service nor the page keeps it. */
export function ImportPart(): ReactElement {
  const { say } = useSpeech();
  const service = useService();
  const [refused, setRefused] = useState<{ readonly why: SayKey; readonly name: string } | undefined>();
  const { mutate, reset, data, error, isPending, variables } = useMutation({
    mutationFn: (file: File) => service.send<ReadWorkbook>(`/register/${formatOf(file.name) ?? ''}`, file),
  });
  const take = (file: File): void => {
    const why = gapIn(file);
    setRefused(why === undefined ? undefined : { why, name: file.name });
    if (why === undefined) mutate(file);
    else reset();
  };
  return (
    <section className="part import">
      <h2>{say('import.title')}</h2>
      <p className="soft">{say('import.text')}</p>
      <FileField label={say('import.file')} hint={say('import.hint')} accept={ACCEPTED} onFile={take} />
      <p role="status">
        {isPending ? say('import.reading', { name: variables.name }) : null}
        {data === undefined ? null : say('register.activities', { count: data.activities.length })}
      </p>
      {refused === undefined ? null : (
        <p role="alert" className="fault">
          {say(refused.why, { name: refused.name })}
        </p>
      )}
      {error === null || error instanceof Cancelled ? null : <Fault error={error} />}
      {data === undefined ? null : <ReadPart name={variables.name} read={data} />}
    </section>
  );
}

function gapIn({ name, size }: File): SayKey | undefined {
  if (formatOf(name) === undefined) return 'import.wrongKind';
  return size > MOST_BYTES ? 'import.tooLarge' : undefined;
}
