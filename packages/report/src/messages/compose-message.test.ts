import { MESSAGE_KINDS, type MessageContent, type MessageFacts, type MessageKind } from '@habeas/core';
import { localDate } from '@habeas/core/law';
import { describe, expect, it } from '@jest/globals';
import { LETTER_LANGUAGES, type LetterLanguage } from '../catalogue/letters.js';
import { MESSAGE_CATALOGUES, type MessageKey } from '../catalogue/messages.js';
import { renderHtml } from '../html/render-html.js';
import { renderText } from '../plain/render-text.js';
import { letterInPlainText } from '../testing/letter-in-plain-text.js';
import { SENDER } from '../testing/letter-samples.js';
import { composeMessage, type MessageSender } from './compose-message.js';

const LINK = `https://privacy.example.org/d/lnk_${'a'.repeat(26)}#${'s'.repeat(43)}`;
const FULL: MessageFacts = {
  reference: '2026-0042',
  link: LINK,
  code: '73 19 24 06',
  minutes: 10,
  receivedOn: localDate('2026-01-31'),
  dueOn: localDate('2026-02-28'),
  until: localDate('2026-03-01'),
  isPartial: true,
  more: 3,
  unsearched: ['Ticket shop', 'Paper files'],
  amount: { cents: 420, currency: 'EUR' },
};
const LEAST: Readonly<Record<MessageKind, MessageFacts>> = {
  ...(Object.fromEntries(MESSAGE_KINDS.map((kind) => [kind, { reference: '2026-0042' }])) as Record<MessageKind, MessageFacts>),
  code: { reference: '2026-0042', code: '1' },
  received: { reference: '2026-0042', dueOn: localDate('2026-02-28') },
  archive_ready: { reference: '2026-0042', link: LINK, until: localDate('2026-03-01') },
  addition_ready: { reference: '2026-0042', link: LINK, until: localDate('2026-03-01'), more: 0 },
  addition_given_up: { reference: '2026-0042', unsearched: ['Ticket shop'] },
  archive_expiring: { reference: '2026-0042', until: localDate('2026-03-01') },
  fee_announced: { reference: '2026-0042', amount: { cents: 1_500, currency: 'GBP' }, until: localDate('2026-03-01') },
  extended: { reference: '2026-0042', dueOn: localDate('2026-02-28') },
  due_soon: { reference: '2026-0042', dueOn: localDate('2026-02-28') },
};
const DATE = localDate('2026-02-02');

function written(kind: MessageKind, facts: MessageFacts, language: LetterLanguage = 'en', sender: MessageSender = SENDER) {
  return composeMessage({ kind, facts } as MessageContent, sender, { language, date: DATE });
}

describe.each(LETTER_LANGUAGES)('a message in %s (PER-01)', (language) => {
  it.each(MESSAGE_KINDS)('reads well, with all that it can tell and with the least: %s', (kind) => {
    expect(letterInPlainText(written(kind, FULL, language))).toMatchSnapshot();
    expect(letterInPlainText(written(kind, LEAST[kind], language))).toMatchSnapshot();
  });

  it.each(MESSAGE_KINDS)('has a page and a plain text, whose link is whole: %s', (kind) => {
    const message = written(kind, FULL, language);
    const [text, html] = [renderText(message), [...renderHtml(message)].join('')];
    expect(html).toContain(`<html lang="${language}">`);
    const tellsLink = letterInPlainText(message).includes(LINK);
    expect(text.split('\n').includes(LINK)).toBe(tellsLink);
    expect(html.includes(`href="${LINK}"`)).toBe(tellsLink);
  });

  it.each(MESSAGE_KINDS)('has a subject that tells its reference and no more: %s (DEL-01)', (kind) => {
    const { title } = written(kind, FULL, language);
    expect(title).toContain('2026-0042');
    expect(title).toBe(written(kind, LEAST[kind], language, { ...SENDER, name: 'Clinic' }).title);
    for (const told of [LINK, FULL.code, SENDER.name]) expect(title).not.toContain(told);
  });
});

describe('a message', () => {
  it('is in the controller’s own words where it has some', () => {
    const wording = {
      salutation: { en: 'Dear member,' },
      closing: { en: 'Yours,' },
      signature: { en: 'The board\nof the club' },
      messages: { closed: { en: 'Come again.' } },
    };
    const text = letterInPlainText(written('closed', FULL, 'en', { ...SENDER, wording }));
    for (const words of ['Dear member,', 'Yours,', 'The board\nof the club', 'Come again.']) expect(text).toContain(words);
    expect(letterInPlainText(written('closed', FULL, 'fr', { ...SENDER, wording }))).toContain('Bonjour,');
    expect(letterInPlainText(written('refused', FULL, 'en', { ...SENDER, wording }))).not.toContain('Come again.');
  });

  it('needs nobody to ask', () => {
    const text = letterInPlainText(written('closed', FULL, 'en', { name: 'Club', contacts: [] }));
    expect(text).not.toContain('Questions?');
    expect(text.trimEnd().endsWith('Club')).toBe(true);
  });

  it('has the address of a service without TLS to be copied, and not as a link', () => {
    const link = 'http://127.0.0.1:4000/d/lnk_1#secret';
    const message = written('archive_ready', { ...FULL, link });
    expect(renderText(message)).toContain(link);
    expect([...renderHtml(message)].join('')).not.toContain(`href="${link}"`);
  });

  it('shows what is no markup as it stands', () => {
    const html = [...renderHtml(written('code', { ...FULL, code: '<b>1</b>' }))].join('');
    expect(html).toContain('&lt;b>1&lt;/b>'.replaceAll('>', '&gt;'));
  });

  it.each(['archive_ready', 'received', 'code'] as const)('is not written without what its kind needs: %s', (kind) => {
    const message = (): string => renderText(written(kind, { reference: '2026-0042' }));
    expect(message).toThrow();
  });
});

describe('the sentences of messages', () => {
  it('name the same parts in each language, and none is empty', () => {
    const partsOf = (text: string): string => [...text.matchAll(/\{(\w+)/gu)].map(([, name]) => name).sort().join(); // prettier-ignore
    const keys = Object.keys(MESSAGE_CATALOGUES.en) as MessageKey[];
    const named = keys.filter((key) => !/\.(?:minutes|more)$/u.test(key));
    expect(named.filter((key) => partsOf(MESSAGE_CATALOGUES.fr[key]) !== partsOf(MESSAGE_CATALOGUES.en[key]))).toEqual([]);
    expect(keys.filter((key) => MESSAGE_CATALOGUES.fr[key].trim() === '')).toEqual([]);
  });
});
