import { afterEach, describe, expect, it } from '@jest/globals';
import { fakeSite } from '../../test/fake-site.js';
import { describeWithPrivateServer } from '../jest/describe-with-server.js';
import { wordpressRecipeWith } from './wordpress-recipe.js';

/** It brings a MariaDB of its own. */
describeWithPrivateServer('mariadb', 'WordPress', () => {
  const recipe = wordpressRecipeWith(
    () => true,
    (name) => `/usr/bin/${name}`,
  );

  it('is there where its files, PHP and MariaDB are', () => {
    expect(recipe.isInstalled()).toBe(true);
    expect(wordpressRecipeWith(() => false, String).isInstalled()).toBe(false);
    const withoutPhp = wordpressRecipeWith(
      () => true,
      () => undefined,
    );
    expect(withoutPhp.isInstalled()).toBe(false);
  });

  it('reaches its database by a socket only, and answers on 127.0.0.1', () => {
    const command = recipe.serve('/srv/wordpress', 8080);
    expect(command).toEqual(
      expect.arrayContaining(['/srv/wordpress', '8080', '/usr/bin/php', '--socket=/srv/wordpress/socket', '--skip-networking']),
    );
    expect(recipe.initialise('/srv/wordpress')).toEqual(expect.arrayContaining(['--datadir=/srv/wordpress/data']));
    expect(recipe.url(8080, 'x')).toBe('http://admin:x@127.0.0.1:8080');
  });

  it('has one password, for its administrator and its database', () => {
    const files = recipe.files('0a1b2c');
    const holding = Object.entries(files).filter(([, text]) => text.includes("'0a1b2c'"));
    expect(holding.map(([name]) => name).sort()).toEqual(['accounts.sql', 'install.php', 'settings.php']);
  });
});

describe('WordPress', () => {
  let site: Awaited<ReturnType<typeof fakeSite>>;
  afterEach(() => site.close());

  it('is ready when its interface answers', async () => {
    let status = 500;
    site = await fakeSite(() => ({ status }));
    const recipe = wordpressRecipeWith(() => true, String);
    await expect(recipe.ping(`http://admin:x@${site.host}`)).rejects.toThrow('500');
    status = 200;
    await recipe.ping(`http://admin:x@${site.host}`);
    expect(site.seen.map(({ line }) => line)).toEqual(['GET /wp-json/', 'GET /wp-json/']);
  });
});
