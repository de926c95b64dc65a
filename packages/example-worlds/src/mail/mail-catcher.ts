import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail that was caught, as its recipient would see it. */
export interface CaughtMail {
  /** As the envelope has them. */
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  readonly html: string;
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Whether it came encrypted. */
  readonly isSecure: boolean;
}

/** At which word of the conversation a catcher refuses, and how: `550`, `451` … */
export interface MailRefusal {
  readonly at: 'connection' | 'sender' | 'recipient' | 'content';
  readonly code: number;
  /** What it says with it; a mail server likes to repeat the address here. */
  readonly says?: string;
}

/** How a catcher is started. */
export interface MailCatcherOptions {
  /** One that is free, where none is given. */
  readonly port?: number;
  /** Offers STARTTLS with this certificate, or speaks TLS from the beginning. */
  readonly tls?: { readonly key: string; readonly certificate: string; readonly isImplicit?: boolean };
  /** The only account that may send; else everybody may. */
  readonly account?: { readonly user: string; readonly password: string };
  readonly onMail?: (mail: CaughtMail) => void;
}

/** A mail server that delivers nothing: what it accepts can be looked at. */
export interface MailCatcher {
  /** `smtp://` or `smtps://`, without an account. */
  readonly url: string;
  /** In the order they came. */
  readonly mails: readonly CaughtMail[];
  /** How many connections there were. */
  readonly connections: () => number;
  /** What is refused from now on; nothing, where nothing is given. */
  readonly refuse: (refusal?: MailRefusal) => void;
  /** Resolves once there are so many mails. */
  readonly caught: (count: number) => Promise<readonly CaughtMail[]>;
  readonly close: () => Promise<void>;
}

/** Starts a {@link MailCatcher} on 127.0.0.1. Rejects where its port is taken. */
export async function startMailCatcher(options: MailCatcherOptions = {}): Promise<MailCatcher> {
  const catcher = new Catcher(options);
  await catcher.listen(options.port ?? 0);
  return catcher;
}

type Done = (error?: Error | null) => void;

class Catcher implements MailCatcher {
  readonly mails: CaughtMail[] = [];
  readonly #server: SMTPServer;
  readonly #waiting = new Set<() => void>();
  #refusal: MailRefusal | undefined;
  #connections = 0;

  constructor(private readonly options: MailCatcherOptions) {
    this.#server = new SMTPServer({
      ...securityOf(options),
      disableReverseLookup: true,
      authOptional: options.account === undefined,
      onAuth: ({ username, password }, _session, done) => {
        const { account } = options;
        const isRight = account === undefined || (username === account.user && password === account.password);
        done(null, isRight ? { user: username } : {});
      },
      onConnect: (_session, done) => {
        this.#connections += 1;
        this.#answer('connection', done);
      },
      onMailFrom: (_address, _session, done) => {
        this.#answer('sender', done);
      },
      onRcptTo: (_address, _session, done) => {
        this.#answer('recipient', done);
      },
      onData: (stream, { envelope, secure }, done) => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        void this.#take(stream, { from, to, isSecure: secure }).then(() => {
          this.#answer('content', done);
        }, done);
      },
    });
    // A client that goes away in the middle is no fault of the catcher
    this.#server.on('error', () => undefined);
  }

  get url(): string {
    const { port } = this.#server.server.address() as AddressInfo;
    return `${this.options.tls?.isImplicit === true ? 'smtps' : 'smtp'}://127.0.0.1:${String(port)}`;
  }

  async listen(port: number): Promise<void> {
    const listening = once(this.#server.server, 'listening');
    this.#server.listen(port, '127.0.0.1');
    await listening;
  }

  readonly connections = (): number => this.#connections;

  readonly refuse = (refusal?: MailRefusal): void => {
    this.#refusal = refusal;
  };

  readonly caught = async (count: number): Promise<readonly CaughtMail[]> => {
    while (this.mails.length < count) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
      });
    }
    return this.mails;
  };

  readonly close = (): Promise<void> =>
    new Promise((resolve) => {
      this.#server.close(resolve);
      for (const connection of this.#server.connections) connection.close();
    });

  #answer(at: MailRefusal['at'], done: Done): void {
    const refusal = this.#refusal;
    if (refusal?.at !== at) done();
    else done(Object.assign(new Error(refusal.says ?? 'Refused by the catcher'), { responseCode: refusal.code }));
  }

  async #take(stream: NodeJS.ReadableStream, envelope: Pick<CaughtMail, 'from' | 'to' | 'isSecure'>): Promise<void> {
    const { subject = '', messageId = '', text = '', html = '', headers } = await PostalMime.parse(await buffer(stream));
    if (this.#refusal?.at === 'content') return;
    const mail: CaughtMail = {
      ...envelope,
      ...{ subject, messageId, text, html },
      headers: new Map(headers.map(({ key, value }) => [key, value])),
    };
    this.mails.push(mail);
    this.options.onMail?.(mail);
    for (const wake of [...this.#waiting]) wake();
    this.#waiting.clear();
  }
}

function securityOf({ tls }: MailCatcherOptions): SMTPServerOptions {
  if (tls === undefined) return { disabledCommands: ['STARTTLS'], allowInsecureAuth: true };
  return { key: tls.key, cert: tls.certificate, secure: tls.isImplicit === true };
}
