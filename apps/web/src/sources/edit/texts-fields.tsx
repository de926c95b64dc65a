import type { ReactElement } from 'react';
import { TextField } from '../../parts/text-field.js';
import { useSpeech } from '../../words/use-speech.js';
import { type Texts, withTexts } from './map-document.js';
import { type YamlPath } from '../../yaml/yaml-document.js';

interface TextsFieldsProps {
  readonly label: string;
  readonly text: string;
  readonly path: YamlPath;
  readonly texts: Texts;
  readonly onChange: (text: string) => void;
}

const LANGUAGES = ['en', 'fr'] as const;

/** A text in both languages, side by side. */
export function TextsFields({ label, text, path, texts, onChange }: TextsFieldsProps): ReactElement {
  const { say } = useSpeech();
  return (
    <div className="texts">
      {LANGUAGES.map((language) => (
        <TextField
          key={language}
          label={`${label} (${say(`edit.${language}`)})`}
          lang={language}
          value={texts[language]}
          onChange={(said) => {
            onChange(withTexts(text, path, { ...texts, [language]: said }));
          }}
        />
      ))}
    </div>
  );
}
