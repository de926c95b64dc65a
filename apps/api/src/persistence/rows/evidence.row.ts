import type { EvidenceCheckpoint, EvidenceSegment } from '@habeas/core';
import type { TableShape } from './entity.js';

export type SegmentRow = { -readonly [Name in keyof EvidenceSegment]: EvidenceSegment[Name] };

export const segmentTable: TableShape<SegmentRow> = {
  name: 'evidence_segment',
  columns: {
    controller: 'id',
    request: 'id',
    generation: 'id',
    source: 'id',
    collection: 'name',
    number: 'count',
    blob: 'name',
    records: 'time',
    files: 'time',
  },
  primary: ['request', 'generation', 'source', 'collection', 'number'],
};

export function segmentFromRow(row: SegmentRow): EvidenceSegment {
  const { controller, request, generation, source, collection, number, blob, records, files } = row;
  return { controller, request, generation, source, collection, number, blob, records, files };
}

export type CheckpointRow = { -readonly [Name in keyof EvidenceCheckpoint]: EvidenceCheckpoint[Name] };

export const checkpointTable: TableShape<CheckpointRow> = {
  name: 'evidence_checkpoint',
  columns: {
    controller: 'id',
    request: 'id',
    generation: 'id',
    source: 'id',
    collection: 'name',
    segments: 'count',
    progress: 'text',
  },
  primary: ['request', 'generation', 'source', 'collection'],
};

export function checkpointFromRow(row: CheckpointRow): EvidenceCheckpoint {
  const { controller, request, generation, source, collection, segments, progress } = row;
  return { controller, request, generation, source, collection, segments, progress };
}
