import { ruleForPurpose, viewHeirPart, type WorkDesk } from '@habeas/core';
import type { Language } from '@habeas/core/law';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { Seen, seeing } from '../../platform/seen.js';
import { ShownField, ShownMutation } from '../../platform/shown.js';
import { requestType } from '../requests/request.mapper.js';
import { RequestResult, RequestType } from '../requests/request.types.js';
import { Languages } from '../requests/request.words.js';
import { HeirPartType, PurposeRulingInput, purposeRulingOf } from './heir.types.js';

/** What an heir has of what was found: no more than the purpose needs (PER-05). */
@Resolver(() => RequestType)
export class HeirResolver {
  readonly #desk: WorkDesk;

  constructor({ service }: Installation) {
    this.#desk = service.desk;
  }

  @ShownField('request.read', () => Boolean, { description: 'Whether an heir asks, in the name of a deceased person.' })
  isForHeir(@Parent() { row }: RequestType): boolean {
    return row.proof?.onBehalf === 'heir';
  }

  @ShownField('match.read', () => HeirPartType, {
    nullable: true,
    description: 'Null where no heir asks, and once it is shredded.',
  })
  async heirPart(
    @Parent() { row }: RequestType,
    @Args('language', { type: () => Languages, nullable: true, description: "By default the request's own." })
    language?: Language | null,
  ): Promise<HeirPartType | undefined> {
    const part = await viewHeirPart(this.#desk, row);
    return part && HeirPartType.of(part, language ?? row.language);
  }

  @ShownMutation('match.review', () => RequestResult, {
    description: 'Decides what of the findings the purpose of an heir needs, and has the archive made anew.',
  })
  ruleForPurpose(
    @Args('id', { type: () => ID }) id: string,
    @Args('ruling') ruling: PurposeRulingInput,
    @Context() { viewer }: ApiContext,
    @Seen() seen?: number | null,
  ): Promise<InstanceType<typeof RequestType> | object> {
    return answer(ruleForPurpose(this.#desk, seeing(viewer, seen), id, purposeRulingOf(ruling)), requestType);
  }
}
