import type { ServerName } from '../server-name.js';

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

/** What starting one kind of server takes. */
export interface ServerRecipe {
  readonly name: ServerName;
  /** The Debian packages that bring it. */
  readonly packages: readonly string[];
  /** How to get it, where none does. */
  readonly hint?: string;
  /** System accounts it may run as when it is started by root, in order of preference. */
  readonly accounts: readonly string[];
  /** The signal that ends it without waiting for its clients. */
  readonly stopSignal: 'TERM' | 'INT';
  /** Whether its programs are on this machine. */
  isInstalled(): boolean;
  /** Files it needs in its folder before it is initialised. */
  files(password: string): Readonly<Record<string, string>>;
  /** Fills the empty folder; run to its end before the server starts. */
  initialise(home: string): Command;
  serve(home: string, port: number): Command;
  url(port: number, password: string): string;
  /** Resolves once it answers; rejects while it does not. */
  ping(url: string): Promise<void>;
}

/** The program's path, for recipes that were asked `isInstalled` first. */
export function installed(path: string | undefined): string {
  if (path === undefined) throw new Error('The server was removed while it was being started.');
  return path;
}
