import { notFound, searchFor, type WorkDesk } from '@habeas/core';
import { Args, Context, createUnionType, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { RefusalType } from '../../platform/refusal.type.js';
import { ShownField, ShownMutation, ShownQuery } from '../../platform/shown.js';
import { checkSource } from './check-source.js';
import { lastSearch } from './last-search.js';
import { LastCheckType, PlannedSearchType, SourceCheckType, SourceSearchType, SourceType } from './source.types.js';

const SourceCheckResult = createUnionType({
  name: 'SourceCheckResult',
  types: () => [SourceCheckType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : SourceCheckType),
});

@Resolver(() => SourceType)
export class SourceResolver {
  readonly #desk: WorkDesk;

  constructor(installation: Installation) {
    this.#desk = installation.service.desk;
  }

  @ShownQuery('source.read', () => [SourceType])
  sources(@Context() { viewer }: ApiContext): readonly SourceType[] {
    return this.#desk.sources
      .bindingsOf(viewer.controller)
      .map(({ description: { id, title, connector } }) =>
        Object.assign(new SourceType(), { id, title, connector: connector.id, connectorVersion: connector.version }),
      );
  }

  @ShownField('source.read', () => LastCheckType, { nullable: true, description: 'None where it was never looked at.' })
  async lastCheck(@Parent() { id }: SourceType, @Context() { viewer }: ApiContext): Promise<LastCheckType | undefined> {
    const filter = { object: { type: 'source', id }, action: 'source.check' };
    const { items } = await this.#desk.store.transact(({ audit }) => audit.page(viewer.controller, filter, { first: 1 }));
    const [last] = items;
    return last === undefined
      ? undefined
      : Object.assign(new LastCheckType(), {
          at: last.item.at,
          sound: last.item.details['sound'] === true,
          drifted: last.item.details['drifted'],
        });
  }

  @ShownField('source.read', () => SourceSearchType, {
    nullable: true,
    description: 'None where none of the last searches asked it.',
  })
  lastSearch(@Parent() { id }: SourceType, @Context() { viewer }: ApiContext): Promise<SourceSearchType | undefined> {
    return lastSearch(this.#desk, viewer.controller, id);
  }

  @ShownMutation('source.check', () => SourceCheckResult, { description: "Looks at a source now. Reads nobody's data." })
  checkSource(@Args('id', { type: () => ID }) id: string, @Context() { viewer, signal }: ApiContext): Promise<object> {
    return answer(checkSource(this.#desk, viewer, id, signal), (checked) => checked);
  }

  @ShownQuery('request.read', () => [PlannedSearchType], { description: 'What the search of a request would do.' })
  async plan(
    @Args('request', { type: () => ID }) id: string,
    @Context() { viewer, signal }: ApiContext,
  ): Promise<readonly PlannedSearchType[]> {
    const request = await this.#desk.store.transact(({ requests }) => requests.get(viewer.controller, id));
    if (request === undefined) throw notFound('request');
    const { run } = await searchFor(this.#desk, request, { signal });
    try {
      return (await run.plan()).collections.map((planned) => PlannedSearchType.of(planned));
    } finally {
      await run.close();
    }
  }
}
