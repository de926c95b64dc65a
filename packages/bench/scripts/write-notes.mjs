/**
 * Writes the labelled notes of the `third-parties` bench: `development.jsonl` and `held-out.jsonl`, from the notes written by
 * hand (`written.txt`, every other line to either part) and from templates. The two parts share no template and no list of names.
 * The same bytes on every run. Numbers lie in ranges kept for fiction (ARCEP, Ofcom), addresses at reserved names.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const DATA = new URL('../data/third-parties/', import.meta.url);
const PER_PART = 170;
const KINDS = { n: 'name', e: 'email', p: 'phone', i: 'iban', d: 'national-id' };
const SUBJECTS = {
  A: { names: ['Claire Moreau'], emails: ['claire.moreau@example.org'], phones: ['06 39 98 00 11'], ids: [] },
  B: { names: ['Thomas Lefebvre'], emails: ['t.lefebvre@example.test'], phones: ['01 99 00 12 34'], ids: [] },
  C: { names: ['Hannah Whitfield'], emails: ['hannah@example.org'], phones: ['07700 900123'], ids: [] },
  D: { names: ['Daniel Osei'], emails: ['d.osei@example.test'], phones: ['020 7946 0011'], ids: [] },
  E: { names: ['Aïcha Benali'], emails: ['aicha.benali@example.org'], phones: ['06 39 98 55 55'], ids: [] },
  F: { names: ['Oliver Grant'], emails: ['oliver.grant@example.org'], phones: ['+44 7700 900456'], ids: [] },
};
const TITLES = { fr: ['M.', 'Mme', 'Mlle', 'Dr', 'Madame', 'mr'], en: ['Mr', 'Mrs', 'Ms', 'Dr', 'mrs', 'Miss'] };
const PHONES = {
  fr: ['01 99 00 ## ##', '06.39.98.##.##', '+33 2 61 91 ## ##', '0033 3 53 01 ## ##', '04-65-71-##-##', '053649####'],
  en: ['020 7946 0###', '07700 900###', '+44 7700 900 ###', '0044 20 7946 0###', '(020) 7946 0###', '07700-900-###'],
};
const ACCOUNTS = { FR: '99999##################', BE: '999#########', DE: '99999#############' };

const lines = (name) => readFileSync(new URL(name, DATA), 'utf8').trim().split('\n').map(fields);
const fields = (line) => {
  const [lang, subject, ...text] = line.split('|');
  return { lang, subject, marked: text.join('|') };
};

/** Mulberry32: small, and the same everywhere. */
function dice(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const pick = (items) => items[Math.floor(next() * items.length)];
  return { pick, digits: (pattern) => pattern.replaceAll('#', () => pick('0123456789')) };
}

/** ISO 13616: the check digits that make the remainder by 97 one. */
function iban(country, account) {
  const digits = [...`${account}${country}00`].map((sign) => parseInt(sign, 36)).join('');
  const check = String(98n - (BigInt(digits) % 97n)).padStart(2, '0');
  return `${country}${check}${account}`;
}

const anyIban = ({ pick, digits }) => {
  const [country, account] = pick(Object.entries(ACCOUNTS));
  return iban(country, digits(account));
};

function nir({ digits, pick }) {
  const body = `${pick('12')}${digits('##')}0${pick('123456789')}${digits('750##0##')}`;
  return `${body}${String(97n - (BigInt(body) % 97n)).padStart(2, '0')}`;
}

const grouped = (text) => text.replace(/(.{4})(?=.)/gu, '$1 ');
const ascii = (text) => text.normalize('NFD').replace(/[^A-Za-z]/gu, '').toLowerCase(); // prettier-ignore

function value(slot, lang, { random, names }) {
  const { pick, digits } = random;
  const { given, family } = names[lang];
  switch (slot) {
    case 'phone':
      return ['p', digits(pick(PHONES[lang]))];
    case 'email':
      return ['e', `${ascii(pick(given))}.${ascii(pick(family))}@${pick(['example.org', 'example.test', 'mail.example'])}`];
    case 'iban':
      return ['i', pick([(text) => text, grouped])(anyIban(random))];
    case 'nir':
      return ['d', nir(random)];
    case 'nino':
      return [
        'd',
        `${pick(['AB', 'CE', 'JK', 'PW'])}${pick(['######', ' ## ## ## ']).replaceAll('#', () => pick('0123456789'))}${pick('ABCD')}`,
      ];
    default:
      return nameValue(slot, lang, { random, names });
  }
}

function nameValue(slot, lang, { random: { pick }, names }) {
  const { given, family } = names[lang];
  const texts = {
    title: () => pick(TITLES[lang]),
    given: () => pick(given),
    family: () => pick(family),
    FAMILY: () => pick(family).toUpperCase(),
    initial: () => pick(given).charAt(0),
  };
  return ['n', texts[slot]()];
}

/** `{given} {family}` is one name, whatever its parts. A title is not part of a name, an initial is. */
function filled({ lang, subject, marked }, context) {
  const parts = marked.replaceAll(/\{(\w+)\}/gu, (_, slot) => {
    const [kind, text] = value(slot, lang, context);
    return slot === 'title' ? text : `{${kind}:${text}}`;
  });
  return { lang, subject, marked: parts.replaceAll(/\{n:([^}]*)\}(\.? )\{n:([^}]*)\}/gu, '{n:$1$2$3}') };
}

function labelled({ lang, subject, marked }, origin) {
  const spans = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(/\{([nepid]):([^}]*)\}/gu)) {
    text += marked.slice(from, match.index);
    spans.push({ kind: KINDS[match[1]], start: text.length, end: text.length + match[2].length });
    text += match[2];
    from = match.index + match[0].length;
  }
  return { lang, origin, text: text + marked.slice(from), subject: SUBJECTS[subject], spans };
}

/** Each text once: a template without slots gives one note. */
function generated(templates, context) {
  const notes = new Map();
  for (let index = 0; notes.size < PER_PART; index += 1) {
    const note = labelled(filled(templates[index % templates.length], context), 'generated');
    notes.set(note.text, note);
  }
  return [...notes.values()];
}

const written = lines('written.txt');
const allNames = JSON.parse(readFileSync(new URL('names.json', DATA), 'utf8'));
for (const [half, part] of ['development', 'held-out'].entries()) {
  const context = { random: dice(20_240_601 + half), names: allNames[part] };
  const templates = lines(`templates-${part}.txt`);
  const notes = [
    ...written.filter((_, index) => index % 2 === half).map((note) => labelled(note, 'written')),
    ...generated(templates, context),
  ];
  writeFileSync(new URL(`${part}.jsonl`, DATA), notes.map((note) => `${JSON.stringify(note)}\n`).join(''));
}
