import { recordBounce, viewMessages, type WorkDesk } from '@habeas/core';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { DateTime } from '../../platform/date-time.scalar.js';
import { given } from '../../platform/given.js';
import { ShownField, ShownMutation } from '../../platform/shown.js';
import { requestType } from '../requests/request.mapper.js';
import { RequestResult, RequestType } from '../requests/request.types.js';
import { MessageType } from './message.types.js';

/** The messages by e-mail of a request: what waits, what was sent, what failed. */
@Resolver(() => RequestType)
export class MessageResolver {
  readonly #desk: WorkDesk;

  constructor(installation: Installation) {
    this.#desk = installation.service.desk;
  }

  @ShownField('match.read', () => [MessageType], {
    description: 'In the order they were queued. Kept with its personal data: gone once it is shredded.',
  })
  async messages(@Parent() { row }: RequestType): Promise<readonly MessageType[]> {
    const views = await this.#desk.store.transact((transaction) => viewMessages(transaction, row));
    return views.map((view) => MessageType.of(view));
  }

  @ShownMutation('match.review', () => RequestResult, { description: 'Notes that a message that was sent has come back.' })
  recordBounce(
    @Args('id', { type: () => ID }) id: string,
    @Args('message', { type: () => ID }) message: string,
    @Args('bouncedAt', { type: () => DateTime, nullable: true, description: 'Where that was earlier than now.' })
    bouncedAt: Date | null | undefined,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(recordBounce(this.#desk, viewer, id, { message, ...given({ bouncedAt }) }), requestType);
  }
}
