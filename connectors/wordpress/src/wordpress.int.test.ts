import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Session, SourceRecord } from '@habeas/connector-sdk';
import { everythingOf, identifier, locate } from '@habeas/connector-sdk/testing';
import type { WordpressServer } from '@habeas/test-servers';
import { describeWithRareServer } from '@habeas/test-servers/jest';
import { ANNA, ANNA_WROTE, GUEST, JOANNA, RUN, seed, WANJIRU, type Row, type World } from '../test/wordpress-world.js';
import { wordpress } from './index.js';

type Found = ReadonlyMap<string, readonly SourceRecord[]>;

describeWithRareServer('wordpress', 'people in a real WordPress', (start) => {
  let server: WordpressServer;
  let session: Session;
  let world: World;

  beforeAll(async () => {
    const at = (path: string): Promise<Uint8Array> => readFile(new URL(path, import.meta.url));
    const files = {
      'exporters.plugin.php': await at('../plugin/habeas-exporters.php'),
      'diets.plugin.php': await at('../test/diets.php'),
    };
    server = await start({ files });
    world = await seed(server);
    session = await openSession(server);
  }, 120_000);
  afterAll(async () => {
    await session.close();
    for (const path of world.made.toReversed()) await server.ask('DELETE', `/wp/v2/${path}?force=true&reassign=false`);
  });

  it('is reached, with every collection', async () => {
    const { collections } = await session.check();
    expect(collections.map(({ status }) => status)).toEqual(collections.map(() => 'ok'));
  });

  it('are found with each item of WordPress’s own export, of whichever exporter', async () => {
    const exported = await server.exportPersonalData(ANNA);
    expect(new Set(exported.map((each) => each.group_id))).toEqual(new Set(['user', 'comments', 'media', 'diets']));
    const found = await everythingOf(session, ANNA);
    const item = ({ group_id, item_id, data }: Readonly<Record<string, unknown>>): unknown => ({ group_id, item_id, data });
    expect(valuesOf(found, 'exported').map(item)).toEqual(exported.map((each) => item({ ...each })));
    const value = (name: string): unknown => exported.flatMap(({ data }) => data).find((each) => each.name === name)?.value;
    expect(valuesOf(found, 'user', 'id').map(String)).toEqual([value('User ID')]);
    expect(valuesOf(found, 'media', 'source_url')).toEqual([value('URL')]);
    const comments = exported.filter((each) => each.group_id === 'comments').map((each) => each.item_id);
    expect(valuesOf(found, 'comment', 'id').map((id) => `comment-${String(id)}`)).toEqual(expect.arrayContaining(comments));
  });

  it('are found with what the export leaves out: drafts, spam, the trash, and comments under a former address', async () => {
    const found = await everythingOf(session, ANNA);
    const contents = (collection: string): unknown[] =>
      valuesOf(found, collection, 'content').map((content) => (content as { raw: string }).raw);
    expect(contents('comment').sort()).toEqual([...ANNA_WROTE].sort());
    const id = String(world.anna.id);
    expect(contents('posts').sort()).toEqual([`Binned of ${id}`, `Draft of ${id}`, `Private of ${id}`]);
    expect(contents('pages')).toEqual([`Page of ${id}`]);
    expect(valuesOf(found, 'applicationPassword', 'name')).toEqual([`Telephone ${RUN}`]);
  });

  it('are found without a word of anybody else, however many whose addresses end like theirs the search finds', async () => {
    const hits = (await server.ask('GET', `/wp/v2/users?context=edit&search=${encodeURIComponent(ANNA)}`)) as Row[];
    expect(hits).toHaveLength(10); // of 13 on the first page
    const text = textOf(await everythingOf(session, ANNA));
    expect(
      [JOANNA, WANJIRU, GUEST, 'As Joanna', `of ${String(world.joanna.id)}"`].filter((other) => text.includes(other)),
    ).toEqual([]);
  });

  it('are found who only left a comment, however their address is written', async () => {
    const found = await everythingOf(session, GUEST.toUpperCase());
    const expected = await server.exportPersonalData(GUEST);
    expect(valuesOf(found, 'exported', 'item_id')).toEqual(expected.map((each) => each.item_id));
    expect(valuesOf(found, 'comment', 'author_ip')).toEqual(['198.51.100.7']);
    expect([...found].filter(([, records]) => records.length > 0).map(([name]) => name)).toEqual(['comment', 'exported']);
  });

  it('are found by an address with a plus sign, which is none of a space', async () => {
    const found = await everythingOf(session, WANJIRU);
    expect(valuesOf(found, 'user', 'id')).toEqual([world.wanjiru.id]);
    expect(valuesOf(found, 'posts', 'id')).toEqual([world.post]);
  });

  it('have no field that the manifest does not describe', async () => {
    const found = [...(await everythingOf(session, ANNA))].flatMap(([name, records]) =>
      records.map(({ data }) => ({ name, data })),
    );
    expect(found.filter(({ data }) => data['otherFields'] !== null)).toEqual([]);
  });

  it('are not found where there is nobody', async () => {
    const { matches, located } = await locate(session, [identifier('email', `nobody.${RUN}@example.org`)]);
    expect(matches).toEqual([]);
    expect(located.map(({ outcome }) => outcome)).toEqual(located.map(() => 'empty'));
  });

  it('are shown by the plugin to nobody who may not export personal data', async () => {
    const { origin } = new URL(server.url);
    const url = `${origin}/wp-json/habeas/v1/items?exporter=wordpress-user&email=${encodeURIComponent(ANNA)}`;
    const authorization = `Basic ${Buffer.from(`${world.anna.username}:${world.password}`).toString('base64')}`;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: { authorization } })).status).toBe(403);
  });
});

function valuesOf(found: Found, collection: string): Readonly<Record<string, unknown>>[];
function valuesOf(found: Found, collection: string, field: string): unknown[];
function valuesOf(found: Found, collection: string, field?: string): unknown[] {
  return (found.get(collection) ?? []).map(({ data }) => (field === undefined ? data : data[field]));
}

function textOf(found: Found): string {
  return JSON.stringify([...found.values()]);
}

async function openSession(server: WordpressServer): Promise<Session> {
  const { origin, username } = new URL(server.url);
  const password = await server.createApplicationPassword(`Habeas ${RUN}`);
  const network = { private: ['127.0.0.0/8'], insecure: true };
  const config = wordpress.config.parse({ base: origin, user: username, password, network });
  return wordpress.open(config, { source: 'website', phoneRegion: 'FR', signal: new AbortController().signal });
}
