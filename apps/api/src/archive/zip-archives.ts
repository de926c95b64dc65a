import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { type ArchiveOptions, type ArchiveSigner, type ArchiveSummary, writeArchive } from '@habeas/archive';
import type { LoadedConfig } from '@habeas/configuration';
import type { Disclosure } from '@habeas/core/law';
import type { ArchiveDraft, ArchiveMaker, ArchiveMaterial, ArchiveResult, DataRequest } from '@habeas/core';
import { SOFTWARE } from '../config/software.js';
import { disclose, type DisclosureHouse, reportDocuments, summaryOf } from './disclose.js';

/** How one controller's archives are made. */
export interface ArchiveHouse {
  readonly controller: Omit<LoadedConfig['controller'], 'timeZone' | 'holidays'>;
  readonly sign?: ArchiveSigner;
  /** Absent: it has no register, so nothing is decided and everything that is held is handed over. */
  readonly disclosure?: DisclosureHouse;
}

/** Makes archives as `@habeas/archive` writes them, each in the name of its controller. */
export class ZipArchives implements ArchiveMaker {
  constructor(private readonly houses: ReadonlyMap<string, ArchiveHouse>) {}

  make(request: DataRequest, material: ArchiveMaterial, signal: AbortSignal): ArchiveDraft {
    const { findings } = material;
    const house = this.houses.get(request.controller);
    if (house === undefined) throw new Error('A request of a controller that is not configured.');
    const out = new PassThrough();
    const options = { ...optionsOf(request, house), out, signal };
    const disclosure = house.disclosure === undefined ? undefined : disclose(house.disclosure, request, material);
    let result: ArchiveResult | undefined;
    return {
      content: contentOf(
        out,
        () => writeArchive(disclosure?.findings ?? findings, { ...options, ...reportOf(house, request, disclosure) }),
        (made) => {
          const decided = disclosure === undefined ? {} : { disclosure: summaryOf(disclosure, findings.account(), request) };
          result = { ...made, ...decided };
        },
      ),
      result: () => {
        if (result === undefined) throw new Error('The archive is not finished.');
        return result;
      },
    };
  }
}

/** The report belongs to the copy of Art. 15; of an archive for portability alone there is none. */
function reportOf(
  { disclosure: house }: ArchiveHouse,
  request: DataRequest,
  disclosure: Disclosure | undefined,
): Pick<ArchiveOptions, 'documents'> {
  if (house === undefined || disclosure === undefined || !request.rights.includes('access')) return {};
  return { documents: (made) => reportDocuments(house, request, disclosure, made) };
}

async function* contentOf(
  out: PassThrough,
  write: () => Promise<ArchiveSummary>,
  finished: (result: ArchiveResult) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const writing = write();
  // What it throws comes through the stream as well; the last line below meets it
  writing.catch(() => undefined);
  for await (const chunk of out as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    yield chunk;
  }
  const { bytes, records, attachments, complete } = await writing;
  finished({ bytes, records, files: attachments, complete, sha256: hash.digest('hex') });
}

function optionsOf(
  { reference, receivedAt, language, format, controller: id }: DataRequest,
  { controller, sign }: ArchiveHouse,
): Omit<ArchiveOptions, 'out'> {
  const { name, contact, officer, authority } = controller;
  return {
    reference: `${id}-${reference}`,
    requestedAt: receivedAt,
    controller: {
      name,
      ...(contact === undefined ? {} : { contact }),
      ...(officer === undefined ? {} : { officer }),
      ...(authority === undefined
        ? {}
        : { authority: { name: authority.name, ...(authority.website === undefined ? {} : { website: authority.website }) } }),
    },
    language,
    format,
    software: SOFTWARE,
    ...(sign === undefined ? {} : { sign }),
  };
}
