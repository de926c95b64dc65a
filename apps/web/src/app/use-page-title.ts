import { useEffect } from 'react';
import { useSpeech } from '../words/use-speech.js';

/** What the window is called; and the keyboard begins at the content of the page that was gone to. */
export function usePageTitle(title: string): void {
  const { say } = useSpeech();
  const name = say('app.title');
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
}
