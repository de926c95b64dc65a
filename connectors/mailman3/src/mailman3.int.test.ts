import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Session, SourceRecord } from '@habeas/connector-sdk';
import { everythingOf, identifier, locate } from '@habeas/connector-sdk/testing';
import type { MailmanServer } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { mailman3 } from './index.js';

const RUN = randomBytes(4).toString('hex');
const DOMAIN = `${RUN}.lists.example.org`;
const ANNA = `anna.keller.${RUN}@example.org`;
const ANNA_PRIVATE = `anna.private.${RUN}@example.com`;
const JOSE = `jose.nunez.${RUN}@example.com`;
/** One letter less, the same name, the same lists. */
const ANN = `ann.keller.${RUN}@example.org`;
const GUEST = `guest.bauer.${RUN}@example.org`;

interface Entries {
  readonly entries?: readonly Readonly<Record<string, unknown>>[];
}

describeWithServer('mailman3', 'people in a real Mailman', (server) => {
  let session: Session;

  beforeAll(async () => {
    await seed(server);
    session = await openSession(server);
  });
  afterAll(async () => {
    await session.close();
    await server.ask('DELETE', `/domains/${DOMAIN}`);
  });

  const entries = async (path: string): Promise<NonNullable<Entries['entries']>> =>
    ((await server.ask('GET', path)) as Entries).entries ?? [];
  const textOf = (found: ReadonlyMap<string, readonly SourceRecord[]>): string => JSON.stringify([...found.values()]);

  it('is reached, with every collection', async () => {
    const { collections } = await session.check();
    expect(collections.map(({ status }) => status)).toEqual(collections.map(() => 'ok'));
  });

  it('are found by a second address, with all that Mailman says of the first (SCP-01)', async () => {
    const found = await everythingOf(session, ANNA_PRIVATE);
    const roles = (await entries(`/members/find?subscriber=${encodeURIComponent(ANNA)}`)).map((each) => each['member_id']);
    expect(roles).toHaveLength(3);
    expect(valuesOf(found, 'membership', 'member_id')).toEqual(roles.sort());
    const { user_id: user } = (await server.ask('GET', `/users/${encodeURIComponent(ANNA)}`)) as Record<string, string>;
    expect(valuesOf(found, 'user', 'user_id')).toEqual([user]);
    const addresses = (await entries(`/users/${String(user)}/addresses`)).map((each) => each['email']);
    expect(valuesOf(found, 'address', 'email')).toEqual(addresses.sort());
    expect(found.get('userPreferences')?.[0]?.data).toMatchObject({ hide_address: true, delivery_status: 'by_user' });
  });

  it('are found without a word of anybody else', async () => {
    const text = textOf(await everythingOf(session, ANNA));
    expect(text).toContain(ANNA_PRIVATE);
    expect([JOSE, ANN, GUEST].filter((other) => text.includes(other))).toEqual([]);
  });

  it('are found who never subscribed, with the message that waits for a moderator', async () => {
    const found = await everythingOf(session, GUEST);
    expect(valuesOf(found, 'address', 'email')).toEqual([GUEST]);
    expect(valuesOf(found, 'nonmember', 'list_id')).toEqual([`news.${DOMAIN}`]);
    expect(found.get('heldMessage')).toHaveLength(1);
    expect(textOf(found)).toContain('My phone is 044 555 99 88');
  });

  it('are not found by a star in an address, which Mailman takes for any letters', async () => {
    const { matches } = await locate(session, [identifier('email', GUEST.replace('guest', 'g*st'))]);
    expect(matches).toEqual([]);
  });

  it('are found with their ban, and however their address is written', async () => {
    const found = await everythingOf(session, JOSE.toUpperCase());
    expect(valuesOf(found, 'listBan', 'list_id')).toEqual([`news.${DOMAIN}`]);
    expect(valuesOf(found, 'membership', 'list_id')).toEqual([`news.${DOMAIN}`]);
    expect(textOf(found)).not.toContain(ANNA);
  });

  it('are found while they wait to be let in, without the token that would let them in', async () => {
    const waiting = `wanda.${RUN}@example.org`;
    const form = { list_id: `board.${DOMAIN}`, subscriber: waiting, display_name: 'Wanda' };
    const { token } = (await server.ask('POST', '/members', form)) as Record<string, string>;
    const found = await everythingOf(session, waiting);
    expect(valuesOf(found, 'subscriptionRequest', 'list_id')).toEqual([`board.${DOMAIN}`]);
    expect(textOf(found)).not.toContain(String(token));
  });

  it('are not found where there is nobody', async () => {
    const { matches, located } = await locate(session, [identifier('email', `nobody.${RUN}@example.org`)]);
    expect(matches).toEqual([]);
    expect(located.map(({ outcome }) => outcome)).toEqual(located.map(() => 'empty'));
  });
});

function valuesOf(found: ReadonlyMap<string, readonly SourceRecord[]>, collection: string, field: string): readonly unknown[] {
  return (found.get(collection) ?? []).map(({ data }) => data[field]).sort();
}

async function openSession({ url }: MailmanServer): Promise<Session> {
  const { origin, username, password } = new URL(url);
  const network = { private: ['127.0.0.0/8'], insecure: true };
  const config = mailman3.config.parse({ base: origin, user: username, password, network });
  return mailman3.open(config, { source: 'lists', phoneRegion: 'FR', signal: new AbortController().signal });
}

/** Three people with and one without a subscription, in two lists. */
async function seed(server: MailmanServer): Promise<void> {
  await server.ask('POST', '/domains', { mail_host: DOMAIN });
  for (const list of ['news', 'board']) await server.ask('POST', '/lists', { fqdn_listname: `${list}@${DOMAIN}` });
  const sure = { pre_verified: 'True', pre_confirmed: 'True', pre_approved: 'True', send_welcome_message: 'False' };
  const join = (list: string, subscriber: string, name: string): Promise<unknown> =>
    server.ask('POST', '/members', { list_id: `${list}.${DOMAIN}`, subscriber, display_name: name, ...sure });
  await join('news', ANNA, 'Anna Keller');
  await join('board', ANNA, 'Anna Keller');
  await join('news', ANN, 'Anna Keller');
  await join('news', JOSE, 'José Núñez');
  await server.ask('POST', '/members', { list_id: `board.${DOMAIN}`, role: 'owner', subscriber: ANNA });
  await server.ask('POST', `/users/${encodeURIComponent(ANNA)}/addresses`, { email: ANNA_PRIVATE });
  const choices = { hide_address: 'True', delivery_status: 'by_user' };
  await server.ask('PATCH', `/users/${encodeURIComponent(ANNA)}/preferences`, choices);
  await server.ask('POST', `/lists/news.${DOMAIN}/bans`, { email: JOSE });
  await holdMessage(server);
}

/** A message of somebody who is not subscribed waits for a moderator as soon as Mailman has looked at it. */
async function holdMessage(server: MailmanServer): Promise<void> {
  const head = [`From: Gast Bauer <${GUEST}>`, `To: news@${DOMAIN}`, 'Subject: please post', `Message-ID: <${RUN}@example.org>`];
  const text = [...head, '', 'My phone is 044 555 99 88', ''].join('\n');
  await server.ask('POST', '/queues/in', { list_id: `news.${DOMAIN}`, text });
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const { entries = [] } = (await server.ask('GET', `/lists/news.${DOMAIN}/held`)) as Entries;
    if (entries.length > 0) return;
    await pause(100);
  }
  throw new Error('Mailman held no message.');
}
