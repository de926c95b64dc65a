import type { ReactElement, ReactNode } from 'react';
import { useSpeech } from '../words/use-speech.js';

/** A page of which nothing is there yet: what stands in it says why. It has a heading and a place to skip to, as every page. */
export function WaitingPage({ children }: { readonly children: ReactNode }): ReactElement {
  const { say } = useSpeech();
  return (
    <main id="content" tabIndex={-1}>
      <h1 className="unseen">{say('app.title')}</h1>
      {children}
    </main>
  );
}
