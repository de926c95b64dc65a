import { describe, expect, it } from '@jest/globals';
import { legible } from '@habeas/report';
import fc from 'fast-check';
import { readPage } from '../test/parsed-page.js';
import { HOSTELS, PLAIN } from '../test/sample-look.js';
import { FILLED, SAMPLES } from '../test/sample-views.js';
import { named, shown } from '../test/shown-page.js';
import { typeable } from './parts/typeable.js';
import { renderSubjectPage } from './render-subject-page.js';
import { ASK_TEXTS } from './view/ask-view.js';
import { SUBJECT_LANGUAGES } from './view/subject-look.js';
/** Anything that somebody could type, with what breaks pages among it. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '\n',
      '\r',
      '\0',
      '\u202e',
      '\ud800',
      '\uffff',
      '</textarea>',
      '<!--',
      '{',
      '}',
      "'{",
      'a',
    ),
  }),
);
describe.each(SUBJECT_LANGUAGES)('every page in %s', (language) => {
  it.each(Object.entries(SAMPLES))('%s is well-formed and holds no code, no style and no foreign address', (_name, view) => {
    const { errors, elements } = readPage(renderSubjectPage(view, HOSTELS, language));
    expect(errors).toEqual([]);
    const attributes = elements.flatMap((each) => Object.entries(each.attributes));
    expect(attributes.filter(([name]) => /^(?:on|style$|srcset$)/u.test(name))).toEqual([]);
    expect(elements.filter(({ tag }) => ['style', 'img', 'iframe', 'object', 'base'].includes(tag))).toEqual([]);
    expect(elements.filter(({ tag, text }) => tag === 'script' && text !== '')).toEqual([]);
    const loaded = elements
      .filter(({ tag }) => ['link', 'script', 'form'].includes(tag))
      .map(({ attributes: { href, src, action } }) => href ?? src ?? action);
    expect(loaded.filter((url) => url === undefined || !/^\/[^/]/u.test(url))).toEqual([]);
  });

  it.each(Object.entries(SAMPLES))(
    '%s has one heading of the first level, no gap below it, and a name for everything (PER-02)',
    (_name, view) => {
      const elements = shown(view, language);
      const levels = elements.filter(({ tag }) => /^h\d$/u.test(tag)).map(({ tag }) => Number(tag[1]));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels.every((level) => level <= 2)).toBe(true);
      expect(elements[0]?.attributes).toMatchObject({ lang: language, dir: 'ltr' });
      const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const pointed = elements.flatMap(({ attributes }) =>
        [
          attributes['aria-labelledby'],
          attributes['aria-describedby'],
          attributes['for'],
          attributes['href']?.match(/^#(.+)$/u)?.[1],
        ]
          .filter((value) => value !== undefined)
          .flatMap((value) => value.split(' ')),
      );
      expect(pointed.filter((id) => !ids.includes(id))).toEqual([]);
      const labelled = new Set(elements.flatMap(({ attributes }) => attributes['for'] ?? []));
      const fields = elements.filter(
        ({ tag, attributes }) => ['input', 'textarea'].includes(tag) && attributes['type'] !== 'hidden',
      );
      expect(fields.filter(({ attributes }) => !labelled.has(attributes['id'] ?? ''))).toEqual([]);
      expect(
        fields.filter(
          ({ attributes }) =>
            attributes['autocomplete'] === undefined && attributes['type'] !== 'radio' && attributes['type'] !== 'checkbox',
        ),
      ).toEqual([]);
    },
  );
});

describe('a page', () => {
  it('shows whatever was typed as it stands, and keeps it in its field', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: ASK_TEXTS.length, maxLength: ASK_TEXTS.length }), anyText, (typed, other) => {
        const values = Object.fromEntries(ASK_TEXTS.map((name, index) => [name, typed[index] ?? '']));
        const { errors, elements } = readPage(renderSubjectPage({ ...FILLED, values }, HOSTELS, 'en'));
        expect(errors).toEqual([]);
        for (const name of ASK_TEXTS) {
          const field = named(elements, name);
          const kept = typeable(values[name] ?? '');
          expect(field?.tag === 'textarea' ? field.text : field?.attributes['value']).toBe(
            field?.tag === 'textarea' ? kept : kept.replaceAll('\n', ' '),
          );
        }
        expect(elements.filter(({ tag }) => tag === 'script')).toHaveLength(1);
        const said = renderSubjectPage(
          { page: 'done', what: 'answered', reference: other },
          { ...HOSTELS, controllerName: `n${other}` },
          'fr',
        );
        const { errors: faults, elements: found } = readPage(said);
        expect(faults).toEqual([]);
        expect(found.filter(({ tag, text }) => tag === 'bdi' && text === legible(other)).length).toBeGreaterThan(0);
        expect(found.filter(({ tag, text }) => tag === 'bdi' && text === legible(`n${other}`)).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('is in the controller’s name, with its contact, its texts and whom to complain to (OUT-02, REP-07)', () => {
    const html = renderSubjectPage({ page: 'ask', challenge: { value: 'c', bits: 8, waitSeconds: 9 } }, HOSTELS, 'en');
    for (const text of [
      'Maud Petit',
      'mailto:privacy@hostels.example',
      'tel:+33199001234',
      'Our charter of 2026',
      'https://www.cnil.fr/fr/plaintes',
      '/imprint',
      '/pages/colour.',
    ]) {
      expect(html).toContain(text);
    }
    const plain = renderSubjectPage({ page: 'gone' }, PLAIN, 'fr');
    expect(plain).toContain('l’autorité de protection des données de votre pays');
    expect(plain).not.toContain('/pages/colour.');
    expect(plain).toContain('href="/follow?language=fr"');
  });

  it('has the name of an authority without an address as words', () => {
    const look = { ...PLAIN, contact: { phone: '01' }, legal: { authority: { name: 'Authority of Example' } } };
    expect(renderSubjectPage({ page: 'gone' }, look, 'en')).toContain('complain to <bdi>Authority of Example</bdi>');
  });

  it('is refused where its look would lead astray', () => {
    const look = { ...HOSTELS, legal: { privacy: 'javascript:alert(1)' } };
    expect(() => renderSubjectPage({ page: 'gone' }, look, 'en')).toThrow('legal.privacy: is neither https: nor a path');
  });

  it('may be listed by search engines only where anybody may open it', () => {
    const listed = Object.entries(SAMPLES).filter(([, view]) => !renderSubjectPage(view, HOSTELS, 'en').includes('noindex'));
    expect(listed.map(([name]) => name)).toEqual(['ask', 'ask-filled', 'ask-may-sign-in']);
  });
});
