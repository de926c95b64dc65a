import { createHash } from 'node:crypto';
import type { Account, SourceDescription } from '@habeas/core';
import { sourceTitle } from '@habeas/core/law';
import type { ArchiveTable } from '../assembly/archive-table.js';
import type { WrittenDocument } from '../assembly/documents.js';
import type { ArchiveLanguage, ArchiveOptions } from '../options.js';
import type { DocumentDescriptor, PackageDescriptor, SourceDescriptor } from './data-package.js';
import { describeTable } from './describe-table.js';

/** The layout of our archives; a change that a reader could notice gets another number. */
export const ARCHIVE_PROFILE = 'habeas-archive/1';

const TITLES = {
  en: (name: string) => `Personal data held by ${name}`,
  fr: (name: string) => `Données personnelles détenues par ${name}`,
};

const DESCRIPTIONS = {
  en: 'A machine-readable copy of personal data (GDPR Art. 15(3) and 20).',
  fr: 'Copie de données personnelles lisible par machine (RGPD art. 15, par. 3, et 20).',
};

/** What is in an archive. */
export interface PackageContent {
  readonly account: Account;
  readonly documents: readonly WrittenDocument[];
  readonly tables: readonly ArchiveTable[];
  readonly complete: boolean;
}

/** The whole of `datapackage.json`. */
export function describePackage(
  options: ArchiveOptions,
  { account, documents, tables, complete }: PackageContent,
): PackageDescriptor {
  const { controller, language, reference, requestedAt, software, format } = options;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: reference,
    id: `urn:uuid:${uuidOf(options)}`,
    title: TITLES[language](controller.name),
    description: DESCRIPTIONS[language],
    version: '1.0.0',
    created: requestedAt.toISOString(),
    contributors: [{ title: controller.name, roles: ['controller'] }],
    sources: sourcesOf(account).map((source) => describeSource(source, language)),
    resources: tables.map((table) => describeTable(table, language)),
    'x-profile': ARCHIVE_PROFILE,
    ...(documents.length === 0 ? {} : { 'x-documents': documents.map(describeDocument) }),
    'x-complete': complete,
    'x-language': language,
    'x-format': format,
    'x-software': { ...software },
  };
}

function describeSource(source: SourceDescription, language: ArchiveLanguage): SourceDescriptor {
  const { connector, titles } = source;
  return {
    title: sourceTitle(source, language),
    version: `${connector.id} ${connector.version}`,
    ...(titles === undefined ? {} : { 'x-title': titles }),
  };
}

function describeDocument({ path, title, bytes, sha256 }: WrittenDocument): DocumentDescriptor {
  return { path, title, bytes, hash: `sha256:${sha256}` };
}

/** The sources of an account, each once, in its order. */
export function sourcesOf({ ledger }: Account): readonly SourceDescription[] {
  return [...new Map(ledger.map(({ source }) => [source.id, source])).values()];
}

/** The same for the same request, so that an archive can be made again byte for byte (a version 8 UUID, RFC 9562). */
function uuidOf({ reference, requestedAt, controller }: ArchiveOptions): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([ARCHIVE_PROFILE, controller.name, reference, requestedAt]))
    .digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  return digest.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
