import { describe, expect, it } from '@jest/globals';
import { markup } from '@habeas/report';
import { HOSTELS } from '../../test/sample-look.js';
import { subjectWords } from '../catalogue/subject.js';
import { subjectPaths } from '../subject-paths.js';
import type { Scene } from './scene.js';
import { sizeInWords } from './size-in-words.js';
import { told } from './told.js';
import { typeable } from './typeable.js';
import { inMinutes } from './waiting.js';

const scene: Scene = { words: subjectWords('en'), language: 'en', look: HOSTELS, paths: subjectPaths('/') };

describe('a sentence on a page', () => {
  it('keeps the markup of its parts, and escapes what comes from outside', () => {
    expect(told(scene, 'done.reference', { reference: '<b>{x}\u202e' }).text).toBe('Request <bdi>&lt;b&gt;{x}[U+202E]</bdi>');
    expect(told(scene, 'done.reference', { reference: markup`<b>1</b>` }).text).toBe('Request <b>1</b>');
    expect(told(scene, 'shell.officer', { officer: 'A', controller: 'B' }).text).toMatch(
      /^Ask <bdi>A<\/bdi>, who .+ at <bdi>B<\/bdi>/u,
    );
  });

  it('is chosen by its number', () => {
    expect([0, 1, 2].map((left) => told(scene, 'download.left', { left }).text)).toEqual([
      'no more times',
      'once more',
      '2 more times',
    ]);
  });
});

describe('what was typed', () => {
  it('loses only what HTML does not have', () => {
    expect(typeable('a\r\nb\rc\td\0\u0007\ud800\uffffe\u200b\u202e')).toBe('a\nb\nc\tde\u200b\u202e');
  });
});

describe('sizes and times', () => {
  it('are as people say them', () => {
    expect([0, 999, 1_000, 4_230_000, 42_300_000, 1.5e9, 2e16].map((bytes) => sizeInWords(bytes, 'en'))).toEqual([
      '0 bytes',
      '999 bytes',
      '1 kB',
      '4.2 MB',
      '42 MB',
      '1.5 GB',
      '20,000 TB',
    ]);
    expect(sizeInWords(4_230_000, 'fr')).toMatch(/^4,2\sMo$/u);
    expect([0, 59, 60, 61, 600].map(inMinutes)).toEqual([1, 1, 1, 2, 10]);
  });
});

describe('paths', () => {
  it('lie under the home of a controller, those of links too', () => {
    expect(subjectPaths('/')).toMatchObject({ ask: '/', find: '/follow' });
    expect(subjectPaths('/ask/a').request('x/y?')).toMatchObject({
      follow: '/ask/a/requests/x%2Fy%3F',
      sendAgain: '/ask/a/requests/x%2Fy%3F/prove/again',
      notMe: '/ask/a/requests/x%2Fy%3F/not-me',
    });
    expect(subjectPaths('/').link('a/b')).toEqual({
      open: '/d/a%2Fb',
      archive: '/d/a%2Fb/archive',
      report: '/d/a%2Fb/report',
      packing: '/d/a%2Fb/packing',
      signIn: '/d/a%2Fb/sign-in',
    });
    const link = {
      open: '/ask/a/d/a?language=fr',
      archive: '/ask/a/d/a/archive',
      report: '/ask/a/d/a/report?language=fr',
      packing: '/ask/a/d/a/packing?language=fr',
      signIn: '/ask/a/d/a/sign-in?language=fr',
    };
    expect(subjectPaths('/ask/a', 'fr').link('a')).toEqual(link);
  });
});
