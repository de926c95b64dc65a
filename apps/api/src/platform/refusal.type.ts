import { type Refused, type RefusalCode } from '@habeas/core';
import { ObjectType, registerEnumType } from '@nestjs/graphql';
import { Shown } from './shown.js';

/** The codes as GraphQL has them. */
export const RefusalCodes: { readonly [Code in RefusalCode]: Code } = {
  NOT_FOUND: 'NOT_FOUND',
  WRONG_STATE: 'WRONG_STATE',
  STALE_KEY: 'STALE_KEY',
  INVALID_INPUT: 'INVALID_INPUT',
  STEP_UP_REQUIRED: 'STEP_UP_REQUIRED',
  INCOMPLETE: 'INCOMPLETE',
  CHANGED: 'CHANGED',
  REFUSED: 'REFUSED',
  LIMITED: 'LIMITED',
};
registerEnumType(RefusalCodes, { name: 'RefusalCode', description: 'Why something was not done. docs/errors.md explains each.' });

@ObjectType('Refusal', { description: 'Something was not done, for a reason that was to be expected. Nothing was changed.' })
export class RefusalType {
  @Shown('everybody', () => RefusalCodes)
  readonly code: RefusalCode;

  @Shown('everybody', () => String)
  readonly message: string;

  @Shown('everybody', () => String, { nullable: true, description: 'What can be done about it.' })
  readonly remedy: string | undefined;

  constructor({ code, message, remedy }: Pick<Refused, 'code' | 'message' | 'remedy'>) {
    this.code = code;
    this.message = message;
    this.remedy = remedy;
  }
}
