import {
  checkKnownFacts,
  decideDocument,
  decideRepresentation,
  demandDocument,
  noteDoubt,
  openCaseFile,
  proofStanding,
  proofTermsOf,
  viewProofFacts,
  viewProvableFacts,
  type WorkDesk,
} from '@habeas/core';
import type { Language } from '@habeas/core/law';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { Seen, seeing } from '../../platform/seen.js';
import { ShownField, ShownMutation } from '../../platform/shown.js';
import { requestType } from '../requests/request.mapper.js';
import { RequestResult, RequestType } from '../requests/request.types.js';
import { Languages } from '../requests/request.words.js';
import { DocumentVerdictInput, ProportionalityInput } from './document.types.js';
import { FactsCheckResult, FactsCheckType, KnownFactInput, ProvableFactType } from './facts.types.js';
import { RepresentationInput, representationOf } from './representation.types.js';
import { DoubtInput, ProofType } from './proof.types.js';

type Answer = Promise<InstanceType<typeof RequestType> | object>;

/** How sure it is who asks, and what makes it less so. */
@Resolver(() => RequestType)
export class ProofResolver {
  readonly #desk: WorkDesk;

  constructor(private readonly installation: Installation) {
    this.#desk = installation.service.desk;
  }

  @ShownField('request.read', () => ProofType, { description: 'How sure it has to be who asks, how sure it is, and why.' })
  async proof(
    @Parent() { row }: RequestType,
    @Args('language', { type: () => Languages, nullable: true, description: "By default the request's own." })
    language?: Language | null,
  ): Promise<ProofType> {
    const register = this.installation.service.config.controllers.get(row.controller)?.register?.register;
    const { proofWords = [], documentDemands: demands = [] } = await openCaseFile(this.#desk.vault, row);
    const words = new Map(proofWords.map(({ about, text }) => [about, text]));
    const shown = { facts: viewProofFacts(row), words, demands, language: language ?? row.language };
    return ProofType.of(proofStanding(row, proofTermsOf(register)), shown);
  }

  @ShownField('proof.check', () => [ProvableFactType], {
    description: 'What the person can be asked about, without values. Empty unless its answer waits for its release.',
  })
  async provableFacts(
    @Parent() { row }: RequestType,
    @Args('language', { type: () => Languages, nullable: true, description: "By default the request's own." })
    language?: Language | null,
  ): Promise<readonly ProvableFactType[]> {
    const fields = await viewProvableFacts(this.#desk, row);
    return fields.map((field) => ProvableFactType.of(field, language ?? row.language));
  }

  @ShownMutation('proof.check', () => FactsCheckResult, {
    description: 'Compares what the person says with what was found; three times at most. Needs a fresh proof that it is you.',
  })
  checkKnownFacts(
    @Args('id', { type: () => ID }) id: string,
    @Args('facts', { type: () => [KnownFactInput] }) facts: readonly KnownFactInput[],
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(checkKnownFacts(this.#desk, viewer, id, facts), (check) => FactsCheckType.of(check));
  }

  @ShownMutation('request.ask', () => RequestResult, {
    description: 'Records a doubt with its reason: one level more has to be proved.',
  })
  noteDoubt(
    @Args('id', { type: () => ID }) id: string,
    @Args('doubt') { because, text }: DoubtInput,
    @Context() { viewer }: ApiContext,
    @Seen() seen?: number | null,
  ): Answer {
    return answer(noteDoubt(this.#desk, seeing(viewer, seen), id, { because, text }), requestType);
  }

  @ShownMutation('proof.document', () => RequestResult, {
    description: 'Asks for a document, where a doubt is recorded and nothing less suffices. Needs a fresh proof that it is you.',
  })
  demandDocument(
    @Args('id', { type: () => ID }) id: string,
    @Args('why') why: ProportionalityInput,
    @Context() { viewer }: ApiContext,
  ): Answer {
    return answer(demandDocument(this.#desk, viewer, id, why), requestType);
  }

  @ShownMutation('proof.document', () => RequestResult, {
    description: 'Decides about the document that you have looked at, and deletes it. Needs a fresh proof that it is you.',
  })
  decideDocument(
    @Args('id', { type: () => ID }) id: string,
    @Args('verdict') { kind, outcome }: DocumentVerdictInput,
    @Context() { viewer }: ApiContext,
  ): Answer {
    return answer(decideDocument(this.#desk, viewer, id, { kind, outcome }), requestType);
  }

  @ShownMutation('proof.represent', () => RequestResult, {
    description: 'Decides whether somebody may act for another, and whom the answer goes to. Needs a fresh proof that it is you.',
  })
  decideRepresentation(
    @Args('id', { type: () => ID }) id: string,
    @Args('representation') representation: RepresentationInput,
    @Context() { viewer }: ApiContext,
    @Seen() seen?: number | null,
  ): Answer {
    const register = this.installation.service.config.controllers.get(viewer.controller)?.register?.register;
    const decided = { decision: representationOf(representation), jurisdiction: register?.jurisdiction ?? '' };
    return answer(decideRepresentation(this.#desk, seeing(viewer, seen), id, decided), requestType);
  }
}
