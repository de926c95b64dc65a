import type { World } from '../world.js';
import { generatedRows, table } from './table.js';

/** The one person of a large world. */
export const COLLECTOR = 'collector@example.org';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One person with many rows, all of the same size and none alike. */
export interface LargeWorld extends World {
  readonly rows: number;
  readonly rowBytes: number;
}

/** Too much to lie in anybody's buffers: what is not read is still in the database. */
export function wideWorld(): LargeWorld {
  return largeWorld('wide', 4000, 8192);
}

/** As much as a long membership leaves behind. */
export function longWorld(): LargeWorld {
  return largeWorld('long', 100_000, 400);
}

function largeWorld(name: string, rows: number, rowBytes: number): LargeWorld {
  return {
    name,
    rows,
    rowBytes,
    tables: [
      table('person', { id: 'integer', email: 'text' }, [[1, COLLECTOR]], { indexes: [['email']] }),
      table(
        'page',
        { id: 'integer', person_id: 'integer', body: 'long-text' },
        generatedRows(rows, (index) => [index + 1, 1, pageText(index, rowBytes)]),
        { indexes: [['person_id']] },
      ),
    ],
    dataMap: `
dataMap: 1
collections:
  person: { fields: { id:, email: { identifier: email } } }
  page:
    fields: { id:, body: }
    references:
      person: { to: person, on: { person_id: id }, as: owned }
`,
  };
}

/** Made from bytes: a repeated text would share its memory with itself, and nobody could see that it is held. */
function pageText(index: number, bytes: number): string {
  const page = Buffer.alloc(bytes, LETTERS[index % LETTERS.length]);
  page.write(String(index).padStart(8, '0'));
  return page.toString('latin1');
}
