import { viewFigures } from '@habeas/core';
import type { LocalDate as Day } from '@habeas/core/law';
import { printVerifierKey } from '@habeas/vault';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { LocalDate } from '../../platform/local-date.scalar.js';
import { ShownQuery } from '../../platform/shown.js';
import { EvidenceBundleType } from './evidence.types.js';
import { FiguresResult, FiguresType } from './figures.types.js';

@Resolver(() => EvidenceBundleType)
export class EvidenceResolver {
  constructor(private readonly installation: Installation) {}

  @ShownQuery('evidence.export', () => EvidenceBundleType, {
    nullable: true,
    description: 'The proof of how a request was handled, for an authority: of any request, also after it was shredded.',
  })
  async evidenceBundle(
    @Args('request', { type: () => ID }) id: string,
    @Context() { viewer }: ApiContext,
  ): Promise<EvidenceBundleType | undefined> {
    const { desk, trailKey } = this.installation.service;
    const found = await desk.store.transact(({ requests }) => requests.get(viewer.controller, id));
    return found === undefined ? undefined : EvidenceBundleType.of(found.id, printVerifierKey(trailKey.verifier));
  }

  @ShownQuery('figures.read', () => FiguresResult, {
    description: 'How requests were handled, by the month in which they were received: of three years at most.',
  })
  figures(
    @Args('from', { type: () => LocalDate }) from: Day,
    @Args('to', { type: () => LocalDate }) to: Day,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(viewFigures(this.installation.service.desk, viewer, { from, to }), (months) => FiguresType.of(months));
  }
}
