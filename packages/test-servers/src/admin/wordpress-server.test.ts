import { afterEach, describe, expect, it } from '@jest/globals';
import { fakeSite, type SiteReply, type SiteRequest } from '../../test/fake-site.js';
import { connectToWordpress } from './wordpress-server.js';

type Answer = SiteReply | ((request: SiteRequest) => SiteReply);

const COOKIES = ['wordpress_a=1; path=/; HttpOnly', 'wordpress_logged_in_a=2; path=/'];
const FORM = '<input name="_wpnonce" value="form-nonce" />';
const ROW = '<div data-exporters-count="2" data-request-id="7" data-nonce="row-nonce">';
const item = (id: string): unknown => ({ group_id: 'comments', group_label: 'Comments', item_id: id, data: [] });

describe('a WordPress as its administrator sees it', () => {
  let site: Awaited<ReturnType<typeof fakeSite>>;
  afterEach(() => site.close());

  const open = async (answers: Readonly<Record<string, Answer>>): Promise<string> => {
    const usual = {
      'POST /wp-login.php': { status: 302, headers: { 'set-cookie': COOKIES } },
      'GET /wp-admin/admin-ajax.php?action=rest-nonce': { body: 'rest-nonce' },
      'GET /wp-admin/export-personal-data.php': { body: FORM },
      'GET /wp-admin/export-personal-data.php?s=anna%40example.org': { body: ROW },
    };
    site = await fakeSite((request) => {
      const answer = new Map<string, Answer>(Object.entries({ ...usual, ...answers })).get(request.line);
      return typeof answer === 'function' ? answer(request) : (answer ?? { status: 404, body: 'nothing' });
    });
    return `http://admin:pass%20word@${site.host}`;
  };

  it('signs in once, and is asked with the cookies and the nonce', async () => {
    const server = connectToWordpress(await open({ 'POST /wp-json/wp/v2/users': { body: { id: 3 } }, 'POST /wp-json/wp/v2/media': { body: { id: 4 } } })); // prettier-ignore
    expect(await server.ask('POST', '/wp/v2/users', { name: 'Anna' })).toEqual({ id: 3 });
    expect(await server.ask('POST', '/wp/v2/media', new FormData())).toEqual({ id: 4 });
    await expect(server.ask('GET', '/wp/v2/none')).rejects.toThrow('WordPress answered GET /wp/v2/none with 404: nothing');
    expect(site.seen[0]?.body).toBe('log=admin&pwd=pass+word');
    expect(site.seen.filter(({ line }) => line.includes('login'))).toHaveLength(1);
    const [users, media] = site.seen.filter(({ line }) => line.startsWith('POST /wp-json'));
    expect(users?.headers).toMatchObject({ cookie: 'wordpress_a=1; wordpress_logged_in_a=2', 'x-wp-nonce': 'rest-nonce' });
    expect([users?.body, users?.headers['content-type']]).toEqual(['{"name":"Anna"}', 'application/json']);
    expect(media?.headers['content-type']).toMatch(/^multipart/);
  });

  it('makes a password for a program', async () => {
    const path = 'POST /wp-json/wp/v2/users/me/application-passwords';
    const server = connectToWordpress(await open({ [path]: { body: { password: 'abcd efgh' } } }));
    expect(await server.createApplicationPassword('Habeas')).toBe('abcd efgh');
  });

  it('exports by asking each exporter for each of its pages', async () => {
    const ajax = ({ body }: SiteRequest): SiteReply => {
      const form = new URLSearchParams(body);
      const which = `${String(form.get('exporter'))}-${String(form.get('page'))}`;
      return { body: { success: true, data: { data: [item(which)], done: which !== '1-1' } } };
    };
    const url = await open({ 'POST /wp-admin/export-personal-data.php': {}, 'POST /wp-admin/admin-ajax.php': ajax });
    const items = await connectToWordpress(url).exportPersonalData('anna@example.org');
    expect(items).toEqual(['1-1', '1-2', '2-1'].map(item));
    const asked = site.seen.find(({ line }) => line === 'POST /wp-admin/admin-ajax.php');
    expect(asked?.body).toContain('id=7&security=row-nonce');
    expect(site.seen.find(({ line }) => line === 'POST /wp-admin/export-personal-data.php')?.body).toContain(
      '_wpnonce=form-nonce',
    );
  });

  it('says what it was refused, what an exporter failed with, and what a page lacks', async () => {
    const refused = connectToWordpress(await open({ 'POST /wp-login.php': { status: 200, body: 'wrong' } }));
    await expect(refused.ask('GET', '/')).rejects.toThrow('refused its administrator, with 200');
    await site.close();
    const failing = { success: false, data: 'broken' };
    const url = await open({ 'POST /wp-admin/export-personal-data.php': {}, 'POST /wp-admin/admin-ajax.php': { body: failing } });
    await expect(connectToWordpress(url).exportPersonalData('anna@example.org')).rejects.toThrow('Exporter 1 of WordPress failed: "broken"'); // prettier-ignore
    await expect(connectToWordpress(url).exportPersonalData('other@example.org')).rejects.toThrow('with 404');
    await site.close();
    const empty = await open({ 'GET /wp-admin/export-personal-data.php': { body: 'no form' } });
    await expect(connectToWordpress(empty).exportPersonalData('anna@example.org')).rejects.toThrow('has nothing like');
  });
});
