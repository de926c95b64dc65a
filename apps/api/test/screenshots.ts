/** Pictures of every screen of the console, and of every state of the pages of subjects: `npm run screenshots -- FOLDER`. */
await import('./console/screenshots.js');
await import('./subject-pages/screenshots.js');
export {};
