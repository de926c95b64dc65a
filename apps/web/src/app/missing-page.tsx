import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useSpeech } from '../words/use-speech.js';

interface MissingPageProps {
  readonly title: string;
  readonly text?: string;
  readonly home: string;
}

/** An address behind which there is nothing, and the way back. */
export function MissingPage({ title, text, home }: MissingPageProps): ReactElement {
  const { say } = useSpeech();
  return (
    <main id="content" className="narrow" tabIndex={-1}>
      <h1>{title}</h1>
      {text === undefined ? null : <p>{text}</p>}
      <p>
        <Link href={home}>{say('app.toInbox')}</Link>
      </p>
    </main>
  );
}
