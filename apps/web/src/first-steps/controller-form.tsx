import type { ReactElement } from 'react';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import type { YamlPath } from '../yaml/yaml-document.js';
import { withWritten, writtenAt } from './config-document.js';
import { FurtherController } from './further-controller.js';

/** A part of a draft, and what becomes of the draft when it is changed. */
export interface DraftProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

const LANGUAGES = ['en', 'fr'] as const;

/** Who answers: as subjects read it, and as deadlines are counted. */
export function ControllerForm({ text, onChange }: DraftProps): ReactElement {
  const { say } = useSpeech();
  const language = ['controller', 'language'];
  const field = (label: string, path: YamlPath, hint?: string): ReactElement => (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={writtenAt(text, path)}
      onChange={(value) => {
        onChange(withWritten(text, path, value));
      }}
    />
  );
  return (
    <>
      {field(say('settings.name'), ['controller', 'name'])}
      {field(say('settings.contact'), ['controller', 'contact'], say('draft.contactHint'))}
      {field(say('settings.officer'), ['controller', 'officer'], say('draft.officerHint'))}
      {field(say('first.authority'), ['controller', 'authority', 'name'], say('draft.authorityHint'))}
      {field(say('draft.website'), ['controller', 'authority', 'website'])}
      <Choice
        label={say('draft.language')}
        value={LANGUAGES.find((each) => each === writtenAt(text, language)) ?? 'en'}
        options={LANGUAGES.map((value) => ({ value, text: say(`edit.${value}`) }))}
        onChange={(value) => {
          onChange(withWritten(text, language, value));
        }}
      />
      {field(say('draft.timeZone'), ['controller', 'timeZone'], say('draft.timeZoneHint'))}
      {field(say('draft.holidays'), ['controller', 'holidays'], say('draft.holidaysHint'))}
      {field(say('settings.region'), ['phoneRegion'], say('draft.regionHint'))}
      {field(say('draft.register'), ['controller', 'register'], say('draft.registerHint'))}
      <FurtherController />
    </>
  );
}
