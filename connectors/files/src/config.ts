import { Secret } from '@habeas/connector-sdk';
import { sqlLimitsSchema } from '@habeas/sql-engine';
import { z } from 'zod';

/** How one table is made of files. */
const tableSchema = z.strictObject({
  /** The file in the folder; `*` stands for any letters, so that `orders-*.csv` is all files of that name as one table. */
  file: z
    .string()
    .min(1)
    .refine((name) => !/[/\\]/u.test(name), 'name a file of the folder, without a path'),
  /** By default what the name ends with: `.csv`, `.tsv`, `.json`, `.jsonl`, `.xlsx`. */
  format: z.enum(['csv', 'json', 'jsonl', 'xlsx']).optional(),
  /** UTF-8 where the file does not begin with a mark that says otherwise. */
  encoding: z.enum(['utf-8', 'utf-16le', 'windows-1252', 'iso-8859-15']).optional(),
  /** By default the one of `,`, `;`, tab and `|` that the header has most of. */
  delimiter: z.string().length(1).optional(),
  /** The line of a CSV file, or the row of a sheet, that holds the names of the columns; what stands above is left out. */
  headerLine: z.int().min(1).max(100).default(1),
  /** The tab of a workbook. The only one where it is absent. */
  sheet: z.string().min(1).optional(),
  /** The group of a JSON document that holds the records: `data.members`. The document itself where it is absent. */
  records: z.string().min(1).optional(),
});

const secretText = z.string().transform((text) => new Secret(text));
const seconds = z.int().positive().max(3_600);

/** The SFTP server that a folder is on. */
const sftpSchema = z
  .strictObject({
    host: z.string().min(1),
    port: z.int().min(1).max(65_535).default(22),
    /** An account that may only read: see the README. */
    user: z.string().min(1),
    password: secretText.optional(),
    /** A private key in the format of OpenSSH or PEM, and what it is encrypted with. */
    key: secretText.optional(),
    passphrase: secretText.optional(),
    /** The fingerprints of the keys that the server may show, as `ssh-keygen -lf` prints them. There is no trust on first use. */
    hostKeys: z
      .array(z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/u, 'a fingerprint as ssh-keygen -lf prints it: SHA256:…'))
      .min(1),
    connectTimeoutSeconds: seconds.default(10),
    /** How long the server may take to answer one request. */
    answerTimeoutSeconds: seconds.default(60),
  })
  .refine(({ password, key }) => password !== undefined || key !== undefined, 'give a password, a key, or both');

/** What a folder of files needs. */
export const filesConfigSchema = z.strictObject({
  /** From the configuration's folder, or on the SFTP server from the account's home. Folders in it are not looked into. */
  folder: z.string().min(1),
  sftp: sftpSchema.optional(),
  /** By name, as the data map's `table` names them. By default every file is a table by its name without the ending, and every sheet of a workbook by both names: `members.2026`. */
  tables: z.record(z.string().min(1), tableSchema).optional(),
  /** All files together, and what each workbook unpacks to, in bytes, beyond which the source is refused: they are loaded whole before they are searched. */
  maxBytes: z.int().positive().default(2_000_000_000),
  limits: sqlLimitsSchema.prefault({}),
});

/** See {@link filesConfigSchema}. */
export type FilesConfig = z.output<typeof filesConfigSchema>;
/** One table of a {@link FilesConfig}. */
export type TableConfig = z.output<typeof tableSchema>;
/** The server of a {@link FilesConfig}. */
export type SftpConfig = z.output<typeof sftpSchema>;
