export { ArchiveError } from './archive-error.js';
export type { ArchiveErrorCode } from './archive-error.js';
export { writeArchive } from './write-archive.js';
export type {
  ArchiveController,
  ArchiveDocument,
  ArchiveLanguage,
  ArchiveOptions,
  ArchiveSummary,
  MadeTables,
  TableSummary,
} from './options.js';
export { createSigner, generateSigningKey, keyIdOf } from './signature/signer.js';
export type { ArchiveSigner } from './signature/signer.js';
export { csvEncoder } from './csv/csv-encoder.js';
export type { CsvEscaping } from './csv/csv-cell.js';
export { jsonEncoder } from './json/json-encoder.js';
export { TableWriter } from './table/table-writer.js';
export type { RowShape, TableFacts, TableFormat } from './table/table-writer.js';
export type { Cell, Column, TableEncoder } from './table/column.js';
export { Utf8Buffer } from './table/utf8-buffer.js';
export { Scratch } from './output/spool.js';
export { parallelZip } from './zip/parallel-zip.js';
export { archiverZip } from './zip/archiver-zip.js';
export type { CreateZip, ZipEntryOptions, ZipSettings, ZipWriter } from './zip/zip-writer.js';
export { verifyArchive, verifyHandle } from './verify/verify-archive.js';
export type { Verification, VerifyOptions } from './verify/verify-archive.js';
export type { ArchiveProblem, ProblemCode } from './verify/problems.js';
export type { PayloadFacts } from './verify/check-payload.js';
export type { SignatureFacts, SignatureState } from './verify/check-signature.js';
export type { ReadLimits } from './verify/zip-index.js';
export { openArchiveFile } from './extract/open-archive-file.js';
export type { ArchivedFile } from './extract/open-archive-file.js';
export type { ArchiveBytes } from './extract/archive-bytes.js';
export { readArchive, rewriterOf } from './import/read-archive.js';
export type { ArchiveReader, ReadOptions, TableRows } from './import/read-archive.js';
export { RowCodec } from './import/row-codec.js';
export type { SqlType, SqlValue } from './import/cell-codec.js';
export type { FieldDescriptor, PackageDescriptor, ResourceDescriptor } from './descriptor/data-package.js';
export { lockArchive } from './lock/lock-archive.js';
export type { Lock, LockOptions } from './lock/lock-archive.js';
export { readCsv, TableSyntaxError } from './csv/read-csv.js';
export { unguardCell } from './csv/csv-cell.js';
export { readJsonRows } from './json/read-json-rows.js';
