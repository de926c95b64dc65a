import { useEffect } from 'react';
import { useSpeech } from '../words/use-speech.js';

/** What the window is called. Where what had the keyboard is gone with the page before, it begins at the content of this one. */
export function usePageTitle(title: string): void {
  const { say } = useSpeech();
  const name = say('app.title');
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
  }, []);
}
