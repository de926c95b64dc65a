import Database from 'better-sqlite3';
import type { CaseFile } from './case-file.js';

/** The records of one person, each as `collection key`, and their values as the source holds them. */
export type Truth = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** What each collection holds of an address: by hand, so that no rule of the product is in it. */
const QUESTIONS = {
  shop: {
    account: 'SELECT account_id AS k, * FROM account WHERE lower(email) = lower(?)',
    purchase:
      'SELECT purchase_id AS k, p.* FROM purchase p JOIN account a ON a.account_id = p.account_id WHERE lower(a.email) = lower(?)',
    picture:
      'SELECT picture_id AS k, picture_id, p.account_id FROM picture p JOIN account a ON a.account_id = p.account_id WHERE lower(a.email) = lower(?)',
  },
  letters: {
    reader: 'SELECT reader_id AS k, * FROM reader WHERE lower(email) = lower(?)',
    issue: 'SELECT issue_id AS k, i.* FROM issue i JOIN reader r ON r.reader_id = i.reader_id WHERE lower(r.email) = lower(?)',
  },
} as const;

const PICTURES =
  'SELECT image FROM picture p JOIN account a ON a.account_id = p.account_id WHERE lower(a.email) = lower(?) ORDER BY picture_id';

/** Asks the sources what they hold of a person. Somebody who is only mentioned holds nothing there. */
export function truthOf(sources: CaseFile['sources'], email: string): Truth {
  const truth = new Map<string, Readonly<Record<string, unknown>>>();
  for (const source of ['shop', 'letters'] as const) {
    const database = new Database(sources[source], { readonly: true });
    for (const [collection, sql] of Object.entries(QUESTIONS[source])) {
      for (const { k, ...values } of database.prepare(sql).all(email) as readonly Record<string, unknown>[]) {
        truth.set(`${source}/${collection} ${String(k)}`, values);
      }
    }
    database.close();
  }
  return truth;
}

/** The files that are a person's, byte for byte. */
export function picturesOf(sources: CaseFile['sources'], email: string): readonly Buffer[] {
  const database = new Database(sources.shop, { readonly: true });
  try {
    return (database.prepare(PICTURES).all(email) as readonly { readonly image: Buffer }[]).map(({ image }) => image);
  } finally {
    database.close();
  }
}
