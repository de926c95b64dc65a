import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CaughtMail, MailCatcher } from '@habeas/example-worlds';
import { type Html, markup, trusted } from '@habeas/report';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const WORDS = {
  en: {
    title: 'Mailbox of the demo',
    lead: 'Every message that the service has sent, the newest first. Nobody else gets them.',
    none: 'Nothing has come yet.',
    again: 'Look again',
    to: 'To',
  },
  fr: {
    title: 'Boîte aux lettres de la démonstration',
    lead: 'Tous les messages envoyés par le service, le plus récent d’abord. Personne d’autre ne les reçoit.',
    none: 'Rien n’est encore arrivé.',
    again: 'Regarder de nouveau',
    to: 'À',
  },
} as const;

type Language = keyof typeof WORDS;

const STYLE = trusted(
  ':root { color-scheme: light dark } body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }' +
    ' article { border-top: 1px solid; padding: 0.5rem 0 } p { white-space: pre-line; overflow-wrap: anywhere } a { padding: 0.25rem 0 }',
);

/** A page on which a person reads what a catcher has caught, as its recipients would. */
export interface MailboxPage {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the mailbox of a catcher on 127.0.0.1, on a port that is free: it shows whatever has come, and changes nothing. */
export async function startMailboxPage(mailbox: Pick<MailCatcher, 'mails'>): Promise<MailboxPage> {
  const server = createServer((request, response) => {
    const language = languageOf(request);
    response
      .writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': POLICY,
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-store',
      })
      .end(`<!doctype html>\n${pageOf(mailbox.mails, language).text}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}/`, close: () => closed(server) };
}

async function closed(server: Server): Promise<void> {
  const end = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await end;
}

function languageOf({ headers }: IncomingMessage): Language {
  return headers['accept-language']?.startsWith('fr') === true ? 'fr' : 'en';
}

/** A mail says of its own language what its page would. */
function languageIn({ html }: CaughtMail): string | undefined {
  return /<html lang="([\w-]+)"/u.exec(html)?.[1];
}

function pageOf(mails: readonly CaughtMail[], language: Language): Html {
  const { title, lead, none, again, to } = WORDS[language];
  const articles = mails.toReversed().map(
    (mail) => markup`<article lang="${languageIn(mail) ?? language}">
<h2>${mail.subject}</h2>
<p lang="${language}">${to}: ${mail.to.join(', ')}</p>
<p>${linked(mail.text)}</p>
</article>
`,
  );
  return markup`<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head>
<body><main>
<h1>${title}</h1>
<p>${lead}</p>
<p><a href="/">${again}</a></p>
${articles.length === 0 ? markup`<p>${none}</p>\n` : articles}</main></body>
</html>
`;
}

/** The text of a mail, with its addresses as links, as the program of a reader shows it. */
function linked(text: string): readonly Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/u)
    .map((piece, index) => (index % 2 === 0 ? markup`${piece}` : markup`<a href="${piece}">${piece}</a>`));
}
