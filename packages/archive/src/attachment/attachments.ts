import { recordId, type FoundFile } from '@habeas/connector-sdk';
import { ArchiveError } from '../archive-error.js';
import type { Bag } from '../bag/bag.js';
import { LineSpool } from '../output/line-spool.js';
import type { Scratch } from '../output/spool.js';
import type { Column } from '../table/column.js';
import type { RowShape } from '../table/table-writer.js';
import { Content } from './content.js';
import { sniff } from './sniff.js';

const FILE_ID = /^[0-9a-f]{32}$/;

/** `whole`; `cut` the source failed midway, what came is there; `missing` it failed before the first byte. */
export type AttachmentState = 'whole' | 'cut' | 'missing';

/** A line of a source's index of files, in the order of {@link ATTACHMENT_COLUMNS}. */
export type AttachmentRow = readonly [
  file: string,
  path: string | null,
  collection: string,
  record: string,
  field: string,
  name: string | null,
  declared: string | null,
  mediaType: string | null,
  bytes: number,
  sha256: string | null,
  state: AttachmentState,
];

const ATTACHMENT_COLUMNS: readonly Column[] = [
  { name: 'file', type: 'string', required: true, title: { en: 'File id', fr: 'Identifiant du fichier' } },
  { name: 'path', type: 'string', title: { en: 'Place in this archive', fr: 'Emplacement dans cette archive' } },
  { name: 'collection', type: 'string', required: true, title: { en: 'Collection', fr: 'Collection' } },
  { name: 'record', type: 'string', required: true, title: { en: 'Record', fr: 'Enregistrement' } },
  { name: 'field', type: 'string', required: true, title: { en: 'Field', fr: 'Champ' } },
  { name: 'name', type: 'string', title: { en: 'Name in the source', fr: 'Nom dans la source' } },
  { name: 'declared_media_type', type: 'string', title: { en: 'Type according to the source', fr: 'Type selon la source' } },
  { name: 'media_type', type: 'string', title: { en: 'Type by its content', fr: "Type d'après le contenu" } },
  { name: 'bytes', type: 'integer', required: true, title: { en: 'Size in bytes', fr: 'Taille en octets' } },
  { name: 'sha256', type: 'string', title: { en: 'SHA-256', fr: 'SHA-256' } },
  { name: 'state', type: 'string', required: true, title: { en: 'State', fr: 'État' } },
];

/** The table of a source's files. */
export const ATTACHMENT_SHAPE: RowShape<AttachmentRow> = {
  columns: ATTACHMENT_COLUMNS,
  fill(row, cells) {
    row.forEach((cell, index) => (cells[index] = cell));
  },
};

/** The files of one source: puts them into the bag as they come and keeps the index. */
export class Attachments {
  readonly rows: LineSpool<AttachmentRow>;
  /** Files the source could not deliver to the end. */
  broken = 0;

  constructor(
    private readonly bag: Bag,
    private readonly folder: string,
    scratch: Scratch,
  ) {
    this.rows = new LineSpool(scratch);
  }

  /** Adds one file to the folder of its collection. A failing source cuts it short; any other error is thrown. */
  async add(collection: { readonly name: string; readonly folder: string }, file: FoundFile): Promise<void> {
    if (!FILE_ID.test(file.id))
      throw new ArchiveError('findings', `a file of collection '${collection.name}' has an unusable id`);
    const content = await Content.open(file);
    const { extension, mediaType, packed } = sniff(content.head);
    const path = `data/attachments/${this.folder}/${collection.folder}/${file.id}.${extension}`;
    const about = [collection.name, recordId(file.key), file.field, file.name ?? null, file.mediaType ?? null] as const;
    if (content.isCut && content.head.length === 0) {
      this.broken += 1;
      this.rows.add([file.id, null, ...about, null, 0, null, 'missing']);
    } else {
      const { sha256, bytes } = await this.bag.addPayload(path, content.bytes(), { store: packed });
      if (content.isCut) this.broken += 1;
      this.rows.add([file.id, path, ...about, mediaType, bytes, sha256, content.isCut ? 'cut' : 'whole']);
    }
    await this.rows.flush();
  }
}
