import { type ReactElement, useEffect, useState } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Failed } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';

/** How long nothing is typed before it is checked. */
const PAUSE_MS = 400;

/** What texts of the configuration are checked by. */
export type YamlChecks = 'checkDataMap' | 'checkConfiguration';

interface YamlCheckProps {
  readonly by: YamlChecks;
  readonly text: string;
  readonly onGo: (line: number) => void;
}

/** Whether the service could read it, by the rules of its start, as it is typed. */
export function YamlCheck({ by, text, onGo }: YamlCheckProps): ReactElement {
  const { say } = useSpeech();
  const asked = useSettled(text);
  const { data, error, refetch } = useDocument(by, { yaml: asked });
  if (error !== null) return <Failed title={say('edit.notChecked')} error={error} onRetry={() => void refetch()} />;
  const faults = (data as Readonly<Partial<Record<YamlChecks, Faults>>> | undefined)?.[by];
  const isChecked = faults !== undefined && asked === text;
  return (
    <section aria-label={say('edit.check')}>
      <p role="status" className={isChecked && faults.length === 0 ? 'check good' : undefined}>
        {isChecked
          ? faults.length === 0
            ? say('edit.good')
            : say('edit.faults', { count: faults.length })
          : say('edit.checking')}
      </p>
      {isChecked && faults.length > 0 ? <FaultList faults={faults} onGo={onGo} /> : null}
    </section>
  );
}

type Faults = AcceptedOf<'checkDataMap'>['checkDataMap'];

function FaultList({ faults, onGo }: Pick<YamlCheckProps, 'onGo'> & { readonly faults: Faults }): ReactElement {
  const { say } = useSpeech();
  return (
    <ul className="findings">
      {faults.map(({ line, path, what, remedy }) => (
        <li key={[line, path, what].join(' ')}>
          {path === null ? null : (
            <>
              <code>{path}</code>{' '}
            </>
          )}
          <span lang="en">{[what, remedy].filter((said) => said !== null).join(': ')}</span>{' '}
          {line === null ? null : (
            <Button
              onPress={() => {
                onGo(line);
              }}
            >
              {say('edit.line', { line })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A text once nothing more was typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return settled;
}
