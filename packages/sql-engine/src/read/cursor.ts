import { ConnectorError, type Cursor, type RecordKey } from '@habeas/connector-sdk';
import { z } from 'zod';

const positionSchema = z.strictObject({
  pass: z.int().nonnegative(),
  after: z.array(z.union([z.string(), z.number()])).optional(),
});

/** Where a read stands: in which of its passes, and after which key. */
export interface Position {
  readonly pass: number;
  readonly after?: RecordKey | undefined;
}

/** A position as it is stored. */
export function toCursor({ pass, after }: Position): Cursor {
  return after === undefined ? { pass } : { pass, after };
}

/** The position a cursor stands for. Throws `contract` for one that this engine did not make, or made for another read. */
export function fromCursor(cursor: Cursor | undefined, passes: number, keyLength: number): Position {
  if (cursor === undefined) return { pass: 0 };
  const parsed = positionSchema.safeParse(cursor);
  if (!parsed.success || parsed.data.pass > passes || (parsed.data.after?.length ?? keyLength) !== keyLength) {
    const remedy = 'Read the collection from its start.';
    throw new ConnectorError('contract', 'The cursor does not belong to this read.', { remedy });
  }
  return parsed.data;
}
