import { type ReactElement, type ReactNode, useId } from 'react';
import { useSpeech } from '../words/use-speech.js';
import type { StepName, StepStanding } from './steps.js';

interface StepProps {
  readonly name: StepName;
  readonly standing: StepStanding;
  /** What stands, what is missing, and what to do; not for whom it is no business of. */
  readonly children: ReactNode;
}

const TONES = { done: 'work', next: 'act', left: 'over', elsewhere: 'over' } as const;

/** One step: what it is for, how it stands, and what is to be done. */
export function Step({ name, standing, children }: StepProps): ReactElement {
  const { say } = useSpeech();
  const id = useId();
  return (
    <li className={`card ${standing}-step`} aria-labelledby={id} aria-current={standing === 'next' ? 'step' : undefined}>
      <div className="card-head">
        <h2 id={id}>{say(`first.${name}`)}</h2>
        {standing === 'unknown' ? null : <span className={`pill ${TONES[standing]}`}>{say(`first.${standing}`)}</span>}
      </div>
      <p className="soft">{say(`first.${name}Text`)}</p>
      {standing === 'elsewhere' ? <p>{say('first.others')}</p> : children}
    </li>
  );
}

/** Something that stands in a file, or what has to be written there. */
export function Missing({ what, yaml }: { readonly what: string; readonly yaml: string }): ReactElement {
  return (
    <div className="missing">
      <p>{what}</p>
      <pre tabIndex={0}>
        <code>{yaml}</code>
      </pre>
    </div>
  );
}
