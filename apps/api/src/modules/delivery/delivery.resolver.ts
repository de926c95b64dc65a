import { createHash } from 'node:crypto';
import { Secret } from '@habeas/connector-sdk';
import {
  type AccountOfSubject,
  type AnswerChannel,
  channelOf,
  chooseChannel,
  choosePacking,
  type ClaimedRequest,
  handOver,
  type OnceKey,
  type Packing,
  renewClaimCode,
  renewLink,
  revokeLink,
  type Viewer,
  wantedPacking,
  type WorkDesk,
} from '@habeas/core';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { ShownField, ShownMutation } from '../../platform/shown.js';
import { readAssertion } from '../../subjects/account-assertion.js';
import { newRequest, onceKey } from '../requests/open-input.js';
import { OpenRequestInput } from '../requests/request.inputs.js';
import { requestType } from '../requests/request.mapper.js';
import { RequestResult, RequestType } from '../requests/request.types.js';
import { DeliveryType, HandedOverType, HandOverResult, PackedArchiveType, PackingResult } from './delivery.types.js';
import { AnswerChannels, Packings } from './delivery.words.js';

/** Requests that fulfil themselves, and the links by which answers reach their subjects. */
@Resolver(() => RequestType)
export class DeliveryResolver {
  readonly #desk: WorkDesk;

  constructor(private readonly installation: Installation) {
    this.#desk = installation.service.desk;
  }

  @ShownField('request.read', () => DeliveryType, { nullable: true, description: 'Nothing where the subject has no claim code.' })
  async delivery(@Parent() { row }: RequestType): Promise<DeliveryType | undefined> {
    const delivery = await this.#desk.store.transact(({ deliveries }) => deliveries.get(row.controller, row.id));
    return delivery === undefined ? undefined : DeliveryType.of(delivery, row);
  }

  @ShownField('request.read', () => AnswerChannels, {
    description: 'How its subject wants the answer. What does not go by a link is handed out by a person, after the release.',
  })
  channel(@Parent() { row }: RequestType): AnswerChannel {
    return channelOf(row);
  }

  @ShownField('request.read', () => Packings, {
    description:
      'As what its file is offered where nobody chooses otherwise: as its subject has asked, and locked where it holds special categories (SPC-03).',
  })
  wantedPacking(@Parent() { row }: RequestType): Packing {
    return wantedPacking(row);
  }

  @ShownMutation('delivery.choose', () => RequestResult, {
    description:
      'Notes how the subject wants the answer, before it is given (DEL-02). What a person hands out never goes out by itself.',
  })
  chooseChannel(
    @Args('id', { type: () => ID }) id: string,
    @Args('channel', { type: () => AnswerChannels }) channel: AnswerChannel,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(chooseChannel(this.#desk, viewer, id, channel), requestType);
  }

  @ShownMutation('request.handOver', () => HandOverResult, {
    description:
      'Opens a request that is searched at once and, where the gate is open, answered with nobody touching it. A repeated call gives a new claim code.',
  })
  handOverRequest(
    @Args('input') input: OpenRequestInput,
    @Context() { viewer }: ApiContext,
    @Args('assertion', {
      type: () => String,
      nullable: true,
      description: 'Of your own site: a JWT for the signed-in account of the person. What it names is proved.',
    })
    assertion?: string | null,
  ): Promise<object> {
    return answer(this.#handedOver(input, viewer, assertion ?? undefined), (result) => HandedOverType.of(result));
  }

  @ShownMutation('delivery.renew', () => HandOverResult, {
    description:
      'Gives the subject a new claim code, to be told by another way than the link goes. What is released gets a new link.',
  })
  renewClaimCode(@Args('id', { type: () => ID }) id: string, @Context() { viewer }: ApiContext): Promise<object> {
    return answer(renewClaimCode(this.#desk, viewer, id), (result) => HandedOverType.of(result));
  }

  @ShownMutation('delivery.renew', () => RequestResult, { description: 'Sends the subject a new link in place of the last one.' })
  renewLink(@Args('id', { type: () => ID }) id: string, @Context() { viewer }: ApiContext): Promise<object> {
    return answer(renewLink(this.#desk, viewer, id), requestType);
  }

  @ShownMutation('delivery.revoke', () => RequestResult, {
    description: 'Takes the link back: nothing can be fetched by it any more.',
  })
  revokeLink(@Args('id', { type: () => ID }) id: string, @Context() { viewer }: ApiContext): Promise<object> {
    return answer(revokeLink(this.#desk, viewer, id), requestType);
  }

  @ShownMutation('delivery.pack', () => PackingResult, {
    description:
      'Has a released archive locked with a passphrase (or plain again), for whoever fetches it by the link. The passphrase is told here only.',
  })
  packArchive(
    @Args('id', { type: () => ID }) id: string,
    @Args('packing', { type: () => Packings }) packing: Packing,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(choosePacking(this.#desk, viewer, id, packing), (choice) => PackedArchiveType.of(choice));
  }

  async #handedOver(input: OpenRequestInput, viewer: Viewer, assertion: string | undefined): Promise<ClaimedRequest> {
    const once = onceKey(input);
    if (assertion === undefined) return handOver(this.#desk, viewer, newRequest(input), once);
    const accounts = this.installation.service.config.accounts.get(viewer.controller);
    const account = await readAssertion(new Secret(assertion), { accounts, now: this.#desk.clock.now() });
    return handOver(this.#desk, viewer, newRequest(input), { ...onceFor(once, account), account });
  }
}

/** The same call for another account is another call. */
function onceFor({ key, fingerprint }: OnceKey, { identifiers }: AccountOfSubject): OnceKey {
  const content = `${fingerprint} ${JSON.stringify(identifiers)}`;
  return { key, fingerprint: createHash('sha256').update(content).digest('hex') };
}
