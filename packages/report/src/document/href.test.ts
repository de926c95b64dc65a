import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isHref } from './href.js';

describe('a link', () => {
  it.each([
    'https://www.cnil.fr/plaintes?x=1#y',
    'https://example.org',
    'mailto:dpo@example.org',
    'mailto:dpo@example.org?subject=Access',
    'tel:+33400000000',
    'README.html',
    'data/crm/contacts.csv',
    'files/a%20b.pdf',
    'README.html#data',
  ])('may be %s', (href) => {
    expect(isHref(href)).toBe(true);
  });

  it.each([
    '',
    'http://example.org/',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\nscript:alert(1)',
    ' https://example.org/',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    '//example.org/x',
    '/etc/passwd',
    '\\\\server\\share',
    '../../outside.html',
    '..',
    '../',
    '../../../x',
    'data/../../outside.html',
    'data/%2e%2e/%2e%2e/outside.html',
    'data/%2E./x',
    './x',
    'a//b',
    'x?y',
    'C:/x',
    '%zz',
    'a%00b',
    'x.html#a"b',
    'x#y#z',
    'https://',
    'https:///x',
    'https://user:word@example.org/',
    'https://example.org/\u202egnp.exe',
    'https://example.org/"onclick',
    'mailto:',
    'mailto:a@b@c',
    'tel:',
    'tel:alert(1)',
  ])('is refused where it is %j', (href) => {
    expect(isHref(href)).toBe(false);
  });

  it('leaves the folder by one step at most where it is a path, and has no other scheme', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webPath(), fc.stringMatching(/^[a-z./:%2eE#]{1,12}$/u)), (href) => {
        fc.pre(isHref(href));
        const { protocol, pathname } = new URL(href, 'https://folder.test/a/in/');
        expect(['https:', 'mailto:', 'tel:']).toContain(protocol);
        if (!/^\w+:/u.test(href)) expect(pathname).toMatch(/^\/a\//u);
      }),
    );
  });
});
