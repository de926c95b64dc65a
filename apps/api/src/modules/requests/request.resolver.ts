import {
  attestIdentity,
  cancelRequest,
  clockOf,
  type DataRequest,
  endOf,
  lookAtAsked,
  matchPlace,
  openCaseFile,
  openRequest,
  outsideWords,
  refusalOf,
  pauseRequest,
  releaseRequest,
  resumeRequest,
  retrySearch,
  retrySource,
  reviewMatch,
  shredRequest,
  startSearch,
  type Viewer,
  type WorkDesk,
} from '@habeas/core';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { answer } from '../../platform/answer.js';
import { given } from '../../platform/given.js';
import { pageQuery } from '../../platform/page.type.js';
import { Seen, seeing } from '../../platform/seen.js';
import { ShownField, ShownMutation, ShownQuery } from '../../platform/shown.js';
import { AskedResult, AskedType } from './asked.types.js';
import { KnownIdentifierType } from '../findings/identifier.types.js';
import { DeadlinesType } from './deadline.types.js';
import { DecisionType } from './decision.type.js';
import { AttestationInput, OpenRequestInput, ReleaseInput, RequestPageArgs, ReviewInput } from './request.inputs.js';
import { MatchType } from './match.types.js';
import { newRequest, onceKey } from './open-input.js';
import { OutsideWordsType } from './outside-words.type.js';
import { requestConnection, requestType } from './request.mapper.js';
import { Languages } from './request.words.js';
import { RequestConnectionType, RequestResult, RequestType, StepType } from './request.types.js';

type Answer = Promise<InstanceType<typeof RequestType> | object>;

@Resolver(() => RequestType)
export class RequestResolver {
  readonly #desk: WorkDesk;

  constructor(installation: Installation) {
    this.#desk = installation.service.desk;
  }

  @ShownQuery('request.read', () => RequestType, { nullable: true, name: 'request' })
  async request(@Args('id', { type: () => ID }) id: string, @Context() { viewer }: ApiContext): Promise<RequestType | undefined> {
    const found = await this.#desk.store.transact(({ requests }) => requests.get(viewer.controller, id));
    return found === undefined ? undefined : requestType(found);
  }

