import { InvalidInputError, type JsonValue } from '@habeas/connector-sdk';
import { parseAllDocuments, stringify } from 'yaml';
import { z } from 'zod';

const json = z.json() as unknown as z.ZodType<JsonValue>;
const scalar = z.union([z.string(), z.number()]);
const entrySchema = z.strictObject({
  search: z.string().optional(),
  matches: z.int(),
  dropped: z.int(),
  records: z.int(),
  read: z.string().optional(),
});
const headSchema = z.strictObject({
  cassette: z.literal(1),
  connector: z.string(),
  version: z.string(),
  at: z.iso.datetime().describe('When it was recorded: a search over periods asks for the same ones again.'),
  config: z.record(z.string(), scalar),
  searched: z.array(
    z.strictObject({ kind: z.enum(['email', 'phone', 'id']), namespace: z.string().optional(), value: z.string() }),
  ),
  ledger: z.record(z.string(), entrySchema),
});
const exchangeSchema = z.strictObject({
  label: z.string(),
  request: z.string(),
  body: json.optional(),
  status: z.int(),
  headers: z.record(z.string(), z.string()).optional(),
  reply: json.optional(),
});

/** What a search came to in one collection. */
export type LedgerEntry = z.output<typeof entrySchema>;
/** A request, below the base of the API, and what was answered. A reply that was no JSON is left out. */
export type Exchange = z.output<typeof exchangeSchema>;

/** A search as it was recorded, with nobody in it. */
export interface Cassette extends z.output<typeof headSchema> {
  readonly exchanges: readonly Exchange[];
}

const COMMENT = ` A search at a real system, recorded with nobody in it: every value of a person is made up (docs/adding-a-connector.md).
 Written by habeas connector record. One exchange after the other.
`;

/** The text of a cassette: a document of YAML that says what was searched and what it came to, and one for each exchange. */
export function cassetteText({ exchanges, ...head }: Cassette): string {
  const comment = COMMENT.replace(/^/gmu, '#').replace(/#$/u, '');
  return `${comment}${[head, ...exchanges].map((each) => stringify(each, { lineWidth: 0 })).join('---\n')}`;
}

/** Reads a cassette. Throws `InvalidInputError` where it is none. */
export function readCassette(text: string, file: string): Cassette {
  const documents = parseAllDocuments(text);
  try {
    const values = [...documents].map((each): unknown => each.toJS());
    const [head, ...exchanges] = values;
    return { ...headSchema.parse(head), exchanges: exchanges.map((each) => exchangeSchema.parse(each)) };
  } catch {
    throw new InvalidInputError([{ file, what: 'this is no cassette', remedy: 'record it again: habeas connector record' }]);
  }
}
