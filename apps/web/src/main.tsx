import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import type { Surroundings } from './app/surroundings.js';
import type { Language } from './words/words.js';
import './style/tokens.css';
import './style/page.css';
import './style/parts.css';
import './style/rooms.css';

const LANGUAGE = 'habeas-language';
const chosen = localStorage.getItem(LANGUAGE);

const surroundings: Surroundings = {
  fetch: (path, init) => fetch(path, init),
  languages: [...(chosen === null ? [] : [chosen]), ...navigator.languages],
  // A language is no secret: nothing of anybody, and nothing of a session, is kept in the browser
  rememberLanguage: (language: Language) => {
    localStorage.setItem(LANGUAGE, language);
  },
  hash: location.hash,
  reload: () => {
    location.reload();
  },
};

const place = document.getElementById('console');
if (place !== null) createRoot(place).render(<App surroundings={surroundings} />);
