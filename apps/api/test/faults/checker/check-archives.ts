import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFile, DiaryLine } from './case-file.js';
import type { Findings } from './findings.js';
import { type FetchedArchive, payloadSums, readArchive } from './read-archive.js';
import { picturesOf, type Truth, truthOf } from './truth.js';

const TABLE = /^data\/tables\/([^/]+)\/([^/]+)\.json$/u;

/** I3: every fetched archive holds exactly what the sources hold of its person, and the same bytes as that of an undisturbed request. */
export async function checkArchives(given: CaseFile, diary: readonly DiaryLine[], findings: Findings): Promise<void> {
  const people = new Map(given.people.map((person) => [person.id, person]));
  for (const { id, email } of given.people) {
    const undisturbed = await readArchive(join(given.archives, `undisturbed-${id}.zip`));
    checkTruth(undisturbed, { name: `undisturbed-${id}`, truth: truthOf(given.sources, email), given, email }, findings);
  }
  const personOf = new Map(diary.flatMap(({ act, about, person }) => (act === 'open' ? [[about, person] as const] : [])));
  const sums = new Map<string, ReadonlyMap<string, string>>();
  for (const { file, etag } of diary.filter(({ act, word }) => act === 'download' && word === 'acknowledged')) {
    const name = String(file);
    const person = people.get(personOf.get(name.replace(/\.zip$/u, '')) ?? '');
    if (person === undefined || !existsSync(join(given.archives, name))) {
      findings.broken('I3-exact-archive', `${name} is an archive of nobody`);
      continue;
    }
    const archive = await readArchive(join(given.archives, name));
    findings.count('archives');
    findings.demand(`"${archive.sha256}"` === etag, 'I3-same-bytes', `${name} is not what its ETag says`);
    const truth = truthOf(given.sources, person.email);
    checkTruth(archive, { name, truth, given, email: person.email }, findings);
    const reference = sums.get(person.id) ?? payloadSums(await readArchive(join(given.archives, `undisturbed-${person.id}.zip`)));
    sums.set(person.id, reference);
    checkSame(name, { expected: reference, found: payloadSums(archive) }, findings);
  }
}

interface Expected {
  readonly name: string;
  readonly truth: Truth;
  readonly given: CaseFile;
  readonly email: string;
}

/** Set equality, both ways: nothing is lost, and nothing is anybody else's. */
function checkTruth(archive: FetchedArchive, { name, truth, given, email }: Expected, findings: Findings): void {
  const left = new Map(truth);
  for (const [key, record] of recordsOf(archive)) {
    findings.count('records');
    const expected = left.get(key);
    left.delete(key);
    if (expected === undefined) findings.broken('I3-exact-archive', `${name} holds a record that is not this person's: ${key}`);
    else checkValues(`${name}: ${key}`, { expected, record }, findings);
  }
  for (const key of left.keys()) findings.broken('I3-exact-archive', `${name} lacks ${key}`);
  const files = [...archive.entries.values()];
  for (const picture of picturesOf(given.sources, email)) {
    const isThere = files.some((bytes) => bytes.equals(picture));
    findings.demand(isThere, 'I3-exact-archive', `${name} lacks a picture`);
  }
}

type ArchivedRecord = Readonly<Record<string, unknown>>;

/** Every record of an archive, by its source, its collection and its key. */
function* recordsOf({ entries }: FetchedArchive): Generator<readonly [key: string, record: ArchivedRecord]> {
  for (const [entry, bytes] of entries) {
    const [, source, collection] = TABLE.exec(entry) ?? [];
    // `attachments` is a table of the archive itself, about the files beside it: what is in those is compared
    if (source === undefined || collection === undefined || collection === 'attachments') continue;
    for (const record of JSON.parse(bytes.toString()) as readonly ArchivedRecord[]) {
      yield [`${source}/${collection} ${String(record['_record'])}`, record];
    }
  }
}

function checkValues(
  place: string,
  {
    expected,
    record,
  }: { readonly expected: Readonly<Record<string, unknown>>; readonly record: Readonly<Record<string, unknown>> },
  findings: Findings,
): void {
  for (const [field, value] of Object.entries(expected)) {
    findings.demand(record[field] === value, 'I3-exact-archive', `${place}: ${field} is not what the source holds`);
  }
}

function checkSame(
  name: string,
  { expected, found }: { readonly expected: ReadonlyMap<string, string>; readonly found: ReadonlyMap<string, string> },
  findings: Findings,
): void {
  for (const file of new Set([...expected.keys(), ...found.keys()])) {
    findings.count('files');
    findings.demand(
      expected.get(file) === found.get(file),
      'I3-same-bytes',
      `${name}: ${file} is not that of an undisturbed request`,
    );
  }
}
