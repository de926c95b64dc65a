import {
  answerQuestion,
  askQuestion,
  type ClockLook,
  correctReceipt,
  type DataRequest,
  extendRequest,
  endOtherRight,
  linkReminder,
  noteOtherRights,
  openCaseFile,
  viewAgenda,
  viewExtension,
  viewOtherRights,
  viewQuestions,
  viewReminders,
  type WorkDesk,
} from '@habeas/core';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext, ApiViewer } from '../../platform/api-viewer.js';
import { given } from '../../platform/given.js';
import { Seen, seeing } from '../../platform/seen.js';
import { ShownField, ShownMutation } from '../../platform/shown.js';
import { requestType } from '../requests/request.mapper.js';
import { RequestResult, RequestType } from '../requests/request.types.js';
import {
  AnswerInput,
  ExtensionInput,
  extensionOf,
  OtherRightEndInput,
  OtherRightsInput,
  QuestionInput,
  questionOf,
  ReceiptInput,
  ReminderInput,
} from './clock.inputs.js';
import { AgendaEntryType, ExtensionType, OtherRightType, QuestionType, ReminderType } from './clock.types.js';

type Answer = Promise<InstanceType<typeof RequestType> | object>;

/** What the dates of a request depend on, and what is to be done by them. */
@Resolver(() => RequestType)
export class ClockResolver {
  readonly #desk: WorkDesk;

  constructor(private readonly installation: Installation) {
    this.#desk = installation.service.desk;
  }

  @ShownField('request.read', () => [QuestionType], { description: 'To the subject, in the order they were asked.' })
  async questions(@Parent() { row }: RequestType): Promise<readonly QuestionType[]> {
    const file = await openCaseFile(this.#desk.vault, row);
    return viewQuestions(row, file, this.#look(row)).map((question) => QuestionType.of(question));
  }

  @ShownField('request.read', () => ExtensionType, { nullable: true })
  extension(@Parent() { row }: RequestType): ExtensionType | undefined {
    const extension = viewExtension(row, this.#look(row).settings);
    return extension && ExtensionType.of(extension);
  }

  @ShownField('request.read', () => [ReminderType], { description: 'Of the subject, in the order they were noted.' })
  async reminders(@Parent() { row }: RequestType): Promise<readonly ReminderType[]> {
    const file = await openCaseFile(this.#desk.vault, row);
    return viewReminders(row, file).map((reminder) => ReminderType.of(reminder));
  }

  @ShownField('request.read', () => [OtherRightType], {
    description: 'What else the same message asks for, in the order it was noted.',
  })
  async otherRights(@Parent() { row }: RequestType): Promise<readonly OtherRightType[]> {
    const file = await openCaseFile(this.#desk.vault, row);
    return viewOtherRights(row, file, this.#look(row)).map((task) => OtherRightType.of(task));
  }

  @ShownField('request.read', () => [AgendaEntryType], {
    description: 'What is to be done and when; once it is decided, only what a breach asks for.',
  })
  agenda(@Parent() { row }: RequestType): readonly AgendaEntryType[] {
    return viewAgenda(row, this.#look(row)).map((entry) => AgendaEntryType.of(entry));
  }

  @ShownMutation('request.ask', () => RequestResult, { description: 'Notes a question to the subject: the clock stands still.' })
  askQuestion(
    @Args('id', { type: () => ID }) id: string,
    @Args('question') question: QuestionInput,
    @Context() { viewer }: ApiContext,
  ): Answer {
    return answer(askQuestion(this.#desk, asker(viewer), id, questionOf(question)), requestType);
  }

  @ShownMutation('request.ask', () => RequestResult, { description: 'Notes the answer to the open question: the clock goes on.' })
  answerQuestion(
    @Args('id', { type: () => ID }) id: string,
    @Args('answer') { scope, text, answeredAt }: AnswerInput,
    @Context() { viewer }: ApiContext,
  ): Answer {
    return answer(answerQuestion(this.#desk, asker(viewer), id, given({ scope, text, answeredAt })), requestType);
  }

  @ShownMutation('request.extend', () => RequestResult, {
    description: 'Decides that it takes longer, once, and notes the notice that was sent in the first month.',
  })
  extendRequest(
    @Args('id', { type: () => ID }) id: string,
    @Args('extension') extension: ExtensionInput,
    @Context() { viewer }: ApiContext,
    @Seen() seen?: number | null,
  ): Answer {
    const contact = this.installation.service.config.controllers.get(viewer.controller)?.controller.contact;
    return answer(extendRequest(this.#desk, asker(seeing(viewer, seen)), id, extensionOf(extension, contact)), requestType);
  }

  @ShownMutation('request.correct', () => RequestResult, {
    description: 'Corrects when it reached the controller: all dates are computed anew.',
  })
  correctReceipt(
    @Args('id', { type: () => ID }) id: string,
    @Args('receipt') { receivedAt, reason }: ReceiptInput,
    @Context() { viewer }: ApiContext,
  ): Answer {
    return answer(correctReceipt(this.#desk, asker(viewer), id, { receivedAt, reason }), requestType);
  }

  @ShownMutation('request.ask', () => RequestResult, { description: 'Links a reminder of the subject: no date moves.' })
  linkReminder(
    @Args('id', { type: () => ID }) id: string,
    @Args('reminder') { text, receivedAt }: ReminderInput,
    @Context() { viewer }: ApiContext,
  ): Answer {
    return answer(linkReminder(this.#desk, asker(viewer), id, given({ text, receivedAt })), requestType);
  }

  @ShownMutation('request.ask', () => RequestResult, {
    description: 'Notes what else the same message asks for: each is a task of its own, with the same receipt, done outside.',
  })
  noteOtherRights(
    @Args('id', { type: () => ID }) id: string,
    @Args('noted') { rights, text }: OtherRightsInput,
    @Context() { viewer }: ApiContext,
  ): Answer {
    return answer(noteOtherRights(this.#desk, viewer, id, { rights, ...given({ text }) }), requestType);
  }

  @ShownMutation('request.ask', () => RequestResult, { description: 'Notes how one of these tasks ended.' })
  endOtherRight(
    @Args('id', { type: () => ID }) id: string,
    @Args('end') { right, outcome, isWishedFirst, text }: OtherRightEndInput,
    @Context() { viewer }: ApiContext,
  ): Answer {
    return answer(endOtherRight(this.#desk, viewer, id, { right, outcome, ...given({ isWishedFirst, text }) }), requestType);
  }

  #look({ controller }: DataRequest): ClockLook {
    const { clocks, clock } = this.#desk;
    return { settings: clocks.settingsOf(controller), at: clock.now() };
  }
}

function asker(viewer: ApiViewer): ApiViewer & { readonly isDpo: boolean } {
  return { ...viewer, isDpo: viewer.roles.includes('dpo') };
}
