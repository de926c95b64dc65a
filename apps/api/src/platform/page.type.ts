import { type Page, Refused } from '@habeas/core';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from './shown.js';

const MOST_IN_A_PAGE = 100;

@ObjectType('PageInfo')
export class PageInfoType {
  @Shown('everybody', () => Boolean)
  readonly hasNextPage: boolean;

  @Shown('everybody', () => String, { nullable: true })
  readonly endCursor: string | undefined;

  constructor({ items, hasNext }: Page<unknown>) {
    this.hasNextPage = hasNext;
    this.endCursor = items.at(-1)?.cursor;
  }
}

/** One page forward, as Relay has it. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: '1 to 100.' })
  readonly first: number = 20;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

/** The page that is asked for. Throws where it is larger than a page may be: limits by literal alone miss variables. */
export function pageQuery({ first, after }: PageArgs): { readonly first: number; readonly after?: string } {
  if (first < 1 || first > MOST_IN_A_PAGE) {
    throw new Refused('INVALID_INPUT', `A page has 1 to ${String(MOST_IN_A_PAGE)} items.`);
  }
  return after === undefined || after === null ? { first } : { first, after };
}
