import { announceFee, noteFee, openCaseFile, viewFee, type WorkDesk } from '@habeas/core';
import { localDate } from '@habeas/core/law';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { given } from '../../platform/given.js';
import { Seen, seeing } from '../../platform/seen.js';
import { ShownField, ShownMutation } from '../../platform/shown.js';
import { requestType } from '../requests/request.mapper.js';
import { RequestResult, RequestType } from '../requests/request.types.js';
import { claimedCause, FeeInput, FeeNoteInput, FeeType } from './fee.types.js';

/** Fees for further copies and excesses: the only ones there are. */
@Resolver(() => RequestType)
export class FeeResolver {
  readonly #desk: WorkDesk;

  constructor({ service }: Installation) {
    this.#desk = service.desk;
  }

  @ShownField('request.read', () => FeeType, {
    nullable: true,
    description: 'Nothing where it is free, as a first copy always is.',
  })
  async fee(@Parent() { row }: RequestType): Promise<FeeType | undefined> {
    if (row.fee === undefined) return undefined;
    const view = viewFee(row, await openCaseFile(this.#desk.vault, row));
    return view && FeeType.of(view);
  }

  @ShownMutation('fee.announce', () => RequestResult, {
    description:
      'Announces a fee, once, and tells the subject, who can accept it or withdraw. The clock goes on. Needs a fresh proof.',
  })
  announceFee(
    @Args('id', { type: () => ID }) id: string,
    @Args('fee') fee: FeeInput,
    @Context() { viewer }: ApiContext,
    @Seen() seen?: number | null,
  ): Promise<object> {
    const { costs, currency, answerBy } = fee;
    const announced = { cause: claimedCause(fee), costs, currency, answerBy: localDate(answerBy) };
    return answer(announceFee(this.#desk, seeing(viewer, seen), id, announced), requestType);
  }

  @ShownMutation('fee.note', () => RequestResult, {
    description: 'Notes that a fee was accepted otherwise than on the page of the request, or paid. Needs a fresh proof.',
  })
  noteFee(
    @Args('id', { type: () => ID }) id: string,
    @Args('noted') { as, words }: FeeNoteInput,
    @Context() { viewer }: ApiContext,
    @Seen() seen?: number | null,
  ): Promise<object> {
    return answer(noteFee(this.#desk, seeing(viewer, seen), id, { as, ...given({ words }) }), requestType);
  }

  @ShownMutation('fee.announce', () => RequestResult, {
    description: 'Waives a fee: nothing is due, and what only waited for it goes out. Needs a fresh proof.',
  })
  waiveFee(
    @Args('id', { type: () => ID }) id: string,
    @Context() { viewer }: ApiContext,
    @Args('words', { type: () => String, nullable: true, description: 'Why. Sealed with the case.' }) words?: string | null,
    @Seen() seen?: number | null,
  ): Promise<object> {
    return answer(noteFee(this.#desk, seeing(viewer, seen), id, { as: 'waived', ...given({ words }) }), requestType);
  }
}
