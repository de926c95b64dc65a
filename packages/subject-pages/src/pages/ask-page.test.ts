import { describe, expect, it } from '@jest/globals';
import { HOSTELS } from '../../test/sample-look.js';
import { FILLED, sample, SAMPLES } from '../../test/sample-views.js';
import { named, shown, wordsOn } from '../../test/shown-page.js';
import { renderSubjectPage } from '../render-subject-page.js';

describe('the form of who has signed in (IDV-02)', () => {
  it('shows what the account is known by, and has no field of who they are', () => {
    const elements = shown(sample('ask-signed-in'));
    expect(wordsOn(sample('ask-signed-in'))).toContain('E-mail address: claire.moreau@example.org');
    expect(wordsOn(sample('ask-signed-in'))).toContain('Customer or member number: <b>4711</b>');
    expect(named(elements, 'account')?.attributes).toMatchObject({ type: 'hidden', value: 'v1.c2VhbGVk' });
    expect(['email', 'requester', 'customerNumber', 'givenName'].map((name) => named(elements, name))).toEqual(Array(4).fill(undefined)); // prettier-ignore
    expect(elements.some(({ attributes }) => attributes['hreflang'] !== undefined)).toBe(false);
  });

  it('is led to by a form of its own, where there is a provider', () => {
    const actions = (name: string): readonly unknown[] => shown(sample(name)).flatMap(({ tag, attributes }) => tag === 'form' ? [attributes['action']] : []); // prettier-ignore
    expect(actions('ask-may-sign-in')).toEqual(['/ask/hostels/sign-in?language=en', '/ask/hostels?language=en']);
    expect(actions('ask')).toEqual(['/ask/hostels?language=en']);
    expect(wordsOn(sample('ask-account-over'))).toContain('Your sign-in is over');
  });
});

describe('the form with which a person asks', () => {
  const form = sample('ask');

  it('demands nothing: no field is required, and none is for a reason, a document or a file (INT-02, INT-08, IDV-01)', () => {
    const elements = shown(form);
    expect(elements.filter(({ attributes }) => 'required' in attributes || attributes['type'] === 'file')).toEqual([]);
    expect(wordsOn(form)).toContain('you do not have to say why');
    expect(wordsOn(form)).toContain('We do not ask for an identity card here');
    expect(wordsOn(form)).toContain('An e-mail, a letter or a call counts just as much'); // DEL-06
  });

  it('begins with access for oneself, in tables and in the language of the page (INT-03, PER-01)', () => {
    const chosen = shown(form, 'fr').filter(({ attributes }) => 'checked' in attributes);
    expect(chosen.map(({ attributes }) => [attributes['name'], attributes['value']])).toEqual([
      ['requester', 'self'],
      ['rights', 'access'],
      ['format', 'csv'],
      ['packing', 'zip'],
      ['language', 'fr'],
    ]);
  });

  it('asks who asks for somebody else, and why they may (PER-03, PER-04, PER-05)', () => {
    const elements = shown(form);
    const kinds = elements
      .filter(({ attributes }) => attributes['name'] === 'requester')
      .map(({ attributes }) => attributes['value']);
    expect(kinds).toEqual(['self', 'minor_self', 'parental_authority', 'guardian', 'proxy', 'heir']);
    for (const name of ['requesterName', 'requesterEmail', 'authority']) expect(named(elements, name)).toBeDefined();
  });

  it('keeps everything that was typed and chosen', () => {
    const chosen = shown(FILLED).filter(({ attributes }) => 'checked' in attributes);
    expect(chosen.map(({ attributes }) => attributes['value'])).toEqual(['proxy', 'access', 'portability', 'json', 'age', 'fr']);
    expect(shown(FILLED).find(({ tag }) => tag === 'details')?.attributes).toHaveProperty('open');
    expect(shown(form).find(({ tag }) => tag === 'details')?.attributes).not.toHaveProperty('open');
  });

  it('tells a fault first, and beside its field, which is said to be wrong', () => {
    const elements = shown(sample('ask-one-fault'));
    expect(elements.find(({ tag }) => tag === 'title')?.text).toMatch(/^Please check: Ask for your data/u);
    const summary = elements.find(({ attributes }) => attributes['class'] === 'problems');
    expect(summary?.attributes).toMatchObject({ autofocus: '', tabindex: '-1' });
    expect(summary?.text).toContain('One thing needs another look');
    expect(elements.find(({ attributes }) => attributes['href'] === '#f-email')?.text).toContain(
      'E-mail address – This does not look like an e-mail address',
    );
    expect(named(elements, 'email')?.attributes).toMatchObject({
      'aria-invalid': 'true',
      'aria-describedby': 'f-email-fault',
      value: 'claire.moreau',
    });
  });

  it('tells how long to wait, and that nothing is lost', () => {
    expect(wordsOn(sample('ask-faults'))).toContain('please wait 12 seconds');
    expect(wordsOn(sample('ask-too-many'), 'fr')).toContain('Attendez 2 minutes');
    expect(wordsOn(sample('ask-too-old'))).toContain('Everything that you typed is still here');
  });
});

describe('the pages after it', () => {
  it('show the claim code once, with how to keep it, and the date (INT-04)', () => {
    expect(wordsOn(sample('asked-prove'))).toMatch(/by 5 April 2026[\s\S]*4821 0937[\s\S]*2026-0042/u);
    const others = Object.entries(SAMPLES).filter(([name]) => !name.startsWith('asked'));
    expect(others.filter(([, view]) => renderSubjectPage(view, HOSTELS, 'en').includes('4821'))).toEqual([]);
    expect(renderSubjectPage(sample('asked-prove'), HOSTELS, 'en')).not.toContain('hreflang');
  });

  it('lead to the proof where one is needed, and else to the request', () => {
    const paths = (['asked-prove', 'asked-proved', 'asked-by-person'] as const).map(
      (name) => shown(sample(name)).find(({ attributes }) => attributes['class'] === 'button main')?.attributes['href'],
    );
    expect(paths).toEqual(['/prove', '', ''].map((end) => `/ask/hostels/requests/r_7f3a${end}?language=en`));
  });

  it('say the same whether a contact is on record or not, and that silence is no answer (IDV-02, IDV-08)', () => {
    const text = wordsOn(sample('prove'));
    expect(text).toContain(
      'If you gave none, or we do not know it yet, we send one to an address that we already know of you, if there is one.',
    );
    expect(text).toContain('you get a letter from us that says why');
    expect(wordsOn(sample('prove-wait'))).toContain('Please wait 11 minutes');
  });

  it('take the code that a telephone offers', () => {
    expect(named(shown(sample('prove')), 'code')?.attributes).toMatchObject({
      autocomplete: 'one-time-code',
      inputmode: 'numeric',
    });
  });
});
