import type { ReactElement } from 'react';
import { Link } from 'wouter';
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
}

/** The head of every page: whom one acts for, in which language, as whom. */
export function Head({ onLanguage, inside }: HeadProps): ReactElement {
  const { say, language } = useSpeech();
  return (
    <>
      <a href="#content" className="skip">
        {say('app.skip')}
      </a>
      <header className="head">
        <p className="brand">Habeas</p>
        {inside === undefined ? null : (
          <nav>
            <Link href={`/${inside.controller}/requests`}>{say('app.inbox')}</Link>
          </nav>
        )}
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
      </header>
    </>
  );
}
