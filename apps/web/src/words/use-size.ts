import { useSpeech } from './use-speech.js';

/** How large a file is, in words: of its bytes, which the service tells as a text. */
export function useSize(): (bytes: string) => string {
  const { say } = useSpeech();
  return (text) => {
    const bytes = Number(text);
    return bytes < 1_000_000
      ? say('size.kilo', { size: Math.ceil(bytes / 1_000) })
      : say('size.mega', { size: Math.round(bytes / 100_000) / 10 });
  };
}
