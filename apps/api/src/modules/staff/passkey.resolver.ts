import { listPasskeys, removePasskey, type StaffDesk } from '@habeas/core';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { ShownMutation, ShownQuery } from '../../platform/shown.js';
import { PasskeyResult, PasskeyType, RemovedPasskeyType } from './passkey.types.js';

/** People's own passkeys (security R28). They are enrolled and used below /session. Programs have none, and are refused. */
@Resolver(() => PasskeyType)
export class PasskeyResolver {
  readonly #desk: StaffDesk;

  constructor(installation: Installation) {
    this.#desk = installation.staff;
  }

  @ShownQuery('everybody', () => [PasskeyType], { description: 'Your own, oldest first. Refused for programs.' })
  async passkeys(@Context() { viewer }: ApiContext): Promise<readonly PasskeyType[]> {
    return (await listPasskeys(this.#desk, viewer)).map((passkey) => PasskeyType.of(passkey));
  }

  @ShownMutation('everybody', () => PasskeyResult, {
    description: 'Removes one of your own passkeys, and ends your other sessions. Needs a fresh proof that it is you.',
  })
  removePasskey(@Args('id', { type: () => ID }) id: string, @Context() { viewer }: ApiContext): Promise<object> {
    return answer(removePasskey(this.#desk, viewer, id), () => RemovedPasskeyType.of(id));
  }
}
