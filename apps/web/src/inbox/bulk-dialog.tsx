import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Cancelled, type Service, ServiceRefusal } from '../api/service.js';
import { keyOf, useService } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Fault } from '../parts/states.js';
import { useFormStep } from '../sign-in/use-form-step.js';
import { useSpeech } from '../words/use-speech.js';
import { type BulkAct, mayGet } from './bulk-acts.js';
import type { InboxRow } from './use-inbox.js';

interface BulkDialogProps {
  readonly act: BulkAct;
  readonly rows: readonly InboxRow[];
  readonly onClose: () => void;
}

/** What came of it for one request: done, or why not. */
type Results = ReadonlyMap<string, ServiceRefusal | 'done'>;

/** The same for many requests, one after the other, each with what came of it. What was done stays done if a later one is refused. */
export function BulkDialog({ act, rows, onClose }: BulkDialogProps): ReactElement {
  const { say } = useSpeech();
  const { meant, results, left, isPending, error, begin } = useBulk(act, rows);
  return (
    <Dialog title={say(`act.${act}`)} onClose={onClose}>
      <p>{say(`act.${act}Text`)}</p>
      {meant.length === rows.length ? null : <p className="soft">{say('bulk.leftOut', { count: rows.length - meant.length })}</p>}
      <ul className="bulk-results">
        {meant.map(({ id, reference }) => (
          <li key={id}>
            {reference} <Result result={results.get(id)} />
          </li>
        ))}
      </ul>
      <p role="status">{say('bulk.progress', { done: results.size, total: meant.length })}</p>
      {error === undefined ? null : <Fault error={error} />}
      <div className="actions">
        {left.length === 0 ? null : (
          <Button weight="main" isPending={isPending} onPress={begin}>
            {say(`act.${act}`)}
          </Button>
        )}
        <Button onPress={onClose}>{say(results.size === 0 ? 'app.cancel' : 'app.close')}</Button>
      </div>
    </Dialog>
  );
}

interface Bulk {
  /** Those that it can be done with. */
  readonly meant: readonly InboxRow[];
  readonly results: Results;
  readonly left: readonly InboxRow[];
  readonly isPending: boolean;
  readonly error: unknown;
  readonly begin: () => void;
}

/** Does it with those that are left, one after the other, and has the inbox looked at anew. */
function useBulk(act: BulkAct, rows: readonly InboxRow[]): Bulk {
  const service = useService();
  const client = useQueryClient();
  const { isPending, error, run } = useFormStep();
  const [results, setResults] = useState<Results>(new Map());
  // Who can get it was said when the dialog was opened, whatever the list shows meanwhile
  const [meant] = useState(() => rows.filter((row) => mayGet(row, act)));
  const left = meant.filter(({ id }) => !results.has(id));
  const work = async (): Promise<void> => {
    let came = results;
    try {
      for (const { id } of left) {
        came = new Map([...came, [id, await resultOf(service, act, id)]]);
        setResults(came);
      }
    } catch (failure) {
      if (!(failure instanceof Cancelled)) throw failure;
    } finally {
      await client.invalidateQueries({ queryKey: keyOf(service.controller, 'inbox') });
    }
  };
  const begin = (): void => {
    run(work);
  };
  return { meant, results, left, isPending, error, begin };
}

function Result({ result }: { readonly result: ServiceRefusal | 'done' | undefined }): ReactElement | null {
  const { say } = useSpeech();
  if (result === undefined) return null;
  return result === 'done' ? <strong>{say('act.done')}</strong> : <Fault error={result} />;
}

/** A refusal is of one request; a service that is away, or a proof that is not given, ends the whole. */
async function resultOf(service: Service, act: BulkAct, id: string): Promise<ServiceRefusal | 'done'> {
  try {
    await service.run(act, { id });
    return 'done';
  } catch (failure) {
    if (failure instanceof ServiceRefusal) return failure;
    throw failure;
  }
}
