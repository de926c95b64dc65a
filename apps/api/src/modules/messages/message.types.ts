import type { MessageKind, MessageState, MessageView } from '@habeas/core';
import { ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';
import { ProblemType } from '../requests/request.types.js';
import { Languages } from '../requests/request.words.js';

export const MessageKinds = words<MessageKind>({
  code: true,
  received: true,
  notice: true,
  archive_ready: true,
  archive_expiring: true,
  addition_ready: true,
  addition_given_up: true,
  extended: true,
  refused: true,
  closed: true,
  question: true,
  fee_announced: true,
  transmitted: true,
  not_transmitted: true,
  passed_on: true,
  review_needed: true,
  due_soon: true,
});
export const MessageStates = words<MessageState>({ waiting: true, sent: true, failed: true, bounced: true });
registerEnumType(MessageKinds, { name: 'MessageKind', description: 'What a message by e-mail is for.' });
registerEnumType(MessageStates, {
  name: 'MessageState',
  description:
    'A message that waits is tried for as long as its request lives; one that was sent was accepted by the mail server.',
});

@ObjectType('Message', { description: 'A message by e-mail: never to whom it goes, nor what it tells.' })
export class MessageType {
  @Shown('match.read', () => ID)
  readonly id!: string;

  @Shown('match.read', () => MessageKinds)
  readonly kind!: string;

  @Shown('match.read', () => Languages)
  readonly language!: string;

  @Shown('match.read', () => MessageStates)
  readonly state!: string;

  @Shown('match.read', () => DateTime)
  readonly queuedAt!: Date;

  @Shown('match.read', () => DateTime, { nullable: true })
  readonly sentAt?: Date | undefined;

  @Shown('match.read', () => String, { nullable: true, description: 'SHA-256 of what the mail server said when it accepted it.' })
  readonly receipt?: string | undefined;

  @Shown('match.read', () => DateTime, { nullable: true })
  readonly failedAt?: Date | undefined;

  @Shown('match.read', () => DateTime, { nullable: true, description: 'When it came back, as a person noted.' })
  readonly bouncedAt?: Date | undefined;

  @Shown('match.read', () => DateTime, { nullable: true, description: 'When one that waits is tried next.' })
  readonly nextTryAt?: Date | undefined;

  @Shown('match.read', () => ProblemType, { nullable: true, description: 'Why it failed, or why its last try came to nothing.' })
  readonly problem?: ProblemType | undefined;

  static of(view: MessageView): MessageType {
    const { id, kind, language, state, queuedAt, sentAt, receipt, failedAt, bouncedAt, nextTryAt, problem } = view;
    return Object.assign(new MessageType(), {
      ...{ id, kind, language, state, queuedAt, sentAt, receipt, failedAt, bouncedAt, nextTryAt },
      problem: problem && ProblemType.of(problem),
    });
  }
}
