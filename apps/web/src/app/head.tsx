import { type ReactElement, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../parts/button.js';
import { Choice } from '../parts/choice.js';
import type { Controller } from '../sign-in/session.js';
import { LANGUAGES, useSpeech } from '../words/use-speech.js';
import type { Language } from '../words/words.js';

interface HeadProps {
  readonly onLanguage: (language: Language) => void;
  /** Once somebody is signed in. */
  readonly inside?: {
    readonly name: string;
    readonly controllers: readonly Controller[];
    readonly controller: string;
    readonly onController: (id: string) => void;
    readonly onSignOut: () => void;
  };
  /** The way to the rooms. */
  readonly children?: ReactNode;
}

/** The head of every page: where one can go, whom one acts for, in which language, as whom. Narrow screens fold it away. */
export function Head({ onLanguage, inside, children }: HeadProps): ReactElement {
  const { say, language } = useSpeech();
  const [location] = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  // Whoever has gone somewhere wants to see what is there
  const isOpen = inside === undefined || openAt === location;
  return (
    <>
      <a href="#content" className="skip">
        {say('app.skip')}
      </a>
      <header
        className={isOpen ? 'head open' : 'head'}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setOpenAt(undefined);
        }}
      >
        <p className="brand">Habeas</p>
        {inside === undefined ? null : (
          <span className="menu-button">
            <Button
              aria-expanded={isOpen}
              onPress={() => {
                setOpenAt(isOpen ? undefined : location);
              }}
            >
              {say('app.menu')}
            </Button>
          </span>
        )}
        {children}
        <Tools onLanguage={onLanguage} inside={inside} language={language} />
      </header>
    </>
  );
}

interface ToolsProps {
  readonly onLanguage: HeadProps['onLanguage'];
  readonly inside: HeadProps['inside'] | undefined;
  readonly language: Language;
}

function Tools({ onLanguage, inside, language }: ToolsProps): ReactElement {
  const { say } = useSpeech();
  return (
    <div className="head-tools">
      {inside === undefined || inside.controllers.length < 2 ? null : (
        <Choice
          label={say('app.controller')}
          value={inside.controller}
          options={inside.controllers.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={inside.onController}
        />
      )}
      <Choice
        label={say('app.language')}
        value={language}
        options={LANGUAGES.map(([value, text]) => ({ value, text }))}
        onChange={onLanguage}
      />
      {inside === undefined ? null : (
        <div className="who">
          <span>{say('app.signedInAs', { name: inside.name })}</span>
          <Button onPress={inside.onSignOut}>{say('app.signOut')}</Button>
        </div>
      )}
    </div>
  );
}
