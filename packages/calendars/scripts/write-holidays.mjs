/**
 * Writes `src/data` from date-holidays, the library that is installed. Run it after taking a newer version, when the years below come
 * to their end, or after a correction, which gets the next number: node packages/calendars/scripts/write-holidays.mjs
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import Holidays from 'date-holidays';
import { format, resolveConfig } from 'prettier';

const FIRST = 2024;
const LAST = 2032;

/** The EU, Norway and the United Kingdom. Iceland and Liechtenstein are left out: a second source has other days there. */
const COUNTRIES = 'AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');
/** Where regions have public holidays of their own. Scotland has no Easter Monday, so there is none for the United Kingdom as a whole. */
const REGIONS = {
  DE: 'BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH'.split(' '),
  FR: '57 67 68 BL GF GP MQ RE YT'.split(' '),
  GB: 'ENG NIR SCT WLS'.split(' '),
};
const WITHOUT_WHOLE = new Set(['GB']);

/** Where the library has a day that is none: it would make a date too late. Days that it lacks only make one too early. */
const CORRECTIONS = {
  // Clean Monday is 48 days before the Orthodox Easter: a Monday.
  CY: (name, date) => (name === 'Καθαρά Δευτέρα' ? addDays(date, -1) : date),
  // 1 May 2024 lay in the Orthodox Holy Week, and the holiday was moved to the Tuesday after Easter.
  GR: (name, date) => (date === '2024-05-01' ? '2024-05-07' : date),
};

const folder = new URL('../src/data/', import.meta.url);
const DAY_MS = 86_400_000;

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) rmSync(new URL(name, folder));
for (const country of COUNTRIES) await write(country.toLowerCase(), dataOf(country));
await write('all', allOf());

function dataOf(country) {
  const ids = [
    ...(WITHOUT_WHOLE.has(country) ? [] : [[country]]),
    ...(REGIONS[country] ?? []).map((region) => [country, region]),
  ];
  const tables = ids.map((id) => [id.join('-'), tableOf(new Holidays(...id), CORRECTIONS[country] ?? ((_, date) => date))]);
  return [
    "import type { HolidayTables } from '../holiday-tables.js';",
    `/** Public holidays by calendar and name. ${licence()} */`,
    `export const ${country}: HolidayTables = ${JSON.stringify(Object.fromEntries(tables))};`,
  ];
}

/** Names, and the days that bear them. */
function tableOf(holidays, corrected) {
  const days = new Map();
  for (let year = FIRST; year <= LAST; year += 1) {
    for (const { name, ...span } of holidays.getHolidays(year).filter(isWholePublicDay)) {
      const own = daysOf(span).map((date) => corrected(name, date));
      days.set(name, [...(days.get(name) ?? []), ...own]);
    }
  }
  return Object.fromEntries([...days].map(([name, dates]) => [name, [...new Set(dates)].sort().join(' ')]));
}

/** Banks and schools may be closed on other days: those are working days here, which makes a date earlier, never later. */
function isWholePublicDay({ type, date, start, end }) {
  return type === 'public' && date.slice(11, 19) === '00:00:00' && lengthOf({ start, end }) >= 1;
}

function daysOf({ date, start, end }) {
  return Array.from({ length: lengthOf({ start, end }) }, (_, day) => addDays(date.slice(0, 10), day));
}

function addDays(date, days) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** In whole days: those on which clocks change have 23 or 25 hours. */
function lengthOf({ start, end }) {
  return Math.round((end - start) / DAY_MS);
}

function allOf() {
  return [
    "import type { HolidayTables } from '../holiday-tables.js';",
    ...COUNTRIES.map((country) => `import { ${country} } from './${country.toLowerCase()}.generated.js';`),
    `/** Which data this is: the library that it was taken from, and its years. */`,
    `export const DATA_VERSION = 'date-holidays@${version()}, corrections 1, ${FIRST}-${LAST}';`,
    `/** The years that all tables hold. */`,
    `export const YEARS = { first: ${FIRST}, last: ${LAST} };`,
    `/** All tables, by calendar. */`,
    `export const TABLES: HolidayTables = { ${COUNTRIES.map((country) => `...${country}`).join(', ')} };`,
  ];
}

function version() {
  const entry = createRequire(import.meta.url).resolve('date-holidays');
  const root = entry.slice(0, entry.lastIndexOf('date-holidays') + 'date-holidays'.length);
  return JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).version;
}

function licence() {
  return `From date-holidays ${version()}, CC BY-SA 3.0: see README.md.`;
}

async function write(name, lines) {
  const file = fileURLToPath(new URL(`${name}.generated.ts`, folder));
  const text = ['// Written by scripts/write-holidays.mjs.', ...lines].join('\n');
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
