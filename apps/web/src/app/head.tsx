import { type ReactElement, useState } from 'react';
import { Link, useLocation } from 'wouter';
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
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <a href="#content" className="skip">
        {say('app.skip')}
      </a>
      <header className="head">
        <p className="brand">Habeas</p>
        {inside === undefined ? null : (
          <span className="menu-button">
            <Button
              aria-expanded={isOpen}
              onPress={() => {
                setOpen(!isOpen);
              }}
            >
              {say('app.menu')}
            </Button>
          </span>
        )}
        {inside === undefined ? null : <Places controller={inside.controller} />}
        <div className={isOpen || inside === undefined ? 'head-tools open' : 'head-tools'}>
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

const PLACES = [['requests', 'app.inbox']] as const;

/** Where one can go. */
function Places({ controller }: { readonly controller: string }): ReactElement {
  const { say } = useSpeech();
  const [location] = useLocation();
  return (
    <nav aria-label={say('app.places')}>
      {PLACES.map(([place, word]) => {
        const href = `/${controller}/${place}`;
        return (
          <Link key={place} href={href} aria-current={location.startsWith(href) ? 'page' : undefined}>
            {say(word)}
          </Link>
        );
      })}
    </nav>
  );
}
