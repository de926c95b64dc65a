import { MIGRATIONS } from '../../persistence/migrations/migrations.js';

/** What is committed in one transaction: a person's act, the end of a step, or a part of a reading. */
const TRANSACTIONS = [
  'request.open',
  'request.start',
  'match.review',
  'request.release',
  'request.cancel',
  'request.shred',
  'archive.download',
  'search',
  'gather',
  'gather.begin',
  'gather.discard',
  'gather.progress',
  'gather.segment',
  'assemble',
  'expire',
  'shred',
] as const;

const KINDS = ['search', 'gather', 'assemble', 'expire', 'shred'] as const;
const BLOBS = ['segment', 'file', 'index', 'archive'] as const;

/** Points that every installation comes by. A process can be killed at each; the product knows of none of them. */
const EVERYWHERE: readonly string[] = [
  ...TRANSACTIONS.flatMap((name) => [`${name}.before-commit`, `${name}.after-commit`]),
  ...KINDS.map((kind) => `claim.${kind}`),
  ...BLOBS.flatMap((kind) => [`blob.${kind}.before-put`, `blob.${kind}.mid-stream`, `blob.${kind}.after-put`]),
  ...['blob.before-remove', 'blob.after-remove'],
  ...['key.create.before', 'key.create.after', 'key.extend.after'],
  ...['trail.sequence.before', 'trail.sequence.after'],
];

/** Points of blobs that are files: between the bytes being on disk and the name being there for good. */
const IN_A_DIRECTORY: readonly string[] = BLOBS.flatMap((kind) => [`blob.${kind}.before-link`, `blob.${kind}.after-link`]);

/** Steps that come after the archive, or beside it, and are killed in a run of their own: what they do is seen by somebody outside. */
const LATER_KINDS = ['mail', 'webhook', 'pack', 'transmit', 'purge', 'remind', 'recheck', 'probe'] as const;
/** What is committed by the way: what those steps are to do, and what they note before they are over. */
const LATER_TRANSACTIONS = ['delivery.pack', 'transmission.order', 'transmission.make', 'transmission.send'] as const;

/** Points of an installation that answers people by mail, webhooks and other controllers. Its blobs are files. */
export const LATER_POINTS: readonly string[] = [
  ...LATER_KINDS.map((kind) => `claim.${kind}`),
  ...[...LATER_KINDS, ...LATER_TRANSACTIONS].flatMap((name) => [`${name}.before-commit`, `${name}.after-commit`]),
  ...['mail', 'webhook', 'transmit'].flatMap((kind) => [`${kind}.before-send`, `${kind}.after-send`]),
  ...['packed', 'transmit'].flatMap((kind) =>
    ['before-put', 'mid-stream', 'before-link', 'after-link', 'after-put'].map((at) => `blob.${kind}.${at}`),
  ),
];

/** Points of the first start, where there is nothing yet, in their order. */
export const FIRST_START_POINTS: readonly string[] = [
  ...MIGRATIONS.flatMap(({ name }) => [`migration.${name}.before`, `migration.${name}.after`]),
  ...['keyring.before-rename', 'keyring.after-rename'],
];

/** Every point that an installation comes by once it has been started. */
export function faultPoints(blobs: 'directory' | 's3'): readonly string[] {
  return blobs === 's3' ? EVERYWHERE : [...EVERYWHERE, ...IN_A_DIRECTORY];
}
