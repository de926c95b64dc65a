import type { Directed, Directive, DirectiveFacts, DirectiveKind } from '@habeas/core';
import { type LocalDate as Day, localDate } from '@habeas/core/law';
import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { given } from '../../platform/given.js';
import { LocalDate } from '../../platform/local-date.scalar.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';

const Kinds = words<DirectiveKind>({ general: true, specific: true });
const Directs = words<Directed>({ nothing: true, recipients: true, close: true, erase: true });

registerEnumType(Kinds, { name: 'DirectiveKind', description: 'For all that somebody has, or for one controller.' });
registerEnumType(Directs, {
  name: 'Directed',
  description: 'That nobody has the data; that named people have them; that the account is closed; that they are erased.',
});

@InputType('DirectiveInput', { description: 'What a deceased person has directed (French law of 1978, Art. 84 to 86).' })
export class DirectiveInput {
  @Field(() => Kinds)
  readonly kind!: DirectiveKind;

  @Field(() => Directs)
  readonly directs!: Directed;

  @Field(() => LocalDate)
  readonly givenOn!: string;

  @Field(() => String, { nullable: true, description: 'Of a general one: where it is registered.' })
  readonly register?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Of a specific one: when they consented to it by itself. Terms of use are no such consent: without one it does not count.',
  })
  readonly consentOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Who is to have the data.' })
  readonly recipients?: string | null;

  @Field(() => String, { nullable: true, description: 'Who is to carry it out.' })
  readonly executor?: string | null;

  @Field(() => LocalDate, { nullable: true })
  readonly revokedOn?: string | null;
}

/** The directive that an input stands for. */
export function directiveOf({ kind, directs, ...input }: DirectiveInput): Directive {
  const { givenOn, consentOn, revokedOn, register, recipients, executor } = input;
  const days = { consentOn: dayOf(consentOn), revokedOn: dayOf(revokedOn) };
  return { kind, directs, givenOn: localDate(givenOn), ...given({ register, recipients, executor }), ...given(days) };
}

/** The day that an input names. */
export function dayOf(text: string | null | undefined): Day | undefined {
  return text === undefined || text === null ? undefined : localDate(text);
}

@ObjectType('Directive', {
  description: 'What a deceased person has directed, of what counts. Its words are sealed with the case.',
})
export class DirectiveType {
  @Shown('request.read', () => Kinds)
  readonly kind!: string;

  @Shown('request.read', () => Directs)
  readonly directs!: string;

  static of({ kind, directs }: DirectiveFacts): DirectiveType {
    return Object.assign(new DirectiveType(), { kind, directs });
  }
}
