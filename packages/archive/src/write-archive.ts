import type { Account, Findings } from '@habeas/core';
import type { RedactionLine } from '@habeas/core/law';
import { SourceShelf, type Desk, type WrittenCollection } from './assembly/source-shelf.js';
import { TableShelf } from './assembly/archive-table.js';
import { checkCounts } from './assembly/check-counts.js';
import { checkOptions } from './assembly/check-options.js';
import { Bag } from './bag/bag.js';
import { SafeNames } from './bag/safe-names.js';
import { describePackage } from './descriptor/describe-package.js';
import { addDocuments, type WrittenDocument } from './assembly/documents.js';
import type { ArchiveOptions, ArchiveSummary } from './options.js';
import { Scratch } from './output/spool.js';
import { openTarget, type Target } from './output/target.js';
import { renderIndexPage } from './page/index-page.js';
import { addProvenance } from './provenance/provenance.js';
import { underReview, type WithheldEntry, withheldOf } from './provenance/withheld.js';
import { ViaNames } from './provenance/via.js';
import { signBag } from './signature/sign-bag.js';
import { parallelZip } from './zip/parallel-zip.js';

const DEFAULT_LEVEL = 6;

/**
 * Writes everything found about one person into one archive, in a single pass and in constant memory: a BagIt bag and a
 * Data Package in a ZIP file. The same findings and options give the same bytes. Whatever goes wrong is thrown
 * (`ArchiveError`, or the error of the findings, of the signer, of the signal), and nothing is left that looks like an archive.
 */
export async function writeArchive(findings: Findings, options: ArchiveOptions): Promise<ArchiveSummary> {
  checkOptions(options);
  const scratch = new Scratch(options.temporary);
  const target = await openTarget(options.out);
  try {
    const summary = await writeTo(target, findings, options, scratch);
    options.signal?.throwIfAborted();
    await target.commit();
    return summary;
  } catch (error) {
    await target.discard(error);
    throw error;
  } finally {
    await scratch.dispose();
  }
}

async function writeTo(target: Target, findings: Findings, options: ArchiveOptions, scratch: Scratch): Promise<ArchiveSummary> {
  const { zip: createZip = parallelZip, level = DEFAULT_LEVEL, requestedAt, reference, format, sign } = options;
  let bytes = 0;
  const write = async (chunk: Uint8Array): Promise<void> => {
    bytes += chunk.length;
    await target.write(chunk);
  };
  const zip = createZip({ write, modifiedAt: requestedAt, level, scratch });
  try {
    const bag = new Bag(reference, zip, scratch);
    const via = new ViaNames(findings.matches());
    const desk = { bag, shelf: new TableShelf(bag, format), scratch, via, signal: options.signal };
    const content = await addPayload(desk, findings, options);
    const complete = await addDescriptions(desk, content, options);
    const { sha256 } = await bag.close(bagInfo(options));
    const keyId = sign === undefined ? {} : { keyId: await signBag(bag, sha256, sign) };
    await zip.finish();
    return { identity: sha256, ...keyId, complete, ...totals(content.written), bytes };
  } catch (error) {
    await zip.abort();
    throw error;
  }
}

interface Content {
  readonly account: Account;
  readonly documents: readonly WrittenDocument[];
  readonly written: readonly WrittenCollection[];
  readonly broken: number;
}

async function addPayload(desk: Desk, findings: Findings, options: ArchiveOptions): Promise<Content> {
  const folders = new SafeNames(['provenance']); // its tables have names of that form
  const sources = new Map<string, SourceShelf>();
  const written: WrittenCollection[] = [];
  const withheld: WithheldEntry[] = [];
  const redactions: RedactionLine[] = [];
  for await (const found of findings.collections()) {
    const { source } = found;
    const shelf = sources.get(source.id) ?? new SourceShelf(source, folders.give(source.id), desk);
    sources.set(source.id, shelf);
    desk.via.enter(source.id);
    written.push(await shelf.add(found));
    withheld.push(...withheldOf(found, options.language));
    redactions.push(...(found.disclosure?.redacted().lines ?? []));
  }
  for (const shelf of sources.values()) await shelf.close();
  const account = findings.account();
  checkCounts(written, account);
  await addProvenance(desk.shelf, {
    account,
    paths: desk.via.paths,
    withheld: [...withheld, ...underReview(account, options.language)],
    redactions,
  });
  const documents = await addDocuments(desk.bag, options, { account, tables: totals(written).tables });
  return { account, documents, written, broken: [...sources.values()].reduce((sum, { broken }) => sum + broken, 0) };
}

async function addDescriptions(
  { bag, shelf }: Desk,
  { account, documents, written, broken }: Content,
  options: ArchiveOptions,
): Promise<boolean> {
  const { tables } = shelf;
  const complete = account.complete && broken === 0;
  const { attachments } = totals(written);
  await bag.addTag('README.html', renderIndexPage({ options, account, documents, tables, complete, attachments }));
  const description = describePackage(options, { account, documents, tables, complete });
  await bag.addTag('datapackage.json', `${JSON.stringify(description, undefined, 2)}\n`);
  return complete;
}

function totals(written: readonly WrittenCollection[]): Pick<ArchiveSummary, 'tables' | 'records' | 'attachments'> {
  const tables = written.flatMap(({ source, collection, records, table }) =>
    table === undefined ? [] : [{ source, collection, records, path: table.file.path }],
  );
  return {
    tables,
    records: written.reduce((sum, { records }) => sum + records, 0),
    attachments: written.reduce((sum, { files }) => sum + files, 0),
  };
}

function bagInfo({ controller, reference, requestedAt, software }: ArchiveOptions): readonly (readonly [string, string])[] {
  return [
    ['Source-Organization', controller.name],
    ['External-Identifier', reference],
    ['Bagging-Date', requestedAt.toISOString().slice(0, 10)],
    ['Bag-Software-Agent', `${software.name} ${software.version}`],
  ];
}
