import { describe, expect, it } from '@jest/globals';
import { HOSTELS } from '../../test/sample-look.js';
import { sample } from '../../test/sample-views.js';
import { named, shown, wordsOn } from '../../test/shown-page.js';
import { renderSubjectPage } from '../render-subject-page.js';
import type { SubjectView } from '../view/subject-view.js';

describe('the pages of a link', () => {
  it('use nothing up when they are opened: the secret and the code are posted (R50, R51)', () => {
    const elements = shown(sample('open'));
    expect(elements.filter(({ tag }) => tag === 'form').map(({ attributes }) => attributes)).toEqual([
      { method: 'post', action: '/ask/hostels/d/k8Qw2LmZ?language=en', novalidate: '' },
    ]);
    expect(['secret', 'claimCode'].map((name) => named(elements, name)?.attributes['autocomplete'])).toEqual(['off', 'off']);
    expect(named(shown(sample('open-wrong')), 'secret')?.attributes['value']).toBe('not the whole of it');
  });

  it('lead to the provider by a button of the same form, where there is one: the secret stands in no address (R52)', () => {
    const buttons = shown(sample('open-account')).flatMap(({ attributes: { type, formaction } }) => type === 'submit' ? [formaction] : []); // prettier-ignore
    expect(buttons).toEqual([undefined, '/ask/hostels/d/k8Qw2LmZ/sign-in?language=en']);
    expect(wordsOn(sample('open'))).not.toContain('Sign in');
    expect(wordsOn(sample('sign-in-for-link'))).toContain('Open the link from our message once more');
  });

  it('answer alike for every link that opens nothing', () => {
    expect(renderSubjectPage({ page: 'gone' }, HOSTELS, 'en')).toContain(
      'too old or used up, somebody may have stopped it, or a part of it may be missing',
    );
  });

  it('say how large the archive is, what to do with it, and how to see that it is whole', () => {
    const text = wordsOn(sample('download-csv'), 'fr');
    expect(text).toMatch(/Télécharger \(4,2\sMo\)/u);
    expect(text).toContain('tableur');
    expect(text).toContain('9f86d081');
    expect(wordsOn(sample('download-json'))).toContain('once more');
    expect(wordsOn(sample('download-json'))).not.toContain('Something is missing');
  });

  it('offer no download that would be refused', () => {
    const view = { ...sample('download-csv'), left: 0 } as SubjectView;
    expect(shown(view).some(({ attributes }) => 'download' in attributes)).toBe(false);
  });
});

describe('the lock of an archive', () => {
  it('is chosen by a form, and says first how the file is unlocked', () => {
    const elements = shown(sample('download-csv'));
    expect(elements.filter(({ tag }) => tag === 'form').map(({ attributes }) => attributes['action'])).toEqual([
      '/ask/hostels/d/k8Qw2LmZ/packing?language=en',
    ]);
    expect(wordsOn(sample('download-csv'))).not.toContain('First unlock');
    expect(wordsOn(sample('download-aes'))).toContain('First unlock the file with its passphrase');
    expect(wordsOn(sample('download-age'))).toContain('First unlock the file with the program age');
  });

  it('offers no file, and no checksum, before it is locked', () => {
    const view = sample('download-aes-locking');
    expect(shown(view).some(({ attributes }) => 'download' in attributes)).toBe(false);
    expect(wordsOn(view)).toContain('We are locking it');
    expect(wordsOn(view)).not.toContain('SHA-256');
    expect(wordsOn(sample('download-age-locking'))).toContain('cannot be changed just now');
  });

  it('shows its passphrase on one page, which has no other language', () => {
    expect(wordsOn(sample('locked-aes'), 'fr')).toContain('50917-93715');
    expect(shown(sample('locked-age')).some(({ attributes }) => attributes['hreflang'] !== undefined)).toBe(false);
  });

  it('is not offered where nothing can be fetched any more', () => {
    const view = { ...sample('download-csv'), left: 0 } as SubjectView;
    expect(shown(view).some(({ tag }) => tag === 'form')).toBe(false);
  });
});

describe('a file that is locked before it is given out (SPC-03)', () => {
  const view = sample('download-lock-special_categories');

  it('says why, and is locked by one press: by a form, without a script', () => {
    expect(wordsOn(view)).toContain('Some of what is in it is very personal');
    expect(wordsOn(sample('download-lock-asked'))).toContain('You asked us to lock the file');
    const forms = shown(view).filter(({ tag }) => tag === 'form');
    expect(forms.map(({ attributes }) => attributes['action'])).toEqual([
      '/ask/hostels/d/k8Qw2LmZ/packing?language=en',
      '/ask/hostels/d/k8Qw2LmZ/packing?language=en',
    ]);
    const hidden = (name: string): string | undefined =>
      shown(sample(name)).find(({ attributes }) => attributes['type'] === 'hidden')?.attributes['value'];
    expect([hidden('download-lock-special_categories'), hidden('download-lock-asked')]).toEqual(['aes', 'age']);
  });

  it('is not offered as it is, nor its checksum; only behind a choice that says what it means, before and after', () => {
    expect(shown(view).some(({ attributes }) => 'download' in attributes)).toBe(false);
    expect(wordsOn(view)).not.toContain('SHA-256');
    for (const name of ['download-lock-asked', 'download-unlocked']) {
      expect(wordsOn(sample(name))).toContain('Whoever uses that device, or gets hold of the file, can read everything in it.');
      expect(wordsOn(sample(name))).not.toContain('Good for a device that only you use.');
    }
  });

  it('names no category', () => {
    expect(wordsOn(view)).not.toMatch(/special categor/iu);
  });

  it('is not offered where nothing can be fetched any more', () => {
    expect(shown({ ...view, left: 0 } as SubjectView).some(({ tag }) => tag === 'form')).toBe(false);
  });
});

describe('the page of a fault', () => {
  it('tells when to try again and what to name, and nothing of what went wrong', () => {
    expect(wordsOn(sample('fault-429'))).toContain('Please wait 2 minutes and try again.');
    expect(wordsOn(sample('fault-503'))).toContain('Please wait 30 seconds and try again.');
    expect(wordsOn(sample('fault-500'))).toContain('b2f1-77');
  });
});

describe('the other languages of a page', () => {
  it('lead to where it is asked for, not to where a form was posted', () => {
    const addressOf = (name: string): string | undefined =>
      shown(sample(name), 'fr').find(({ attributes }) => attributes['hreflang'] === 'en')?.attributes['href'];
    expect(['ask-faults', 'prove-again', 'open-wrong', 'withdraw', 'not-me', 'gone', 'done-answered'].map(addressOf)).toEqual([
      '/ask/hostels?language=en',
      '/ask/hostels/requests/r_7f3a/prove?language=en',
      '/ask/hostels/d/k8Qw2LmZ?language=en',
      '/ask/hostels/requests/r_7f3a/withdraw?language=en',
      '/ask/hostels/requests/r_7f3a/not-me?language=en',
      '?language=en',
      undefined,
    ]);
  });
});
