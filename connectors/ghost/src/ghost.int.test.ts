import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { Session } from '@habeas/connector-sdk';
import { everythingOf, identifier, locate, read } from '@habeas/connector-sdk/testing';
import type { GhostServer } from '@habeas/test-servers';
import { describeWithRareServer } from '@habeas/test-servers/jest';
import { ghost } from './index.js';

const RUN = randomBytes(4).toString('hex');
const ANNA = `anna.keller.${RUN}@example.org`;
/** The same name, and addresses that begin or end with the other. */
const JOANNA = `jo${ANNA}`;
const ANNA_ELSEWHERE = `${ANNA}.test`;
/** What has a meaning of its own in Ghost's language of filters. */
const WANJIRU = `o'mwangi+events.${RUN}@example.net`;

type Row = Readonly<Record<string, unknown>>;
type Found = ReadonlyMap<string, readonly Row[]>;

describeWithRareServer('ghost', 'people in a real Ghost', (start) => {
  let server: GhostServer;
  let session: Session;
  let ids: ReadonlyMap<string, string>;

  beforeAll(async () => {
    server = await start();
    ids = await seed(server);
    session = await openSession(server);
  }, 180_000);
  afterAll(async () => {
    await session.close();
    for (const id of ids.values()) await server.ask('DELETE', `/members/${id}/`);
  });

  const rows = async (path: string, of: string): Promise<readonly Row[]> =>
    ((await server.ask('GET', path)) as Readonly<Record<string, readonly Row[]>>)[of] ?? [];
  const textOf = (found: Found): string => JSON.stringify([...found.values()]);

  it('is reached, with its members and its staff', async () => {
    const { collections } = await session.check();
    expect(collections).toMatchObject([{ collection: 'member', status: 'ok' }, {}, { collection: 'staff', status: 'ok' }]);
  });

  it('are found, in other letters than they are stored in, with all that Ghost says of them', async () => {
    const found = await everything(session, ANNA.toUpperCase());
    const path = `/members/${String(ids.get(ANNA))}/?include=newsletters,labels,tiers,email_recipients`;
    const [{ unsubscribe_url: key, ...member } = {}] = await rows(path, 'members');
    expect(found.get('member')).toMatchObject([member]);
    expect(member).toMatchObject({
      note: 'vegan',
      labels: [{ name: 'vip' }],
      newsletters: expect.arrayContaining([expect.objectContaining({ status: 'active' })]),
    });
    expect(typeof key).toBe('string');
    expect(textOf(found)).not.toContain(new URL(String(key)).searchParams.get('key'));
  });

  it('are found as they stand in Ghost’s own export of members', async () => {
    const table = String(await server.ask('GET', `/members/upload/?filter=id:${String(ids.get(ANNA))}`)).split('\r\n');
    const [columns = [], cells = []] = table.map((line) => line.split(','));
    const exported = Object.fromEntries(columns.map((name, at) => [name, cells[at]]));
    const [member] = (await everything(session, ANNA)).get('member') ?? [];
    for (const name of ['id', 'email', 'name', 'note', 'created_at']) expect(member?.[name]).toBe(exported[name]);
    expect((member?.['labels'] as readonly Row[]).map((label) => label['name'])).toEqual([exported['labels']]);
  });

  it('are found without a word of anybody else', async () => {
    const found = await everything(session, ANNA);
    expect(found.get('member')?.map((each) => each['id'])).toEqual([ids.get(ANNA)]);
    expect([JOANNA, ANNA_ELSEWHERE, WANJIRU].filter((other) => textOf(found).toLowerCase().includes(other))).toEqual([]);
  });

  it('are found by an address with a quote and a plus sign', async () => {
    const found = await everything(session, WANJIRU);
    expect(found.get('member')).toMatchObject([{ id: ids.get(WANJIRU), email: WANJIRU, subscribed: false }]);
  });

  it('are found on the staff, with their roles', async () => {
    const [me = {}] = await rows('/users/me/?include=roles', 'users');
    const found = await everything(session, String(me['email']));
    expect(found.get('staff')).toMatchObject([{ id: me['id'], name: me['name'], roles: [{ name: 'Owner' }] }]);
    expect(found.get('member')).toEqual([]);
  });

  it('have no field that the manifest does not describe', async () => {
    const [{ email } = {}] = await rows('/users/me/', 'users');
    const found = await Promise.all([ANNA, String(email)].map((address) => everything(session, address)));
    const all = found.flatMap((each) => [...each.values()].flat());
    expect(all.length).toBeGreaterThan(1);
    expect(all.filter((each) => each['otherFields'] !== null)).toEqual([]);
  });

  it('have comments that are read, or told to be missing by a Ghost that cannot list them', async () => {
    const { site } = (await server.ask('GET', '/site/')) as { site: { version: string } };
    const { matches } = await locate(session, [identifier('email', ANNA)]);
    const end = await read(session, { collection: 'comment', roots: matches, want: 'records' }).catch((error: unknown) => error);
    if (Number.parseInt(site.version) < 6) expect(end).toMatchObject({ message: expect.stringContaining('status 406') });
    else expect(end).toMatchObject({ records: [], done: { outcome: 'complete' } });
  });

  it('are not found where there is nobody', async () => {
    const { matches, located } = await locate(session, [identifier('email', `nobody.${RUN}@example.org`)]);
    expect(matches).toEqual([]);
    expect(located.map(({ outcome }) => outcome)).toEqual(located.map(() => 'empty'));
  });
});

/** All of whom an address finds, but comments. */
async function everything(session: Session, address: string): Promise<Found> {
  const found = await everythingOf(session, address, ['member', 'staff']);
  return new Map([...found].map(([name, records]) => [name, records.map(({ data }) => data)]));
}

async function openSession(server: GhostServer): Promise<Session> {
  const adminKey = await server.createAdminKey(`Habeas ${RUN}`);
  const network = { private: ['127.0.0.0/8'], insecure: true };
  const config = ghost.config.parse({ base: new URL(server.url).origin, adminKey, network });
  return ghost.open(config, { source: 'blog', phoneRegion: 'FR', signal: new AbortController().signal });
}

/** Four members, of whom three have the same name. Gives their ids by their addresses. */
async function seed(server: GhostServer): Promise<ReadonlyMap<string, string>> {
  const written = ANNA.replace('anna.keller', 'Anna.Keller');
  const members = [
    { email: written, name: 'Anna Keller', note: 'vegan', labels: [{ name: 'vip' }] },
    { email: JOANNA, name: 'Anna Keller', note: 'Joanna', labels: [{ name: 'vip' }] },
    { email: ANNA_ELSEWHERE, name: 'Anna Keller' },
    { email: WANJIRU, name: 'Wanjiru O’Mwangi', newsletters: [] },
  ];
  const ids = new Map<string, string>();
  for (const member of members) {
    const made = (await server.ask('POST', '/members/', { members: [member] })) as { members: { id: string }[] };
    ids.set(member.email.toLowerCase(), String(made.members[0]?.id));
  }
  return ids;
}
