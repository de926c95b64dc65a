import type { FailedCallView, WebhookCallView, WebhookEndpointView, WebhookState } from '@habeas/core';
import { ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';
import { ProblemType } from '../requests/request.types.js';

export const WebhookStates = words<WebhookState>({ waiting: true, sent: true, failed: true });
registerEnumType(WebhookStates, {
  name: 'WebhookState',
  description:
    'A call that waits is tried for days; one that was sent was accepted by its endpoint; one that failed can be made again.',
});

@ObjectType('WebhookCall', { description: 'One thing that one endpoint of the controller is told of a request.' })
export class WebhookCallType {
  @Shown('request.read', () => ID, { description: 'What the endpoint gets as webhook-id, the same at each try.' })
  readonly id!: string;

  @Shown('request.read', () => ID)
  readonly endpoint!: string;

  @Shown('request.read', () => String, { description: 'What happened: request.released, message.bounced, …' })
  readonly event!: string;

  @Shown('request.read', () => DateTime)
  readonly happenedAt!: Date;

  @Shown('request.read', () => WebhookStates)
  readonly state!: string;

  @Shown('request.read', () => Int, { description: 'How often it was tried since it was put in line.' })
  readonly tries!: number;

  @Shown('request.read', () => Int, { nullable: true, description: 'What the endpoint answered when it accepted it.' })
  readonly status?: number | undefined;

  @Shown('request.read', () => DateTime, { nullable: true })
  readonly sentAt?: Date | undefined;

  @Shown('request.read', () => DateTime, { nullable: true })
  readonly failedAt?: Date | undefined;

  @Shown('request.read', () => DateTime, {
    nullable: true,
    description: 'When one that waits is tried next. None where an earlier one comes first.',
  })
  readonly nextTryAt?: Date | undefined;

  @Shown('request.read', () => ProblemType, {
    nullable: true,
    description: 'Why it failed, or why its last try came to nothing.',
  })
  readonly problem?: ProblemType | undefined;

  static of(view: WebhookCallView): WebhookCallType {
    const { id, endpoint, event, happenedAt, state, tries, status, sentAt, failedAt, nextTryAt, problem } = view;
    return Object.assign(new WebhookCallType(), {
      ...{ id, endpoint, event, happenedAt, state, tries, status, sentAt, failedAt, nextTryAt },
      problem: problem && ProblemType.of(problem),
    });
  }
}

@ObjectType('FailedWebhookCall', { description: 'A call that failed, and the request that it tells of.' })
export class FailedWebhookCallType {
  @Shown('request.read', () => ID)
  readonly request!: string;

  @Shown('request.read', () => String)
  readonly reference!: string;

  @Shown('request.read', () => WebhookCallType)
  readonly call!: WebhookCallType;

  static of({ reference, call }: FailedCallView): FailedWebhookCallType {
    return Object.assign(new FailedWebhookCallType(), { request: call.request, reference, call: WebhookCallType.of(call) });
  }
}

@ObjectType('WebhookEndpoint', { description: 'Where the controller is told what happens, and how its calls stand.' })
export class WebhookEndpointType {
  @Shown('settings.read', () => ID)
  readonly id!: string;

  @Shown('settings.read', () => [String], { description: 'Of what it is told.' })
  readonly events!: readonly string[];

  @Shown('settings.read', () => Boolean, {
    description: 'Whether it is still in service.yaml. Calls to one that is not are given up.',
  })
  readonly isConfigured!: boolean;

  @Shown('settings.read', () => Int)
  readonly waiting!: number;

  @Shown('settings.read', () => Int)
  readonly sent!: number;

  @Shown('settings.read', () => Int)
  readonly failed!: number;

  @Shown('settings.read', () => DateTime, { nullable: true, description: 'When the call happened that waits longest.' })
  readonly waitingSince?: Date | undefined;

  @Shown('settings.read', () => DateTime, { nullable: true })
  readonly lastSentAt?: Date | undefined;

  @Shown('settings.read', () => DateTime, { nullable: true })
  readonly lastFailedAt?: Date | undefined;

  static of({ events, ...view }: WebhookEndpointView): WebhookEndpointType {
    return Object.assign(new WebhookEndpointType(), { ...view, events: [...events] });
  }
}
