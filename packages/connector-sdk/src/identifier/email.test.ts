import { describe, expect, it } from '@jest/globals';
import { canonicalEmail } from './email.js';

const GMAIL = ['gmail', 'com'].join('.');
const GOOGLEMAIL = ['googlemail', 'com'].join('.');

describe('canonicalEmail', () => {
  it.each([
    ['Ann@Example.ORG', 'ann@example.org'],
    ['  ann@example.org ', 'ann@example.org'],
    ['Ann Émile <ann@example.org>', 'ann@example.org'],
    ['mailto:ann@example.org?subject=Hello@there', 'ann@example.org'],
    ['MAILTO:ann@example.org', 'ann@example.org'],
    ['ann@example.org.', 'ann@example.org'],
    ['ann@example.org;', 'ann@example.org'],
    ['an\u200bn@exam\u00adple.org', 'ann@example.org'],
    ['ann@société.example', 'ann@xn--socit-esab.example'],
    ['ann@ＥＸＡＭＰＬＥ。org', 'ann@example.org'],
    ['e\u0301mile@example.org', 'émile@example.org'],
    ["o'brien@example.org", "o'brien@example.org"],
    ['a?b@example.org', 'a?b@example.org'],
    ['ann+news@example.org', 'ann+news@example.org'],
    ['😀@example.org', '😀@example.org'],
  ])('reads %j as %s', (text, exact) => {
    expect(canonicalEmail(text)?.exact).toBe(exact);
  });

  it.each([
    '',
    'ann',
    '@example.org',
    'ann@',
    'ann@localhost',
    'ann@192.0.2.1',
    'ann@@example.org',
    'ann b@example.org',
    'ann\0@example.org',
    '"ann b"@example.org',
    'ann@[192.0.2.1]',
    'ann@-example.org',
    'ann@example..org',
    'ann@example.o',
    'ann@example.org/evil',
    'ann@example.org#evil',
    'ann@example.org?evil',
    'ann@ex%61mple.org',
    'ann@ex\tample.org',
    'ann@example.org:25',
    'ann@exa_mple.org',
    'ann@example.org, an@example.org',
    `${'a'.repeat(250)}@example.org`,
    `${' '.repeat(2000)}ann@example.org`,
  ])('refuses %j', (text) => {
    expect(canonicalEmail(text)).toBeUndefined();
  });

  it.each([
    ['ann@example.org', 'an@example.org'],
    ['ann@example.org', 'ann@example.com'],
    ['ann@example.org', 'ann@mail.example.org'],
    ['ann@example.org', 'ann+news@example.org'],
    ['ann@example.org', 'ánn@example.org'],
    ['strasse@example.org', 'straße@example.org'],
    ['ann@example.org', 'аnn@example.org'],
    ['a.nn@example.org', 'ann@example.org'],
    ['ann_b@example.org', 'annxb@example.org'],
  ])('tells %s from %s', (a, b) => {
    expect(canonicalEmail(a)?.exact).toBeDefined();
    expect(canonicalEmail(a)?.exact).not.toBe(canonicalEmail(b)?.exact);
  });

  it.each([
    ['ann+news@example.org', 'ann@example.org'],
    ['a.nn@example.org', 'a.nn@example.org'],
    ['+ann@example.org', '+ann@example.org'],
    [`A.n.n+news@${GOOGLEMAIL}`, `ann@${GMAIL}`],
    [`...@${GMAIL}`, `...@${GMAIL}`],
  ])('folds %s to %s', (text, folded) => {
    expect(canonicalEmail(text)?.folded).toBe(folded);
  });

  it.each([
    ['info@example.org', true],
    ['Secretariat+2024@example.org', true],
    ['famille.martin@example.org', true],
    ['the-smiths@example.org', true],
    ['martin.family@example.org', true],
    ['ann@example.org', false],
    ['informer@example.org', false],
    ['thelma@example.org', false],
  ])('knows whether several people read %s: %s', (text, shared) => {
    expect(canonicalEmail(text)?.shared).toBe(shared);
  });
});
