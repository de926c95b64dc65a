import { listSessions, revokeSession, type StaffDesk } from '@habeas/core';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { ShownMutation, ShownQuery } from '../../platform/shown.js';
import { EndedSessionType, SessionResult, SessionType } from './session.types.js';

/** People's own sessions (security R24). Programs have none, and are refused. */
@Resolver(() => SessionType)
export class SessionResolver {
  readonly #desk: StaffDesk;

  constructor(installation: Installation) {
    this.#desk = installation.staff;
  }

  @ShownQuery('everybody', () => [SessionType], { description: 'Your own that still count, oldest first. Refused for programs.' })
  async sessions(@Context() { viewer }: ApiContext): Promise<readonly SessionType[]> {
    return (await listSessions(this.#desk, viewer)).map((session) => SessionType.of(session));
  }

  @ShownMutation('everybody', () => SessionResult, { description: 'Ends one of your own sessions at once.' })
  revokeSession(@Args('id', { type: () => ID }) id: string, @Context() { viewer }: ApiContext): Promise<object> {
    return answer(revokeSession(this.#desk, viewer, id), () => EndedSessionType.of(id));
  }
}
