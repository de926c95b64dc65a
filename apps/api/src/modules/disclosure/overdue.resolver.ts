import { lookAtOverdue, Refused } from '@habeas/core';
import type { Language, RetentionTerms } from '@habeas/core/law';
import { Args, ArgsType, Context, createUnionType, Field, ID, Resolver } from '@nestjs/graphql';
import { disclosureHouseOf, retentionTermsOf } from '../../archive/disclose.js';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { PageArgs, pageQuery } from '../../platform/page.type.js';
import { RefusalType } from '../../platform/refusal.type.js';
import { ShownQuery } from '../../platform/shown.js';
import { Languages } from '../requests/request.words.js';
import { OverdueRecordConnectionType, OverdueRecordType } from './overdue.types.js';

const OverdueRecordsResult = createUnionType({
  name: 'OverdueRecordsResult',
  types: () => [OverdueRecordConnectionType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : OverdueRecordConnectionType),
});

@ArgsType()
class OverduePageArgs extends PageArgs {
  @Field(() => ID)
  readonly request!: string;

  @Field(() => Languages, { defaultValue: 'en', description: 'Of the words.' })
  readonly language: Language = 'en';
}

/** The records of a request that are kept longer than their rules allow. */
@Resolver(() => OverdueRecordType)
export class OverdueResolver {
  constructor(private readonly installation: Installation) {}

  @ShownQuery('finding.read', () => OverdueRecordsResult, {
    description: 'What is kept too long of what was found. Needs a fresh proof that it is you, and is in the trail.',
  })
  async overdueRecords(@Args() args: OverduePageArgs, @Context() { viewer }: ApiContext): Promise<object> {
    const termsOf = (finishedAt: Date): RetentionTerms => this.#terms(viewer.controller, finishedAt);
    const looked = lookAtOverdue(this.installation.service.desk, viewer, args.request, { page: pageQuery(args), termsOf });
    return answer(looked, (page) => OverdueRecordConnectionType.of(page, args.language));
  }

  #terms(controller: string, finishedAt: Date): RetentionTerms {
    const config = this.installation.service.config.controllers.get(controller);
    const house = config === undefined ? undefined : disclosureHouseOf(config);
    if (house === undefined)
      throw new Refused('WRONG_STATE', 'What is overdue follows from a register.', 'Name one as controller.register.');
    return retentionTermsOf(house, finishedAt);
  }
}
