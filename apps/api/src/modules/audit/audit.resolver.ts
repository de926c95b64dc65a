import type { WorkDesk } from '@habeas/core';
import { Args, ArgsType, Context, Field, ID, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { PageArgs, PageInfoType, pageQuery } from '../../platform/page.type.js';
import { ShownQuery } from '../../platform/shown.js';
import { verifyChain } from '../../persistence/index.js';
import { AuditConnectionType, AuditEntryType, type ChainVerdict, TrailVerdictType } from './audit.types.js';

@ArgsType()
class AuditPageArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only what was done to this request.' })
  readonly request?: string | null;

  @Field(() => String, { nullable: true })
  readonly action?: string | null;
}

@Resolver(() => AuditEntryType)
export class AuditResolver {
  readonly #desk: WorkDesk;
  /** It reads every entry there is: those who ask at once get the same answer. */
  #verifying: Promise<ChainVerdict> | undefined;

  constructor(private readonly installation: Installation) {
    this.#desk = installation.service.desk;
  }

  @ShownQuery('audit.read', () => TrailVerdictType, {
    description:
      'Verifies the chain of the trail, from its first entry to the last that has its place. That is in the trail too.',
  })
  async trailVerdict(@Context() { viewer }: ApiContext): Promise<TrailVerdictType> {
    const { store, trailKey } = this.installation.service;
    this.#verifying ??= verifyChain(store, undefined, { keys: [trailKey.verifier] }).finally(() => {
      this.#verifying = undefined;
    });
    const verdict = TrailVerdictType.of(await this.#verifying, this.#desk.clock.now());
    await this.#desk.store.transact(({ audit }) =>
      audit.add({
        id: this.#desk.ids.next('aud'),
        controller: viewer.controller,
        actor: viewer.actor,
        action: 'audit.verify',
        object: { type: 'trail', id: 'trail' },
        outcome: 'done',
        details: { holds: verdict.holds },
      }),
    );
    return verdict;
  }

  @ShownQuery('audit.read', () => AuditConnectionType, {
    description: 'What happened, the latest first. Reading it is in it too.',
  })
  async auditTrail(@Args() args: AuditPageArgs, @Context() { viewer }: ApiContext): Promise<AuditConnectionType> {
    const { request, action } = args;
    const filter = {
      ...(request === undefined || request === null ? {} : { object: { type: 'request', id: request } }),
      ...(action === undefined || action === null ? {} : { action }),
    };
    const query = pageQuery(args);
    const page = await this.#desk.store.transact(async ({ audit, requests }) => {
      // What a client sends in place of an id may be anything: the trail names only what there is
      const named =
        request === undefined || request === null ? '*' : ((await requests.get(viewer.controller, request))?.id ?? '-');
      const found = await audit.page(viewer.controller, filter, query);
      await audit.add({
        id: this.#desk.ids.next('aud'),
        controller: viewer.controller,
        actor: viewer.actor,
        action: 'audit.read',
        object: { type: 'request', id: named },
        outcome: 'done',
        details: { entries: found.items.length },
      });
      return found;
    });
    const edges = page.items.map(({ cursor, item }) => ({ cursor, node: AuditEntryType.of(item) }));
    return Object.assign(new AuditConnectionType(), { edges, pageInfo: new PageInfoType(page), totalCount: page.total });
  }
}
