import { describe, expect, it } from '@jest/globals';
import { storePlace } from './store-url.js';

describe('the URL of a store', () => {
  it('names a file', () => {
    expect(storePlace('sqlite:data/store.sqlite')).toEqual({ product: 'sqlite', path: 'data/store.sqlite' });
    expect(storePlace('sqlite:///var/lib/habeas/store.sqlite')).toEqual({
      product: 'sqlite',
      path: '/var/lib/habeas/store.sqlite',
    });
    expect(storePlace('sqlite::memory:')).toEqual({ product: 'sqlite', path: ':memory:' });
  });

  it('names a database on a server', () => {
    const url = 'mysql://habeas:secret@db.example.org:3306/ha%20beas';
    expect(storePlace(url)).toEqual({ product: 'mysql', url, database: 'ha beas' });
    expect(storePlace('mariadb://db.example.org/habeas')).toMatchObject({ url: 'mysql://db.example.org/habeas' });
  });

  it.each(['', 'sqlite:', 'postgres://a:secret@b/c', 'mysql://a:secret@b', 'mysql://a:secret@b/', 'secret'])(
    'is refused without being repeated where it is none: %s',
    (url) => {
      const attempt = (): unknown => storePlace(url);
      expect(attempt).toThrow(expect.objectContaining({ code: 'STORE_REFUSED' }));
      expect(attempt).not.toThrow('secret');
    },
  );
});
