import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';

/** Somebody whom the fault runs search for. */
export interface FaultPerson {
  readonly id: string;
  /** The one identifier that they give, proved. */
  readonly email: string;
}

/** A world of synthetic people in two SQLite databases. */
export interface FaultWorld {
  readonly configFile: string;
  /** The databases by the ids of their sources, for whoever computes the truth. */
  readonly sources: { readonly shop: string; readonly letters: string };
  readonly people: readonly FaultPerson[];
  /** Everything in it that belongs to somebody, each text once: none of it may ever lie anywhere in clear. */
  readonly canaries: readonly string[];
}

/** How large a world is. */
export interface FaultWorldOptions {
  readonly people: number;
  /** Purchases of every fifth person; the others have six. More than a thousand need several segments of evidence. */
  readonly heavyPurchases: number;
  /** Of each person's purchases, how many carry a canary; six where it is missing. People have at least so many. */
  readonly seededPurchases?: number;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FILES = ['habeas.yaml', 'shop.map.yaml', 'letters.map.yaml'];
/** Larger than what evidence keeps beside its lines, so that it gets a blob of its own. */
const LARGE_PICTURE_BYTES = 100_000;
const LIGHT_PURCHASES = 6;

/**
 * Makes the world in a folder, the same every time. Everybody has the same names, and addresses that begin alike or differ by a
 * tag only: what belongs to a neighbour looks as much as it can like one's own. Every third person is mentioned by somebody.
 */
export function createFaultWorld(directory: string, options: FaultWorldOptions): FaultWorld {
  mkdirSync(directory, { recursive: true });
  for (const file of FILES) copyFileSync(join(HERE, file), join(directory, file));
  const canaries = new Set<string>();
  const people = Array.from({ length: options.people }, (_, index) => personOf(index));
  const sources = { shop: join(directory, 'shop.sqlite'), letters: join(directory, 'letters.sqlite') };
  fill(sources.shop, 'shop.sql', (database) => {
    people.forEach((person, index) => {
      addAccount(database, { person, index, canaries, options });
    });
  });
  fill(sources.letters, 'letters.sql', (database) => {
    people.forEach((person, index) => {
      addReader(database, { person, index, canaries, options });
    });
  });
  return { configFile: join(directory, 'habeas.yaml'), sources, people, canaries: [...canaries] };
}

function personOf(index: number): FaultPerson {
  const stem = `zqv.${String(Math.floor(index / 2))}`;
  return { id: `p${String(index)}`, email: `${stem}${index % 2 === 0 ? '' : '0+tag'}@people.example.org` };
}

function fill(file: string, schema: string, add: (database: Database.Database) => void): void {
  const database = new Database(file);
  try {
    database.pragma('synchronous = OFF');
    database.exec(readFileSync(join(HERE, schema), 'utf8'));
    database.transaction(() => {
      add(database);
    })();
  } finally {
    database.close();
  }
}

interface Place {
  readonly person: FaultPerson;
  readonly index: number;
  readonly canaries: Set<string>;
  readonly options: FaultWorldOptions;
}

function addAccount(database: Database.Database, { person, index, canaries, options }: Place): void {
  const seeded = seeder(canaries, index);
  const insert = (sql: string, ...values: unknown[]): void => void database.prepare(sql).run(...values);
  const phone = note(canaries, `+3363998${String(index).padStart(4, '0')}`);
  insert('INSERT INTO account VALUES (?, ?, ?, ?, ?)', index + 1, 'Zqorlanda', 'Zqvexhirst', note(canaries, person.email), phone);
  for (const name of ['Zqorlanda', 'Zqvexhirst']) canaries.add(name);
  const isHeavy = index % 5 === 0;
  const { seededPurchases = LIGHT_PURCHASES } = options;
  const purchases = isHeavy ? options.heavyPurchases : seededPurchases;
  for (let number = 0; number < purchases; number += 1) {
    // The first of many are canaries: thousands of one person would only make the search longer
    const remark = number < seededPurchases ? seeded(`remark ${String(number)}`) : `remark ${String(number)}`;
    insert('INSERT INTO purchase (account_id, remark) VALUES (?, ?)', index + 1, remark);
  }
  const bytes = isHeavy ? LARGE_PICTURE_BYTES : 400;
  const image = Buffer.alloc(bytes, `${seeded('picture')}\n`);
  insert('INSERT INTO picture (account_id, image) VALUES (?, ?)', index + 1, image);
  if (index % 3 !== 0) return;
  insert('INSERT INTO referral (friend_email, words) VALUES (?, ?)', person.email, seeded('words'));
}

function addReader(database: Database.Database, { person, index, canaries }: Place): void {
  const seeded = seeder(canaries, index);
  const email = index % 2 === 0 ? person.email.toUpperCase() : person.email;
  database.prepare('INSERT INTO reader VALUES (?, ?, ?)').run(index + 1, note(canaries, email), seeded('wishes'));
  for (let issue = 0; issue < 3; issue += 1) {
    database.prepare('INSERT INTO issue (reader_id, opened_at) VALUES (?, ?)').run(index + 1, seeded(`opened ${String(issue)}`));
  }
}

/** Texts that nothing else would ever write. */
function seeder(canaries: Set<string>, index: number): (what: string) => string {
  return (what) => note(canaries, `zqx ${what} of ${String(index)} xqz`);
}

function note(canaries: Set<string>, text: string): string {
  canaries.add(text);
  return text;
}
