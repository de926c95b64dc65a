import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { CRM, ledgerEntry } from '../../test/fake-findings.js';
import { someFindings, unzipNames } from '../../test/making.js';
import { describedBy, made, read, TOP, useFolder } from '../../test/workshop.js';

useFolder();

describe('README.html', () => {
  it('is one file with a policy that its own style satisfies, and nothing that runs or loads (FMT-09)', async () => {
    const page = read(await made(), 'README.html');
    const style = /<style>([^]*)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect(page).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|src=|url\(|@import/i);
    expect([...page.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)).not.toContainEqual(expect.stringMatching(/:|^\//));
  });

  it('links to every table, in words of the language of the request and some of the other', async () => {
    const zip = await made({ language: 'fr' });
    const page = read(zip, 'README.html');
    expect(page).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(page).toContain('<h1>Vos données personnelles détenues par <bdi>Example Association</bdi></h1>');
    expect(page).toContain('<a href="data/tables/shop/customer.csv"><bdi>Clients</bdi></a></th><td class="number">2</td>');
    expect(page).toContain('<div lang="en">');
    expect(page).toContain('What this is');
    for (const { path } of describedBy(zip).resources) expect(page).toContain(`href="${path}"`);
    for (const [, path = ''] of page.matchAll(/href="(data[^"]*)"/g)) expect(unzipNames(zip)).toContain(`${TOP}/${path}`);
  });

  it('tells what was searched by the titles of systems and collections in its language (SCP-09, PER-01)', async () => {
    const source = { ...CRM, titles: { en: 'Customer files', fr: 'Fichiers des clients' } };
    const orders = ledgerEntry(source, 'ord', { title: { en: 'Orders', fr: 'Commandes' } });
    const findings = someFindings({ ledger: [orders, ledgerEntry(source, 'tel_log')] });
    const zip = await made({ language: 'fr' }, findings);
    const page = read(zip, 'README.html');
    for (const title of ['Commandes', 'tel_log']) {
      expect(page).toContain(`<th scope="row"><bdi>Fichiers des clients</bdi></th><td><bdi>${title}</bdi></td>`);
    }
    expect(describedBy(zip).sources).toContainEqual({
      title: 'Fichiers des clients',
      version: 'postgres 0.1.0',
      'x-title': source.titles,
    });
  });

  it('gives tables captions and scoped headers, and headings in order', async () => {
    const page = read(await made(), 'README.html');
    expect(page.match(/<table>\n<caption>/g)).toHaveLength(page.match(/<table>/g)!.length);
    expect(page).not.toMatch(/<th>/);
    expect([...page.matchAll(/<h(\d)>/g)].map(([, level]) => level)).toEqual([
      '1',
      ...Array.from({ length: page.match(/<h2>/g)!.length }, () => '2'),
    ]);
  });

  it('escapes what the controller calls itself, and names the authority or which one it is', async () => {
    const hostile = { name: '<img src=x>"\u202e', contact: '<b>', officer: "O'Neil" };
    const page = read(await made({ controller: hostile }), 'README.html');
    expect(page).not.toContain('<img');
    expect(page).toContain('<bdi>&lt;img src=x&gt;&quot;[U+202E]</bdi>');
    expect(page).toContain('<bdi>O&#39;Neil</bdi>');
    expect(page).toContain('the one of the place where you live');
    expect(read(await made(), 'README.html')).toContain('<bdi>CNIL</bdi> (<bdi>https://www.cnil.fr</bdi>)');
    expect(read(await made({ controller: { name: 'A', authority: { name: 'BfDI' } } }), 'README.html')).toContain(
      '<bdi>BfDI</bdi></p>',
    );
  });
});
