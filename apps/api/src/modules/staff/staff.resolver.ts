import { addStaff, changeGrants, disableStaff, listStaff, resetStaff, type Role, type StaffDesk } from '@habeas/core';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { ShownMutation, ShownQuery } from '../../platform/shown.js';
import { InvitationResult, InvitationType, NewStaffInput, Roles, StaffMemberType, StaffResult } from './staff.types.js';

/** The accounts of the people who work for a controller. Every change needs a fresh proof that it is the officer. */
@Resolver(() => StaffMemberType)
export class StaffResolver {
  readonly #desk: StaffDesk;

  constructor(installation: Installation) {
    this.#desk = installation.staff;
  }

  @ShownQuery('staff.manage', () => [StaffMemberType], { description: 'Everybody with a role in your controller, by login.' })
  async staff(@Context() { viewer }: ApiContext): Promise<readonly StaffMemberType[]> {
    return (await listStaff(this.#desk, viewer)).map((member) => StaffMemberType.of(member));
  }

  @ShownMutation('staff.manage', () => InvitationResult, { description: 'Makes an account. Needs a fresh proof that it is you.' })
  addStaff(@Args('input') input: NewStaffInput, @Context() { viewer }: ApiContext): Promise<object> {
    return answer(addStaff(this.#desk, viewer, input), (invitation) => InvitationType.of(invitation));
  }

  @ShownMutation('staff.manage', () => StaffResult, {
    description: 'Replaces the roles somebody has in your controller; none ends their access to it.',
  })
  changeGrants(
    @Args('id', { type: () => ID }) id: string,
    @Args('roles', { type: () => [Roles] }) roles: readonly Role[],
    @Context() { viewer }: ApiContext,
  ): Promise<object> {
    return answer(changeGrants(this.#desk, viewer, id, roles), (member) => StaffMemberType.of(member));
  }

  @ShownMutation('staff.manage', () => StaffResult, { description: 'Ends somebody’s access everywhere, at once.' })
  disableStaff(@Args('id', { type: () => ID }) id: string, @Context() { viewer }: ApiContext): Promise<object> {
    return answer(disableStaff(this.#desk, viewer, id), (member) => StaffMemberType.of(member));
  }

  @ShownMutation('staff.manage', () => InvitationResult, {
    description: 'Voids somebody’s password and second factor, and lets them begin anew.',
  })
  resetStaff(@Args('id', { type: () => ID }) id: string, @Context() { viewer }: ApiContext): Promise<object> {
    return answer(resetStaff(this.#desk, viewer, id), (invitation) => InvitationType.of(invitation));
  }
}
