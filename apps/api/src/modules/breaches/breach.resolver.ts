import { endBreach, noteWrongRecipient, openCaseFile, viewBreaches, type WorkDesk } from '@habeas/core';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { given } from '../../platform/given.js';
import { ShownField, ShownMutation } from '../../platform/shown.js';
import { requestType } from '../requests/request.mapper.js';
import { RequestResult, RequestType } from '../requests/request.types.js';
import { BreachEndInput, BreachType, WrongRecipientInput } from './breach.types.js';

/** Answers that reached somebody else. */
@Resolver(() => RequestType)
export class BreachResolver {
  readonly #desk: WorkDesk;

  constructor({ service }: Installation) {
    this.#desk = service.desk;
  }

  @ShownField('request.read', () => [BreachType], {
    description: 'Answers that reached somebody else, or may have, in the order they were noted.',
  })
  async breaches(@Parent() { row }: RequestType): Promise<readonly BreachType[]> {
    if (row.breaches === undefined) return [];
    const file = await openCaseFile(this.#desk.vault, row);
    return viewBreaches(row, file, this.#desk.clock.now()).map((view) => BreachType.of(view));
  }

  @ShownMutation('breach.note', () => RequestResult, {
    description:
      'Notes that the last answer reached somebody else, or may have: link and claim code are worth nothing from now on, and 72 hours run. Needs a fresh proof.',
  })
  noteWrongRecipient(
    @Args('id', { type: () => ID }) id: string,
    @Args('noted') noted: WrongRecipientInput,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(noteWrongRecipient(this.#desk, viewer, id, given(noted)), requestType);
  }

  @ShownMutation('breach.end', () => RequestResult, { description: 'Says what came of a breach. Needs a fresh proof.' })
  endBreach(
    @Args('id', { type: () => ID }) id: string,
    @Args('breach', { type: () => ID }) breach: string,
    @Args('end') { outcome, ...more }: BreachEndInput,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(endBreach(this.#desk, viewer, id, { breach, outcome, ...given(more) }), requestType);
  }
}
