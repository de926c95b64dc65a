import type { CaseLetter, DataRequest } from '@habeas/core';
import { LETTER_KINDS, type LetterKind } from '@habeas/report';
import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { RefusalType } from '../../platform/refusal.type.js';
import { Shown } from '../../platform/shown.js';
import { Languages } from '../requests/request.words.js';

/** The kinds of letters as an enumeration of the schema. */
export const LetterKinds = Object.fromEntries(LETTER_KINDS.map((kind) => [kind, kind])) as {
  readonly [Kind in LetterKind]: Kind;
};
registerEnumType(LetterKinds, {
  name: 'LetterKind',
  description: 'What a letter is for; docs/letters.md says what each has to know.',
});

@InputType('LetterInput')
export class LetterInput {
  @Field(() => LetterKinds)
  readonly kind!: LetterKind;

  @Field(() => Languages, { nullable: true, description: "By default the request's own." })
  readonly language?: DataRequest['language'] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A JSON object: what the service does not know by itself, or what is to stand in its place. A letter that lacks something is refused, and the refusal names it.',
  })
  readonly facts?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the person, for the salutation.' })
  readonly addressee?: string | null;
}

@ObjectType('LetterPreview', { description: 'A letter as it would go out. It is kept nowhere.' })
export class LetterPreviewType {
  @Shown('match.read', () => LetterKinds)
  readonly kind!: string;

  @Shown('match.read', () => String)
  readonly title!: string;

  @Shown('match.read', () => String, { description: 'The whole page, to be shown in a frame of its own.' })
  readonly html!: string;

  @Shown('match.read', () => String, { description: 'The same as plain text.' })
  readonly text!: string;
}

@ObjectType('Letter', { description: 'A letter that was written: sealed with the request, and in the trail by its digest.' })
export class LetterType {
  @Shown('match.read', () => Int, { description: 'Its number in the request, from 1.' })
  readonly number!: number;

  @Shown('match.read', () => String)
  readonly kind!: string;

  @Shown('match.read', () => Languages)
  readonly language!: string;

  @Shown('match.read', () => String)
  readonly html!: string;

  @Shown('match.read', () => String)
  readonly sha256!: string;

  @Shown('match.read', () => String)
  readonly by!: string;

  @Shown('match.read', () => DateTime)
  readonly at!: Date;

  static of({ kind, language, html, sha256, by, at }: CaseLetter, index: number): LetterType {
    return Object.assign(new LetterType(), { number: index + 1, kind, language, html, sha256, by, at: new Date(at) });
  }
}

export const LetterPreviewResult = createUnionType({
  name: 'LetterPreviewResult',
  types: () => [LetterPreviewType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : LetterPreviewType),
});
