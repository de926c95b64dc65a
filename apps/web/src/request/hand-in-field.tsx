import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Cancelled } from '../api/service.js';
import { useService } from '../api/use-service.js';
import { FileField } from '../parts/file-field.js';
import { Fault } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';
import type { ShownRequest } from './shown-request.js';
import { refresh } from './use-news.js';

/** What the service takes of a copy. */
const MOST_BYTES = 10 * 1024 * 1024;

/** A copy that came another way than by the page of who asks is handed in for them. Its name goes nowhere. */
export function HandInField({ request }: { readonly request: ShownRequest }): ReactElement {
  const { say } = useSpeech();
  const service = useService();
  const client = useQueryClient();
  const [isTooLarge, setTooLarge] = useState(false);
  const { mutate, error, isPending } = useMutation({
    mutationFn: (file: File) => service.send(`/requests/${encodeURIComponent(request.id)}/document`, file),
    onSettled: () => refresh(client, service.controller, request.id),
  });
  return (
    <>
      <FileField
        label={say('document.handIn')}
        hint={say('document.handInHint')}
        accept="application/pdf,image/jpeg,image/png"
        onFile={(file) => {
          setTooLarge(file.size > MOST_BYTES);
          if (file.size <= MOST_BYTES) mutate(file);
        }}
      />
      <p role="status">{isPending ? say('document.sending') : null}</p>
      {isTooLarge ? (
        <p role="alert" className="fault">
          {say('document.tooLarge')}
        </p>
      ) : null}
      {error === null || error instanceof Cancelled ? null : <Fault error={error} />}
    </>
  );
}
