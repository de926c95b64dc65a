import { type DataRequest, endTask, lookAtTask, takeFileBack, UNDECIDED, type WorkDesk } from '@habeas/core';
import { Args, Context, createUnionType, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { given } from '../../platform/given.js';
import { PageArgs, pageQuery } from '../../platform/page.type.js';
import { RefusalType } from '../../platform/refusal.type.js';
import { ShownField, ShownMutation, ShownQuery } from '../../platform/shown.js';
import { requestConnection, requestType } from '../requests/request.mapper.js';
import { RequestConnectionType, RequestResult, RequestType } from '../requests/request.types.js';
import { Languages } from '../requests/request.words.js';
import { ManualTaskType, TaskEndInput, TaskToDoType } from './task.types.js';

const TaskResult = createUnionType({
  name: 'TaskResult',
  types: () => [TaskToDoType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : TaskToDoType),
});

/** What people search by hand (SCP-07). */
@Resolver(() => RequestType)
export class TaskResolver {
  readonly #desk: WorkDesk;

  constructor(installation: Installation) {
    this.#desk = installation.service.desk;
  }

  @ShownField('request.read', () => [ManualTaskType], { description: 'What people search by hand for it.' })
  tasks(@Parent() { row }: RequestType): readonly ManualTaskType[] {
    return (row.tasks ?? []).map((task) => ManualTaskType.of(task));
  }

  @ShownQuery('task.read', () => RequestConnectionType, {
    description: 'The undecided requests with a task that is open, by due date.',
  })
  async openTasks(@Args() args: PageArgs, @Context() { viewer }: ApiContext): Promise<RequestConnectionType> {
    const filter = { states: UNDECIDED, hasOpenTask: true };
    const page = pageQuery(args);
    return requestConnection(await this.#desk.store.transact(({ requests }) => requests.page(viewer.controller, filter, page)));
  }

  @ShownQuery('task.read', () => TaskResult, {
    description: 'What is to be done, and for whom. Needs a fresh proof that it is you, and is in the trail.',
  })
  async task(
    @Args('request', { type: () => ID }) request: string,
    @Args('task', { type: () => ID }) task: string,
    @Args('language', { type: () => Languages, nullable: true, description: 'By default English.' })
    language: DataRequest['language'] | null | undefined,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(lookAtTask(this.#desk, viewer, { request, task }), (seen) => TaskToDoType.of(seen, language ?? 'en'));
  }

  @ShownMutation('task.end', () => RequestResult, {
    description: 'Ends a task with a signed statement. Needs a fresh proof that it is you.',
  })
  endTask(
    @Args('id', { type: () => ID }) id: string,
    @Args('task', { type: () => ID }) task: string,
    @Args('end') { outcome, isStated, reason, rows }: TaskEndInput,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    const report = { outcome, isStated, ...given({ reason, rows }) };
    return answer(endTask(this.#desk, viewer, { request: id, task }, report), requestType);
  }

  @ShownMutation('task.end', () => RequestResult, {
    description:
      'Takes a file of an open task back: its content is gone. Files are handed in by POST /requests/ID/tasks/TASK/files/COLLECTION. Needs a fresh proof that it is you.',
  })
  takeTaskFileBack(
    @Args('id', { type: () => ID }) id: string,
    @Args('task', { type: () => ID }) task: string,
    @Args('file', { type: () => ID }) file: string,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(takeFileBack(this.#desk, viewer, { request: id, task }, file), requestType);
  }
}
