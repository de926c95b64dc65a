import { deleteReceived, orderTransmission, viewReceived, type WorkDesk } from '@habeas/core';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { ShownField, ShownMutation, ShownQuery } from '../../platform/shown.js';
import { receiversOf } from '../../subjects/transmissions-view.js';
import { requestType } from '../requests/request.mapper.js';
import { RequestResult, RequestType } from '../requests/request.types.js';
import {
  namedIn,
  ReceivedTransmissionResult,
  ReceivedTransmissionType,
  TransmissionInput,
  TransmissionReceiverType,
  TransmissionType,
} from './transmission.types.js';

/** Data that subjects have sent to other controllers, and what other controllers have sent here (Art. 20(2)). */
@Resolver(() => RequestType)
export class TransmissionResolver {
  readonly #desk: WorkDesk;

  constructor({ service }: Installation) {
    this.#desk = service.desk;
  }

  @ShownField('request.read', () => [TransmissionType], {
    description: 'What its subject has told to send to other controllers, in that order, and what became of it.',
  })
  transmissions(@Parent() { row }: RequestType): readonly TransmissionType[] {
    return (row.transmissions ?? []).map((each) => TransmissionType.of(each));
  }

  @ShownQuery('request.read', () => [TransmissionReceiverType], {
    description: 'To whom data of subjects can be sent, as service.yaml lists it.',
  })
  transmissionReceivers(@Context() { viewer }: ApiContext): readonly TransmissionReceiverType[] {
    return receiversOf(this.#desk, viewer.controller).map((each) => TransmissionReceiverType.of(each));
  }

  @ShownQuery('received.read', () => [ReceivedTransmissionType], {
    description: 'What other controllers have sent and is still here.',
  })
  async receivedTransmissions(@Context() { viewer }: ApiContext): Promise<readonly ReceivedTransmissionType[]> {
    return (await viewReceived(this.#desk, viewer)).map((each) => ReceivedTransmissionType.of(each));
  }

  @ShownMutation('transmission.order', () => RequestResult, {
    description:
      'Has the portable data of a released request sent to another controller, as its subject has said. Needs a fresh proof. Where it is not feasible the subject is told why.',
  })
  orderTransmission(
    @Args('id', { type: () => ID }) id: string,
    @Args('transmission') transmission: TransmissionInput,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    const { instruction } = transmission;
    return answer(orderTransmission(this.#desk, viewer, id, { ...namedIn(transmission), instruction }), requestType);
  }

  @ShownMutation('received.delete', () => ReceivedTransmissionResult, {
    description: 'Deletes what another controller has sent: once it is in your own systems, or was never wanted.',
  })
  deleteReceivedTransmission(@Args('id', { type: () => ID }) id: string, @Context() { viewer }: ApiContext): Promise<object> {
    return answer(deleteReceived(this.#desk, viewer, id), (received) => ReceivedTransmissionType.of(received));
  }
}
