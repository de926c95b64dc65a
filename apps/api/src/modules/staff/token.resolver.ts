import { createToken, listTokens, revokeToken, type StaffDesk, TOKEN_SCOPES } from '@habeas/core';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { ShownMutation, ShownQuery } from '../../platform/shown.js';
import { IssuedTokenResult, IssuedTokenType, NewTokenInput, ServiceTokenType, TokenResult } from './token.types.js';

/** The tokens of the programs that work for a controller (security R26). */
@Resolver(() => ServiceTokenType)
export class TokenResolver {
  readonly #desk: StaffDesk;

  constructor(installation: Installation) {
    this.#desk = installation.staff;
  }

  @ShownQuery('token.manage', () => [ServiceTokenType], { description: 'Also those that are over, oldest first.' })
  async tokens(@Context() { viewer }: ApiContext): Promise<readonly ServiceTokenType[]> {
    return (await listTokens(this.#desk, viewer)).map((token) => ServiceTokenType.of(token));
  }

  @ShownQuery('token.manage', () => [String], { description: 'Everything that a token can be given.' })
  tokenScopes(): readonly string[] {
    return TOKEN_SCOPES;
  }

  @ShownMutation('token.manage', () => IssuedTokenResult, { description: 'Makes a token. Needs a fresh proof that it is you.' })
  createToken(@Args('input') input: NewTokenInput, @Context() { viewer }: ApiContext): Promise<object> {
    return answer(createToken(this.#desk, viewer, input), (issued) => IssuedTokenType.of(issued));
  }

  @ShownMutation('token.manage', () => TokenResult, { description: 'Ends a token at once.' })
  revokeToken(@Args('id', { type: () => ID }) id: string, @Context() { viewer }: ApiContext): Promise<object> {
    return answer(revokeToken(this.#desk, viewer, id), (token) => ServiceTokenType.of(token));
  }
}
