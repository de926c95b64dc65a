import { afterEach, describe, expect, it } from '@jest/globals';
import { fakeSite, type SiteReply } from '../../test/fake-site.js';
import { connectToGhost, settleGhost } from './ghost-server.js';

const ADMIN = '/ghost/api/admin';

describe('a Ghost as its owner sees it', () => {
  let site: Awaited<ReturnType<typeof fakeSite>>;
  afterEach(() => site.close());

  const open = async (answers: Readonly<Record<string, SiteReply>>): Promise<string> => {
    const usual: Readonly<Record<string, SiteReply>> = {
      [`POST ${ADMIN}/session/`]: { status: 201, body: 'Created', headers: { 'set-cookie': 'ghost-admin=1; Path=/ghost' } },
    };
    site = await fakeSite(({ line }) => ({ ...usual, ...answers })[line] ?? { status: 404, body: 'nothing' });
    return `http://owner%40example.org:secret@${site.host}`;
  };

  it('signs in once, and answers with JSON or a text', async () => {
    const answers = { [`GET ${ADMIN}/site/`]: { body: { site: {} } }, [`GET ${ADMIN}/members/upload/`]: { body: 'id,email' } };
    const server = connectToGhost(await open(answers));
    expect([await server.ask('GET', '/site/'), await server.ask('GET', '/members/upload/')]).toEqual([{ site: {} }, 'id,email']);
    await expect(server.ask('DELETE', '/members/1/')).rejects.toThrow('Ghost answered DELETE /members/1/ with 404: nothing');
    const [first, second] = site.seen;
    expect(JSON.parse(String(first?.body))).toEqual({ username: 'owner@example.org', password: 'secret' });
    expect(second?.headers).toMatchObject({ cookie: 'ghost-admin=1', origin: `http://${site.host}` });
    expect(site.seen).toHaveLength(4);
  });

  it('makes a key for the administration', async () => {
    const keys = (...types: readonly string[]): SiteReply => ({
      body: { integrations: [{ api_keys: types.map((type) => ({ type, secret: `${type}:key` })) }] },
    });
    const path = `POST ${ADMIN}/integrations/?include=api_keys`;
    expect(await connectToGhost(await open({ [path]: keys('content', 'admin') })).createAdminKey('Habeas')).toBe('admin:key');
    await site.close();
    await expect(connectToGhost(await open({ [path]: keys('content') })).createAdminKey('Habeas')).rejects.toThrow('no key');
  });

  it('is given its owner where it has none', async () => {
    const setup = (status: boolean): SiteReply => ({ body: { setup: [{ status }] } });
    const path = `${ADMIN}/authentication/setup/`;
    await settleGhost(await open({ [`GET ${path}`]: setup(true) }));
    expect(site.seen).toHaveLength(1);
    await site.close();
    await settleGhost(await open({ [`GET ${path}`]: setup(false), [`POST ${path}`]: { status: 201, body: {} } }));
    expect(site.seen[1]?.body).toContain('"email":"owner@example.org","password":"secret"');
    await site.close();
    await expect(settleGhost(await open({}))).rejects.toThrow('404');
  });
});
