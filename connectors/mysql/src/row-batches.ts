import type { Socket } from 'node:net';
import type { SqlRow } from '@habeas/sql-engine';
import type { Connection } from 'mysql2';
import type { RawRow, RunningCommand } from './run.js';
import { needsBinaryProtocol, valueConverter, type Protocol, type ResultColumn } from './values.js';

/** The most rows in one batch: about what the driver receives at once. Larger ones live longer, and cost more to collect. */
const BATCH_SIZE = 250;
/** What a batch may weigh on the wire, by and large: large rows make smaller batches. */
const BATCH_BYTES = 1024 * 1024;
/** How many rows are added before the weight is looked at again. */
const ROWS_BETWEEN_LOOKS = 8;

/** The result holds a type that this protocol cannot carry whole: the statement has to run again in the binary one. */
export class NeedsBinaryProtocol extends Error {
  override readonly name = 'NeedsBinaryProtocol';
}

/**
 * The rows of a running command in batches, with back-pressure: nothing more is received while a full batch waits for the
 * reader, and of what was received the rest becomes rows too. A fault ends it at once, whatever still waits.
 */
export class RowBatches {
  readonly #connection: Connection;
  readonly #socket: Socket;
  readonly #full: SqlRow[][] = [];
  #batch: SqlRow[] = [];
  #convert: (row: RawRow) => SqlRow = (row) => row as SqlRow;
  #weighed: number;
  #isPaused = false;
  #isOver = false;
  #fault: unknown;
  #wake: (() => void) | undefined;

  constructor(connection: Connection, command: RunningCommand, protocol: Protocol) {
    this.#connection = connection;
    this.#socket = socketOf(connection);
    this.#weighed = this.#socket.bytesRead;
    command.on('fields', (fields) => {
      const columns = fields as unknown as ResultColumn[];
      if (protocol === 'text' && needsBinaryProtocol(columns)) this.fail(new NeedsBinaryProtocol());
      else this.#convert = valueConverter(columns, protocol);
    });
    command.on('result', (row) => {
      this.#add(row);
    });
    command.on('error', (error) => {
      this.fail(error);
    });
    command.on('end', () => {
      this.#end();
    });
    // A lost connection is told to the connection, not to a command without a callback
    connection.on('error', this.fail);
  }

  /** Whether everything has come from the server, without a fault: what waits for the reader needs no connection any more. */
  get isThrough(): boolean {
    return this.#isOver && this.#fault === undefined;
  }

  /** Whether there is nothing more to be taken, so that nobody need wait to be told. */
  get isTaken(): boolean {
    return this.isThrough && this.#full.length === 0;
  }

  /** The next batch, or `undefined` after the last. Rejects with the driver's error. */
  async next(): Promise<readonly SqlRow[] | undefined> {
    while (this.#full.length === 0 && !this.#isOver) {
      this.#goOn();
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    if (this.#fault !== undefined) throw this.#fault as Error;
    const batch = this.#full.shift();
    if (this.#full.length === 0) this.#goOn();
    return batch;
  }

  /** Ends it with a fault. */
  readonly fail = (fault: unknown): void => {
    if (this.#isOver) return;
    this.#fault = fault;
    this.#full.length = 0;
    this.#finish();
  };

  #add(row: RawRow): void {
    if (this.#isOver) return;
    const size = this.#batch.push(this.#convert(row));
    if (size < BATCH_SIZE && (size % ROWS_BETWEEN_LOOKS !== 0 || this.#weight() < BATCH_BYTES)) return;
    this.#full.push(this.#batch);
    this.#batch = [];
    this.#weighed = this.#socket.bytesRead;
    if (this.#wake === undefined) this.#pause();
    else this.#tell();
  }

  #weight(): number {
    return this.#socket.bytesRead - this.#weighed;
  }

  #end(): void {
    if (this.#isOver) return;
    if (this.#batch.length > 0) this.#full.push(this.#batch);
    this.#finish();
  }

  #finish(): void {
    this.#isOver = true;
    this.#batch = [];
    this.#connection.off('error', this.fail);
    this.#goOn();
    this.#tell();
  }

  /** Tells the reader, who takes what there is before more is received. */
  #tell(): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  }

  /** The driver's own pause would copy the rest of what was received, row by row. */
  #pause(): void {
    if (this.#isPaused) return;
    this.#isPaused = true;
    this.#socket.pause();
  }

  #goOn(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#socket.resume();
  }
}

function socketOf(connection: Connection): Socket {
  return (connection as unknown as { readonly stream: Socket }).stream;
}
