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

/** What a folder of files needs. */
export const filesConfigSchema = z.strictObject({
  /** From the configuration's folder. Folders in it are not looked into. */
  folder: z.string().min(1),
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
