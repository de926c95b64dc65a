import { type IdentifierAccount, lookAtFindings, lookAtIdentifiers, lookAtMatch, type WorkDesk } from '@habeas/core';
import { othersThan } from '@habeas/third-parties';
import { Args, ArgsType, Context, createUnionType, Field, ID, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { PageArgs, pageQuery } from '../../platform/page.type.js';
import { RefusalType } from '../../platform/refusal.type.js';
import { ShownQuery } from '../../platform/shown.js';
import { DoubtfulMatchType, FindingConnectionType, FindingType } from './finding.types.js';
import { IdentifierValuesResult, IdentifierValuesType } from './identifier.types.js';

const FindingsResult = createUnionType({
  name: 'FindingsResult',
  types: () => [FindingConnectionType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : FindingConnectionType),
});

const DoubtfulMatchResult = createUnionType({
  name: 'DoubtfulMatchResult',
  types: () => [DoubtfulMatchType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : DoubtfulMatchType),
});

@ArgsType()
class FindingsPageArgs extends PageArgs {
  @Field(() => ID)
  readonly request!: string;

  @Field(() => String)
  readonly source!: string;

  @Field(() => String)
  readonly collection!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Also what is of a special category. That is in the trail.' })
  readonly unmask: boolean = false;
}

@Resolver(() => FindingType)
export class FindingResolver {
  readonly #desk: WorkDesk;

  constructor(installation: Installation) {
    this.#desk = installation.service.desk;
  }

  @ShownQuery('finding.read', () => FindingsResult, {
    description: 'What was found in one collection. Needs a fresh proof that it is you, and is in the trail.',
  })
  async findings(@Args() args: FindingsPageArgs, @Context() { viewer }: ApiContext): Promise<object> {
    const { request, source, collection, unmask } = args;
    const region = this.#desk.sources.phoneRegionOf(viewer.controller);
    const query = {
      ...{ source, collection, unmasked: unmask, page: pageQuery(args) },
      othersThan: (identifiers: readonly IdentifierAccount[]) => othersThan(identifiers, region),
    };
    return answer(lookAtFindings(this.#desk, viewer, request, query), (page) => FindingConnectionType.of(page));
  }

  @ShownQuery('match.read', () => IdentifierValuesResult, {
    description: 'What each identifier of a request says. Needs a fresh proof that it is you, and is in the trail.',
  })
  async identifierValues(
    @Args('request', { type: () => ID }) request: string,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(lookAtIdentifiers(this.#desk, viewer, request), (identifiers) => IdentifierValuesType.of(identifiers));
  }

  @ShownQuery('match.read', () => DoubtfulMatchResult, {
    description: 'A match that waits for a human. Needs a fresh proof that it is you, and is in the trail.',
  })
  async doubtfulMatch(
    @Args('request', { type: () => ID }) request: string,
    @Args('match', { type: () => ID }) match: string,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(lookAtMatch(this.#desk, viewer, { request, match }), (seen) => DoubtfulMatchType.of(seen));
  }
}