  @ShownQuery('request.read', () => RequestConnectionType, {
    name: 'requests',
    description: 'By due date: by default the next first.',
  })
  async requests(@Args() args: RequestPageArgs, @Context() { viewer }: ApiContext): Promise<RequestConnectionType> {
    const filter = {
      ...(args.states === undefined || args.states === null ? {} : { states: args.states }),
      ...(args.dueBefore === undefined || args.dueBefore === null ? {} : { dueBefore: args.dueBefore }),
      ...(args.reference === undefined || args.reference === null ? {} : { referenceStart: args.reference }),
      latestFirst: args.order === 'last_due',
    };
    const page = pageQuery(args);
    return requestConnection(await this.#desk.store.transact(({ requests }) => requests.page(viewer.controller, filter, page)));
  }

  @ShownQuery('task.read', () => AskedResult, {
    description: 'What the requester gave and wrote. Needs a fresh proof that it is you, and is in the trail.',
  })
  asked(@Args('request', { type: () => ID }) request: string, @Context() { viewer }: ApiContext): Promise<object> {
    return answer(lookAtAsked(this.#desk, viewer, request), (file) => AskedType.of(file));
  }

  @ShownField('request.read', () => [StepType], { description: 'The work on it, with how far it is.' })
  async steps(@Parent() { row }: RequestType): Promise<readonly StepType[]> {
    const steps = await this.#desk.store.transact((transaction) => transaction.steps.of(row.controller, row.id));
    return steps.map((step) => StepType.of(step));
  }

  @ShownField('request.read', () => DeadlinesType, { description: 'By when it has to be answered, and why then.' })
  deadlines(
    @Parent() { row }: RequestType,
    @Args('language', { type: () => Languages, nullable: true, description: "By default the request's own." })
    language?: DataRequest['language'] | null,
  ): DeadlinesType {
    const { clocks, clock } = this.#desk;
    const settings = clocks.settingsOf(row.controller);
    return DeadlinesType.of(clockOf(row, settings), settings, clock.now(), language ?? row.language);
  }

  @ShownField('request.read', () => OutsideWordsType, { description: 'What others call where it stands.' })
  async outsideWords(@Parent() { row }: RequestType): Promise<OutsideWordsType> {
    const { store, clocks, clock } = this.#desk;
    const how = await store.transact(async (transaction) => ({
      ended: await endOf(transaction, row),
      refusedAs: await refusalOf(transaction, row),
    }));
    const look = { settings: clocks.settingsOf(row.controller), at: clock.now() };
    return OutsideWordsType.of(outsideWords(row, { ...look, ...given(how) }));
  }

  @ShownField('match.read', () => [MatchType])
  async matches(@Parent() { row }: RequestType): Promise<readonly MatchType[]> {
    if (row.caseFile === undefined) return [];
    const { matches, reviews } = await openCaseFile(this.#desk.vault, row);
    const said = new Map(reviews.map((review) => [matchPlace(review), review.verdict]));
    return matches.map((match) => MatchType.of(match, said.get(matchPlace(match))));
  }

  @ShownField('match.read', () => [KnownIdentifierType], {
    description: 'By what it was searched, and from which record that was learnt. Kept with its personal data.',
  })
  async identifiers(@Parent() { row }: RequestType): Promise<readonly KnownIdentifierType[]> {
    if (row.caseFile === undefined) return [];
    const { identifiers } = await openCaseFile(this.#desk.vault, row);
    return identifiers.map((identifier) => KnownIdentifierType.of(identifier));
  }

  @ShownField('match.read', () => [DecisionType], { description: 'Kept with its personal data: gone once it is shredded.' })
  async decisions(@Parent() { row }: RequestType): Promise<readonly DecisionType[]> {
    if (row.caseFile === undefined) return [];
    const { decisions } = await openCaseFile(this.#desk.vault, row);
    return decisions.map((decision) => DecisionType.of(decision));
  }

  @ShownMutation('request.open', () => RequestResult, { description: 'Opens a request. It is acknowledged when it is durable.' })
  openRequest(@Args('input') input: OpenRequestInput, @Context() { viewer }: ApiContext): Answer {
    return answer(this.#open(input, viewer), requestType);
  }

  @ShownMutation('request.attest', () => RequestResult)
  attestIdentity(
    @Args('id', { type: () => ID }) id: string,
    @Args('attestations', { type: () => [AttestationInput] }) attestations: readonly AttestationInput[],
    @Context() { viewer }: ApiContext,
  ): Answer {
    return answer(attestIdentity(this.#desk, viewer, id, attestations), requestType);
  }

  @ShownMutation('request.start', () => RequestResult)
  startRequest(@Args('id', { type: () => ID }) id: string, @Context() { viewer }: ApiContext): Answer {
    return answer(startSearch(this.#desk, viewer, id), requestType);
  }

  @ShownMutation('request.start', () => RequestResult, { description: 'Searches anew, after a fault was mended.' })
  retryRequest(@Args('id', { type: () => ID }) id: string, @Context() { viewer }: ApiContext): Answer {
    return answer(retrySearch(this.#desk, viewer, id), requestType);
  }

  @ShownMutation('request.start', () => RequestResult, {
    description: 'Searches one source anew, and what that leads to; what was found in the others stays as it is.',
  })
  retrySource(
    @Args('id', { type: () => ID }) id: string,
    @Args('source', { type: () => ID }) source: string,
    @Context() { viewer }: ApiContext,
  ): Answer {
    return answer(retrySource(this.#desk, viewer, id, source), requestType);
  }

  @ShownMutation('request.pause', () => RequestResult)
  pauseRequest(@Args('id', { type: () => ID }) id: string, @Context() { viewer }: ApiContext): Answer {
    return answer(pauseRequest(this.#desk, viewer, id), requestType);
  }

  @ShownMutation('request.pause', () => RequestResult, { description: 'Goes on where it was paused.' })
  resumeRequest(@Args('id', { type: () => ID }) id: string, @Context() { viewer }: ApiContext): Answer {
    return answer(resumeRequest(this.#desk, viewer, id), requestType);
  }

  @ShownMutation('match.review', () => RequestResult, { description: 'Decides about a match that waits for a human.' })
  reviewMatch(
    @Args('id', { type: () => ID }) id: string,
    @Args('review') review: ReviewInput,
    @Context() { viewer }: ApiContext,
  ): Answer {
    return answer(reviewMatch(this.#desk, viewer, id, review), requestType);
  }

  @ShownMutation('request.release', () => RequestResult, {
    description: 'Makes the archive available. Needs a fresh proof that it is you.',
  })
  releaseRequest(
    @Args('id', { type: () => ID }) id: string,
    @Args('release') { days, reason }: ReleaseInput,
    @Context() { viewer }: ApiContext,
    @Seen() seen?: number | null,
  ): Answer {
    const release = reason === undefined || reason === null ? { days } : { days, reason };
    return answer(releaseRequest(this.#desk, seeing(viewer, seen), id, release), requestType);
  }

  @ShownMutation('request.cancel', () => RequestResult)
  cancelRequest(
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
    @Context() { viewer }: ApiContext,
    @Seen() seen?: number | null,
  ): Answer {
    return answer(cancelRequest(this.#desk, seeing(viewer, seen), id, reason), requestType);
  }

  @ShownMutation('request.shred', () => RequestResult, {
    description: 'Destroys the personal data of a decided request, for good.',
  })
  shredRequest(@Args('id', { type: () => ID }) id: string, @Context() { viewer }: ApiContext): Answer {
    return answer(shredRequest(this.#desk, viewer, id), requestType);
  }

  async #open(input: OpenRequestInput, viewer: Viewer): Promise<DataRequest> {
    return openRequest(this.#desk, viewer, newRequest(input), onceKey(input));
  }
}
