import type { SqlServerName } from '../server-name.js';

/** A real database server as a test sees it, through an administrator's account. */
export interface TestServer {
  readonly name: SqlServerName;
  /** The administrator's account. */
  readonly url: string;
  /** A new, empty database. Its name is the prefix and something random. */
  createDatabase(prefix: string): Promise<TestDatabase>;
  createUser(options?: UserOptions): Promise<TestUser>;
}

/** A database of one test file. */
export interface TestDatabase {
  readonly name: string;
  /** The administrator's account, in this database. */
  readonly url: string;
  /** Runs statements, separated by semicolons. */
  run(sql: string): Promise<void>;
  /** Removes it, whoever is connected to it. */
  drop(): Promise<void>;
}

/** What an account may do. */
export interface UserOptions {
  /** What stands between `GRANT` and `TO`: `` SELECT ON `shop`.* ``, `SELECT ON ALL TABLES IN SCHEMA public`. */
  readonly grants?: readonly string[];
  /** The database its URL points to; for PostgreSQL also the one that the grants are about. */
  readonly database?: string;
}

/** An account made for one test. */
export interface TestUser {
  readonly name: string;
  readonly password: string;
  readonly url: string;
  drop(): Promise<void>;
}

/** What a Redis server answers. */
export type RedisReply = string | number | null | readonly RedisReply[];

/** A real Redis server as a test sees it. Its keys are shared by all tests: a test uses a prefix of its own, or a private server. */
export interface RedisServer {
  readonly name: 'redis';
  /** The administrator's account. */
  readonly url: string;
  /** Runs one command. Rejects with the error that the server answers. */
  run(command: string, ...args: readonly string[]): Promise<RedisReply>;
  /** An account with these rules of `ACL SETUSER`: `~prefix:*`, `+@read`. */
  createUser(rules: readonly string[]): Promise<TestUser>;
}

/** A real Mailman core as a test sees it. Its lists are shared by all tests: a test makes a domain of its own. */
export interface MailmanServer {
  readonly name: 'mailman3';
  /** The administrator's account. */
  readonly url: string;
  /** One request below `/3.1`, with a form where it changes something. Gives the JSON of the reply; rejects with its status. */
  ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, form?: Readonly<Record<string, string>>): Promise<unknown>;
}

/** One item of an export of personal data by WordPress. */
export interface WordpressItem {
  readonly group_id: string;
  readonly group_label: string;
  readonly item_id: string;
  readonly data: readonly { readonly name: string; readonly value: unknown }[];
}

/** A real WordPress as its administrator sees it in a browser. */
export interface WordpressServer {
  readonly name: 'wordpress';
  /** The administrator's account. */
  readonly url: string;
  /** One request below `/wp-json`. Gives the JSON of the reply; rejects with its status. */
  ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: FormData | Readonly<Record<string, unknown>>): Promise<unknown>;
  /** A password of the administrator's for a program. */
  createApplicationPassword(name: string): Promise<string>;
  /** What _Tools → Export Personal Data_ gives of an address. */
  exportPersonalData(email: string): Promise<readonly WordpressItem[]>;
}

/** A real Ghost as its owner sees it in a browser. Its members are shared by all tests. */
export interface GhostServer {
  readonly name: 'ghost';
  /** The owner's account. */
  readonly url: string;
  /** One request below `/ghost/api/admin`. Gives the JSON of the reply, or its text; rejects with its status. */
  ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** The Admin API key of a new custom integration. */
  createAdminKey(name: string): Promise<string>;
}

/** A real OpenSSH that gives one account SFTP, in a folder that the test fills, with the keys that the test gave it. */
export interface OpensshServer {
  readonly name: 'openssh';
  /** The account, without a password. */
  readonly url: string;
  /** What it says to whoever connects. */
  greeting(): Promise<string>;
}

/** Each kind of server as a test sees it. */
export interface TestServers {
  readonly mariadb: TestServer;
  readonly postgres: TestServer;
  readonly redis: RedisServer;
  readonly mailman3: MailmanServer;
  readonly wordpress: WordpressServer;
  readonly ghost: GhostServer;
  readonly openssh: OpensshServer;
}
