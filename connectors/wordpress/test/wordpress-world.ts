import { randomBytes } from 'node:crypto';
import type { WordpressServer } from '@habeas/test-servers';

export const RUN = randomBytes(4).toString('hex');
export const ANNA = `anna.keller.${RUN}@example.org`;
/** The same name, and an address that a search for the other finds. */
export const JOANNA = `jo${ANNA}`;
export const WANJIRU = `w.mwangi+${RUN}@example.net`;
export const GUEST = `guest.bauer.${RUN}@example.org`;
/** The address that Anna commented with before she changed it. */
const ANNA_FORMER = `a.keller.${RUN}@example.com`;

/** A record of WordPress. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: number };

/** An account of WordPress. */
export type Account = Row & { readonly username: string };

/** What was put into WordPress. */
export interface World {
  readonly anna: Account;
  readonly joanna: Account;
  readonly wanjiru: Account;
  /** The post that everybody comments on. */
  readonly post: number;
  /** With which Anna's telephone signs in. */
  readonly password: string;
  /** Where it all is. */
  readonly made: readonly string[];
}

type Make = (path: string, what: Readonly<Record<string, unknown>> | FormData) => Promise<Row>;

/** What Anna wrote below a post: signed in and as a guest, approved or not, and under an address that she has no more. */
const ANNAS_COMMENTS = [
  { content: 'Signed in', author_email: ANNA, author_name: 'Anna Keller', author_ip: '192.0.2.1', by: 'anna' },
  { content: 'Signed in, formerly', author_email: ANNA_FORMER, author_name: 'Anna Keller', by: 'anna' },
  { content: 'Taken for spam, formerly', author_email: ANNA_FORMER, author_name: 'Anna', status: 'spam', by: 'anna' },
  { content: 'Binned, formerly', author_email: ANNA_FORMER, author_name: 'Anna', status: 'trash', by: 'anna' },
  { content: 'As a guest', author_email: ANNA.toUpperCase(), author_name: 'AK', author_ip: '192.0.2.2' },
  { content: 'Taken for spam', author_email: ANNA, author_name: 'AK', status: 'spam' },
  { content: 'Binned', author_email: ANNA, author_name: 'AK', status: 'trash' },
  { content: 'A #review', author_email: ANNA, author_name: 'AK' },
];

/** See above. */
export const ANNA_WROTE: readonly string[] = ANNAS_COMMENTS.map(({ content }) => content);

/** Three people with an account, of whom two have the same name, one without, and some whose addresses end like one of theirs. */
export async function seed(server: WordpressServer): Promise<World> {
  const made: string[] = [];
  const make: Make = async (path, what) => {
    const row = (await server.ask('POST', `/wp/v2/${path}`, what)) as Row;
    made.push(`${path}/${String(row.id)}`);
    return row;
  };
  const anna = await account(make, ANNA, ['Anna', 'Keller']);
  const joanna = await account(make, JOANNA, ['Anna', 'Keller']);
  for (let more = 0; more < 11; more += 1) await account(make, `${String(more)}.${ANNA}`, ['Anne', 'Keller']);
  const wanjiru = await account(make, WANJIRU, ['Wanjiru', 'Mwangi']);
  const { id: post } = await make('posts', { title: 'Hello', content: 'Public', status: 'publish', author: wanjiru.id });
  for (const { id } of [anna, joanna]) await write(server, make, id);
  for (const { by, ...comment } of ANNAS_COMMENTS) await make('comments', { post, ...comment, ...(by && { author: anna.id }) });
  await make('comments', { post, author: joanna.id, author_email: JOANNA, author_name: 'Anna Keller', content: 'As Joanna' });
  const guest = { author_email: GUEST, author_name: 'Gast Bauer', author_ip: '198.51.100.7' };
  await make('comments', { post, ...guest, content: 'My phone is 044 555 99 88' });
  await make('media', badge(anna.id));
  const key = await server.ask('POST', `/wp/v2/users/${String(anna.id)}/application-passwords`, { name: `Telephone ${RUN}` });
  return { anna, joanna, wanjiru, post, password: (key as { password: string }).password, made };
}

async function account(make: Make, email: string, [first, last]: readonly [string, string]): Promise<Account> {
  const names = { first_name: first, last_name: last, name: `${first} ${last}`, description: `Biography of ${email}` };
  const username = email.replaceAll(/[@+]/g, '.');
  const password = randomBytes(12).toString('hex');
  return (await make('users', { username, email, password, roles: ['author'], ...names })) as Account;
}

/** A draft, what nobody else may see, what lies in the trash, and a page. */
async function write(server: WordpressServer, make: Make, author: number): Promise<void> {
  const of = `of ${String(author)}`;
  await make('posts', { title: 'Draft', content: `Draft ${of}`, status: 'draft', author });
  await make('posts', { title: 'Private', content: `Private ${of}`, status: 'private', author });
  const { id: binned } = await make('posts', { title: 'Binned', content: `Binned ${of}`, status: 'draft', author });
  await server.ask('DELETE', `/wp/v2/posts/${String(binned)}`);
  await make('pages', { title: 'Page', content: `Page ${of}`, status: 'publish', author });
}

function badge(author: number): FormData {
  const form = new FormData();
  form.set('file', new Blob(['Badge'], { type: 'text/plain' }), `badge-${RUN}.txt`);
  form.set('author', String(author));
  return form;
}
