import type { Invitation, Role, StaffMember } from '@habeas/core';
import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { RefusalType } from '../../platform/refusal.type.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';

/** What a member of staff or a program can be. */
export const Roles = words<Role>({
  dpo: true,
  handler: true,
  reviewer: true,
  connector_admin: true,
  auditor: true,
  service: true,
});
registerEnumType(Roles, { name: 'Role', description: 'What somebody may do in a controller. service is for tokens only.' });

@InputType('NewStaffInput')
export class NewStaffInput {
  @Field(() => String, { description: 'What they type to sign in; no space.' })
  readonly login!: string;

  @Field(() => String)
  readonly displayName!: string;

  @Field(() => [Roles], { description: 'In your controller.' })
  readonly roles!: readonly Role[];
}

@ObjectType('StaffMember', { description: 'Somebody who works here. Nothing of how they prove that it is them.' })
export class StaffMemberType {
  @Shown('staff.manage', () => ID)
  readonly id!: string;

  @Shown('staff.manage', () => String)
  readonly login!: string;

  @Shown('staff.manage', () => String)
  readonly displayName!: string;

  @Shown('staff.manage', () => [Roles], { description: 'In your controller.' })
  readonly roles!: readonly Role[];

  @Shown('staff.manage', () => Boolean)
  readonly hasPassword!: boolean;

  @Shown('staff.manage', () => Boolean)
  readonly hasSecondFactor!: boolean;

  @Shown('staff.manage', () => DateTime)
  readonly createdAt!: Date;

  @Shown('staff.manage', () => DateTime, { nullable: true, description: 'After failed sign-ins.' })
  readonly lockedUntil?: Date | undefined;

  @Shown('staff.manage', () => DateTime, { nullable: true })
  readonly disabledAt?: Date | undefined;

  static of({ id, login, displayName, roles, hasPassword, hasSecondFactor, ...times }: StaffMember): StaffMemberType {
    const { createdAt, lockedUntil, disabledAt } = times;
    const fields = { id, login, displayName, roles, hasPassword, hasSecondFactor, createdAt, lockedUntil, disabledAt };
    return Object.assign(new StaffMemberType(), fields);
  }
}

@ObjectType('Invitation', { description: 'An account whose owner chooses a password with this code. It is shown once.' })
export class InvitationType {
  @Shown('staff.manage', () => StaffMemberType)
  readonly member!: StaffMemberType;

  @Shown('staff.manage', () => String, { description: 'Hand it to nobody else. POST /session/password takes it.' })
  readonly oneTimeCode!: string;

  @Shown('staff.manage', () => DateTime)
  readonly expiresAt!: Date;

  static of({ member, code: { code, expiresAt } }: Invitation): InvitationType {
    return Object.assign(new InvitationType(), { member: StaffMemberType.of(member), oneTimeCode: code.reveal(), expiresAt });
  }
}

/** What became of a change of an account. */
export const StaffResult = createUnionType({
  name: 'StaffResult',
  types: () => [StaffMemberType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : StaffMemberType),
});

/** What became of an invitation. */
export const InvitationResult = createUnionType({
  name: 'InvitationResult',
  types: () => [InvitationType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : InvitationType),
});
