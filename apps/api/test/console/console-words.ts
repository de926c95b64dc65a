import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The languages of the console. */
export const CONSOLE_LANGUAGES = ['en', 'fr'] as const;
export type ConsoleLanguage = (typeof CONSOLE_LANGUAGES)[number];

/** What the console says for a key of its tables, as somebody reads it. Throws where it has no such key. */
export type Say = (key: string, filling?: Readonly<Record<string, string | number>>) => string;

interface WordsModule {
  readonly speechOf: (language: ConsoleLanguage, words: unknown) => { readonly say: Say };
}

const source = join(dirname(createRequire(import.meta.url).resolve('@habeas/web/package.json')), 'src/words');
const loaded = (name: string): Promise<unknown> => import(pathToFileURL(join(source, name)).href);

/** The words of the console in a language, from its own tables: a journey says what is meant, and takes it in each of them. */
export async function consoleWords(language: ConsoleLanguage): Promise<Say> {
  const { speechOf } = (await loaded('words.ts')) as WordsModule;
  const [table] = Object.values((await loaded(`${language}.ts`)) as Readonly<Record<string, unknown>>);
  const { say } = speechOf(language, table);
  return (key, filling) => {
    const text = say(key, filling);
    if (text === key) throw new Error(`The console has no word ${key}.`);
    return text;
  };
}
