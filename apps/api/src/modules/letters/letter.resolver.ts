import { createHash } from 'node:crypto';
import { Secret } from '@habeas/connector-sdk';
import { type DataRequest, keepLetter, openCaseFile, Refused, type Viewer, type WorkDesk } from '@habeas/core';
import { composeLetter, type LetterFacts, type LetterKind, letterSender, renderHtml, renderText } from '@habeas/report';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { ShownField, ShownMutation, ShownQuery } from '../../platform/shown.js';
import { requestType } from '../requests/request.mapper.js';
import { RequestResult, RequestType } from '../requests/request.types.js';
import { knownFacts } from './letter-facts.js';
import { LetterInput, LetterPreviewResult, LetterPreviewType, LetterType } from './letter.types.js';

/** The letters of a request: previews, and what was written. */
@Resolver(() => RequestType)
export class LetterResolver {
  readonly #desk: WorkDesk;

  constructor(private readonly installation: Installation) {
    this.#desk = installation.service.desk;
  }

  @ShownField('match.read', () => [LetterType], { description: 'Kept with its personal data: gone once it is shredded.' })
  async letters(@Parent() { row }: RequestType): Promise<readonly LetterType[]> {
    if (row.caseFile === undefined) return [];
    const { letters = [] } = await openCaseFile(this.#desk.vault, row);
    return letters.map((letter, index) => LetterType.of(letter, index));
  }

  @ShownQuery('match.read', () => LetterPreviewResult, { description: 'A letter as it would go out, or what is missing for it.' })
  letterPreview(
    @Args('id', { type: () => ID }) id: string,
    @Args('letter') letter: LetterInput,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(this.#write(viewer, id, letter), ({ kind, title, html, text }) =>
      Object.assign(new LetterPreviewType(), { kind, title, html, text }),
    );
  }

  @ShownMutation('match.review', () => RequestResult, {
    description: 'Writes a letter for good. It is sent by whoever answers the person.',
  })
  writeLetter(
    @Args('id', { type: () => ID }) id: string,
    @Args('letter') letter: LetterInput,
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(this.#keep(viewer, id, letter), requestType);
  }

  async #keep(viewer: Viewer, id: string, letter: LetterInput): Promise<DataRequest> {
    const { kind, language, html } = await this.#write(viewer, id, letter);
    const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
    return keepLetter({ ...this.#desk, digest }, viewer, id, { kind, language, html });
  }

  async #write(viewer: Viewer, id: string, { kind, facts, language: asked, addressee }: LetterInput): Promise<WrittenLetter> {
    const request = await this.#desk.store.transact(({ requests }) => requests.get(viewer.controller, id));
    if (request === undefined) throw new Refused('NOT_FOUND', 'There is no such request.');
    const config = this.installation.service.config.controllers.get(viewer.controller);
    if (config?.register === undefined) {
      throw new Refused(
        'WRONG_STATE',
        'Letters need a register: who writes, and to whom to complain.',
        'Name one as controller.register.',
      );
    }
    const { register } = config.register;
    const language = asked ?? request.language;
    const subject = { request, register, timeZone: config.controller.timeZone, language };
    const known = await knownFacts(this.#desk, kind, subject);
    const name = addressee === undefined || addressee === null ? {} : { addressee: new Secret(addressee) };
    // What is given is as unsure as any input: the letter itself reads it, and refuses what it lacks.
    const given = { ...known, ...name, ...parsed(facts) } as unknown as LetterFacts<LetterKind>;
    const document = composeLetter(kind, given, letterSender(register, config.wording), language);
    return { kind, language, title: document.title, html: [...renderHtml(document)].join(''), text: renderText(document) };
  }
}

interface WrittenLetter {
  readonly kind: LetterKind;
  readonly language: DataRequest['language'];
  readonly title: string;
  readonly html: string;
  readonly text: string;
}

function parsed(facts: string | null | undefined): Readonly<Record<string, unknown>> {
  if (facts === undefined || facts === null) return {};
  const value = parse(facts);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notAnObject();
  return value as Readonly<Record<string, unknown>>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notAnObject();
  }
}

function notAnObject(): Refused {
  return new Refused(
    'INVALID_INPUT',
    'The facts are no JSON object.',
    'Write {"reason": …}; docs/letters.md names the facts of each letter.',
  );
}
