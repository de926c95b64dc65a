import type { Client, Submittable } from 'pg';

/** What `pg` lets a query do with its connection while rows are copied in (`pg/lib/connection.js`). */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/**
 * Runs one `COPY … FROM stdin`, which `pg` has no call for: the server sends `CopyInResponse`, takes rows in its text
 * format and then answers as to any statement (PostgreSQL, "COPY operations" of the frontend/backend protocol). Rejects
 * with the server's error.
 */
export function copyInto(client: Client, statement: string, rows: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const query = {
      submit: (connection: unknown) => {
        (connection as CopyConnection).query(statement);
      },
      handleCopyInResponse: (connection: CopyConnection) => {
        connection.sendCopyFromChunk(Buffer.from(rows));
        connection.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleError: reject,
      handleReadyForQuery: resolve,
    };
    client.query(query satisfies Submittable);
  });
}
