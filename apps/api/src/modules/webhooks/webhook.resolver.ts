import { sendWebhookAgain, viewEndpoints, viewFailedCalls, viewWebhooks, type WorkDesk } from '@habeas/core';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import type { WebhookConfig } from '../../config/webhook-config.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { ShownField, ShownMutation, ShownQuery } from '../../platform/shown.js';
import { requestType } from '../requests/request.mapper.js';
import { RequestResult, RequestType } from '../requests/request.types.js';
import { FailedWebhookCallType, WebhookCallType, WebhookEndpointType } from './webhook.types.js';

/** How many failed calls are told of at once; more are counted with their endpoints. */
const MOST_FAILED = 50;

/** What the controller's own systems are told of its requests. */
@Resolver(() => RequestType)
export class WebhookResolver {
  readonly #desk: WorkDesk;
  readonly #endpoints: WebhookConfig;

  constructor({ service }: Installation) {
    this.#desk = service.desk;
    this.#endpoints = service.config.webhooks;
  }

  @ShownField('request.read', () => [WebhookCallType], {
    description: 'What endpoints are told of it, in the order in which things happened.',
  })
  async webhookCalls(@Parent() { row }: RequestType): Promise<readonly WebhookCallType[]> {
    const views = await this.#desk.store.transact((transaction) => viewWebhooks(transaction, row));
    return views.map((view) => WebhookCallType.of(view));
  }

  @ShownQuery('settings.read', () => [WebhookEndpointType])
  async webhookEndpoints(@Context() { viewer }: ApiContext): Promise<readonly WebhookEndpointType[]> {
    const { controller } = viewer;
    const configured = this.#endpoints.get(controller) ?? [];
    const views = await this.#desk.store.transact((transaction) => viewEndpoints(transaction, controller, configured));
    return views.map((view) => WebhookEndpointType.of(view));
  }

  @ShownQuery('request.read', () => [FailedWebhookCallType], {
    description: 'Calls that failed, the last first: 50 at most.',
  })
  async failedWebhookCalls(@Context() { viewer }: ApiContext): Promise<readonly FailedWebhookCallType[]> {
    const views = await this.#desk.store.transact((transaction) => viewFailedCalls(transaction, viewer.controller, MOST_FAILED));
    return views.map((view) => FailedWebhookCallType.of(view));
  }

  @ShownMutation('webhook.send', () => RequestResult, {
    description: 'Makes a call again that failed, or that its receiver has lost: under the same id, after what waits already.',
  })
  sendWebhookAgain(
    @Args('id', { type: () => ID }) id: string,
    @Args('call', { type: () => ID }) call: string,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(sendWebhookAgain(this.#desk, viewer, id, call), requestType);
  }
}
