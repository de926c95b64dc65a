import type { EvidenceCheckpoint, EvidenceRows, EvidenceSegment } from '@habeas/core';
import { type FindOptionsWhere, Not } from 'typeorm';
import { checkpointFromRow, segmentFromRow, type SegmentRow } from './rows/evidence.row.js';
import type { Session } from './session.js';

/** Segments and checkpoints in SQL. */
export class SqlEvidenceRows implements EvidenceRows {
  constructor(private readonly session: Session) {}

  async addSegment(segment: EvidenceSegment): Promise<void> {
    await this.session.table('evidence_segment').insert(segmentFromRow(segment));
  }

  async setCheckpoint(checkpoint: EvidenceCheckpoint): Promise<void> {
    const insert = this.session.table('evidence_checkpoint').createQueryBuilder().insert().values(checkpointFromRow(checkpoint));
    const key = ['request', 'generation', 'source', 'collection'];
    await insert.orUpdate(['segments', 'progress'], key).updateEntity(false).execute();
  }

  async checkpoints(controller: string, request: string, generation: string): Promise<readonly EvidenceCheckpoint[]> {
    const rows = await this.session.table('evidence_checkpoint').find({
      where: { controller, request, generation },
      order: { source: 'ASC', collection: 'ASC' },
    });
    return rows.map(checkpointFromRow);
  }

  async segments(controller: string, request: string, generation: string): Promise<readonly EvidenceSegment[]> {
    const rows = await this.session.table('evidence_segment').find({
      where: { controller, request, generation },
      order: { source: 'ASC', collection: 'ASC', number: 'ASC' },
    });
    return rows.map(segmentFromRow);
  }

  async forget(controller: string, request: string, except?: string): Promise<void> {
    const where: FindOptionsWhere<Pick<SegmentRow, 'controller' | 'request' | 'generation'>> = {
      controller,
      request,
      ...(except === undefined ? {} : { generation: Not(except) }),
    };
    await this.session.table('evidence_segment').delete(where);
    await this.session.table('evidence_checkpoint').delete(where);
  }
}
