import type { EntitySchema } from 'typeorm';
import type { Product } from '../column-types.js';
import { type AnswerRow, answerTable } from './answer.row.js';
import { type AuditRow, auditTable, type TrailHeadRow, trailHeadTable } from './audit.row.js';
import { type DeliveryRow, deliveryTable, type DownloadSessionRow, downloadSessionTable } from './delivery.row.js';
import { entityOf } from './entity.js';
import { type CheckpointRow, checkpointTable, type SegmentRow, segmentTable } from './evidence.row.js';
import { type AddressProofRow, addressProofTable, type FollowSessionRow, followSessionTable } from './identity.row.js';
import { type LimitRow, limitTable } from './limit.row.js';
import { type MessageRow, messageTable } from './message.row.js';
import { type ChallengeRow, challengeTable, type PasskeyRow, passkeyTable } from './passkey.row.js';
import { type ReferenceRow, referenceTable, type RequestRow, requestTable } from './request.row.js';
import { type ReceivedRow, receivedTable } from './received.row.js';
import { type SessionRow, sessionTable, type StaffRow, staffTable, type TokenRow, tokenTable } from './staff.row.js';
import { type StepRow, stepTable } from './step.row.js';
import {
  type CheckpointPlaceRow,
  checkpointPlaceTable,
  type TrailCheckpointRow,
  trailCheckpointTable,
} from './trail-checkpoint.row.js';
import { type TurnRow, turnTable } from './turn.row.js';
import { type WebhookCallRow, webhookCallTable } from './webhook.row.js';

/** Every table, by its name in SQL. */
export interface Tables {
  request: RequestRow;
  reference: ReferenceRow;
  step: StepRow;
  evidence_segment: SegmentRow;
  evidence_checkpoint: CheckpointRow;
  audit_entry: AuditRow;
  trail_head: TrailHeadRow;
  answer: AnswerRow;
  staff: StaffRow;
  session: SessionRow;
  token: TokenRow;
  trail_checkpoint: TrailCheckpointRow;
  checkpoint_place: CheckpointPlaceRow;
  passkey: PasskeyRow;
  passkey_challenge: ChallengeRow;
  turn: TurnRow;
  message: MessageRow;
  delivery: DeliveryRow;
  download_session: DownloadSessionRow;
  address_proof: AddressProofRow;
  follow_session: FollowSessionRow;
  webhook_call: WebhookCallRow;
  received_transmission: ReceivedRow;
  sending_limit: LimitRow;
}

/** The entities of all tables in one product. */
export function entitiesOf(product: Product): EntitySchema[] {
  return [
    entityOf(product, requestTable),
    entityOf(product, referenceTable),
    entityOf(product, stepTable),
    entityOf(product, segmentTable),
    entityOf(product, checkpointTable),
    entityOf(product, auditTable),
    entityOf(product, trailHeadTable),
    entityOf(product, answerTable),
    entityOf(product, staffTable),
    entityOf(product, sessionTable),
    entityOf(product, tokenTable),
    entityOf(product, trailCheckpointTable),
    entityOf(product, checkpointPlaceTable),
    entityOf(product, passkeyTable),
    entityOf(product, challengeTable),
    entityOf(product, turnTable),
    entityOf(product, messageTable),
    entityOf(product, deliveryTable),
    entityOf(product, downloadSessionTable),
    entityOf(product, addressProofTable),
    entityOf(product, followSessionTable),
    entityOf(product, webhookCallTable),
    entityOf(product, receivedTable),
    entityOf(product, limitTable),
  ] as EntitySchema[];
}
