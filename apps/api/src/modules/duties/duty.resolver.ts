import { endDuty, noteDeath, openCaseFile, viewDuties, type WorkDesk } from '@habeas/core';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { given } from '../../platform/given.js';
import { ShownField, ShownMutation } from '../../platform/shown.js';
import { requestType } from '../requests/request.mapper.js';
import { RequestResult, RequestType } from '../requests/request.types.js';
import { dutyTerms } from './duty-terms.js';
import { DutyEndInput, DutyType } from './duty.types.js';

/** What requests make necessary outside this service. */
@Resolver(() => RequestType)
export class DutyResolver {
  readonly #desk: WorkDesk;

  constructor(private readonly installation: Installation) {
    this.#desk = installation.service.desk;
  }

  @ShownField('request.read', () => [DutyType], {
    description:
      'What it makes necessary outside this service: to pass it on to other controllers, to decide what becomes of the data of the dead.',
  })
  async duties(@Parent() { row }: RequestType): Promise<readonly DutyType[]> {
    if (row.duties === undefined) return [];
    const register = this.installation.service.config.controllers.get(row.controller)?.register?.register;
    const file = await openCaseFile(this.#desk.vault, row);
    return viewDuties(row, file).map((view) => DutyType.of(view, dutyTerms(view, register), row.language));
  }

  @ShownMutation('duty.note', () => RequestResult, {
    description:
      'Notes that the person of a request has died: somebody has to decide what becomes of their data. Nothing is deleted by it.',
  })
  noteDeath(
    @Args('id', { type: () => ID }) id: string,
    @Args('words', { type: () => String, nullable: true, description: 'How that is known. Sealed with the case.' })
    words: string | null,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(noteDeath(this.#desk, viewer, id, given({ words })), requestType);
  }

  @ShownMutation('duty.end', () => RequestResult, {
    description: 'Says what came of a duty. Whose request was passed on to another controller is told so.',
  })
  endDuty(
    @Args('id', { type: () => ID }) id: string,
    @Args('duty', { type: () => ID }) duty: string,
    @Args('end') { outcome, ...more }: DutyEndInput,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(endDuty(this.#desk, viewer, id, { duty, outcome, ...given(more) }), requestType);
  }
}
