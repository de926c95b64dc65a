import type { ConnectorManifest } from '@habeas/connector-sdk';

/** What the connector says of itself. */
export const manifest = {
  id: 'files',
  version: '0.1.0',
  sdk: 1,
  title: 'Files in a folder',
  kind: 'files',
  systems: [
    { name: 'CSV (RFC 4180 and its dialects)', versions: 'UTF-8, UTF-16, Windows-1252, ISO 8859-15', tested: true },
    { name: 'JSON and JSON Lines', versions: 'RFC 8259', tested: true },
    { name: 'XLSX workbooks', versions: 'ECMA-376', tested: true },
    { name: 'SFTP', versions: 'version 3, as OpenSSH has it', tested: true },
  ],
  needsDataMap: true,
  gaps: [
    'Workbooks of other kinds than XLSX (ODS, XLS, XLSB) are not read: save them as XLSX.',
    'What stands in a workbook beside its cells (comments, pictures, charts) is not read.',
    'A file on an SFTP server that is changed within a second, to one of the same size, is not noticed to be another.',
    'SFTP servers that ask questions (keyboard-interactive), or want certificates or an agent, are not signed in to.',
    'An empty cell of CSV is an empty text: the format knows no other.',
  ],
} as const satisfies ConnectorManifest;
