import { describe, expect, it } from '@jest/globals';
import { edit, manifestOf, type ArchiveFiles } from '../../test/tampering.js';
import { codesOf, CUSTOMER, ORDER, tampered, useFolder } from '../../test/workshop.js';

useFolder();

describe('a bag that is not one', () => {
  const tags = ['README.html', 'datapackage.json', 'bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'];
  const retag = (files: ArchiveFiles, listed = tags): void => {
    files.set('tagmanifest-sha256.txt', manifestOf(listed.map((path) => [path, files.get(path)!])));
  };

  it.each([
    [
      'another declaration',
      (files: ArchiveFiles) => {
        edit(files, 'bagit.txt', (text) => text.replace('1.0', '0.97'));
        retag(files);
      },
      'bag bagit.txt',
    ],
    [
      'a tag file that is not listed',
      (files: ArchiveFiles) => {
        retag(files, tags.slice(1));
      },
      'bag README.html',
    ],
    [
      'a tag file listed twice',
      (files: ArchiveFiles) => {
        retag(files, [...tags, 'README.html']);
      },
      'bag tagmanifest-sha256.txt',
    ],
    [
      'a payload file in the tag manifest',
      (files: ArchiveFiles) => {
        retag(files, [...tags, ORDER]);
      },
      'bag tagmanifest-sha256.txt',
    ],
    [
      'a tag manifest with a line that is none',
      (files: ArchiveFiles) => {
        edit(files, 'tagmanifest-sha256.txt', (text) => `${text}x\n`);
      },
      'bag',
    ],
    [
      'a tag manifest that ends in the middle',
      (files: ArchiveFiles) => {
        edit(files, 'tagmanifest-sha256.txt', (text) => `${text}x`);
      },
      'bag tagmanifest-sha256.txt',
    ],
    [
      'a changed tag file',
      (files: ArchiveFiles) => {
        edit(files, 'README.html', (text) => `${text} `);
      },
      'checksum README.html',
    ],
    [
      'a payload file listed twice',
      (files: ArchiveFiles) => {
        edit(files, 'manifest-sha256.txt', (text) => `${text}${text.slice(0, text.indexOf('\n') + 1)}`);
        retag(files);
      },
      `bag ${CUSTOMER}`,
    ],
    [
      'a tag file in the manifest',
      (files: ArchiveFiles) => {
        edit(files, 'manifest-sha256.txt', (text) => `${text}${'0'.repeat(64)}  bagit.txt\n`);
        retag(files);
      },
      'missing',
    ],
    [
      'a manifest with a line that is none',
      (files: ArchiveFiles) => {
        edit(files, 'manifest-sha256.txt', (text) => `${text}x\n`);
        retag(files);
      },
      'bag',
    ],
    [
      'a manifest with a line without end',
      (files: ArchiveFiles) => {
        edit(files, 'manifest-sha256.txt', (text) => text + 'x'.repeat(5000));
        retag(files);
      },
      'bag',
    ],
    [
      'a changed payload file',
      (files: ArchiveFiles) => {
        edit(files, 'data/provenance/paths.csv', (text) => text.replace('p1', 'p2'));
      },
      'checksum data/provenance/paths.csv',
    ],
  ])('is found: %s', async (_, change, expected) => {
    expect(codesOf(await tampered(change, { openly: true }))).toContain(expected);
  });
});
