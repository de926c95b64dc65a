import type { AuditEntry } from '@habeas/core';
import { ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { PageInfoType } from '../../platform/page.type.js';
import { Shown } from '../../platform/shown.js';

@ObjectType('AuditEntry', { description: 'One thing that happened. No personal data.' })
export class AuditEntryType {
  @Shown('audit.read', () => ID)
  readonly id!: string;

  @Shown('audit.read', () => DateTime)
  readonly at!: Date;

  @Shown('audit.read', () => String, { description: 'staff, service, system or nobody.' })
  readonly actorKind!: string;

  @Shown('audit.read', () => ID)
  readonly actor!: string;

  @Shown('audit.read', () => String)
  readonly action!: string;

  @Shown('audit.read', () => String)
  readonly objectType!: string;

  @Shown('audit.read', () => ID)
  readonly object!: string;

  @Shown('audit.read', () => String)
  readonly outcome!: string;

  @Shown('audit.read', () => String, { description: 'JSON.' })
  readonly details!: string;

  @Shown('audit.read', () => Int, { nullable: true, description: 'Its place in the chain, once it has one.' })
  readonly sequence?: number | undefined;

  @Shown('audit.read', () => String, { nullable: true })
  readonly hash?: string | undefined;

  static of({ id, at, actor, action, object, outcome, details, sequence, hash }: AuditEntry): AuditEntryType {
    const shown = { actorKind: actor.kind, actor: actor.id, objectType: object.type, object: object.id };
    const fields = { id, at, action, outcome, details: JSON.stringify(details), sequence, hash };
    return Object.assign(new AuditEntryType(), fields, shown);
  }
}

@ObjectType('AuditEdge')
export class AuditEdgeType {
  @Shown('audit.read', () => String)
  readonly cursor!: string;

  @Shown('audit.read', () => AuditEntryType)
  readonly node!: AuditEntryType;
}

@ObjectType('AuditConnection')
export class AuditConnectionType {
  @Shown('audit.read', () => [AuditEdgeType])
  readonly edges!: readonly AuditEdgeType[];

  @Shown('audit.read', () => PageInfoType)
  readonly pageInfo!: PageInfoType;

  @Shown('audit.read', () => Int)
  readonly totalCount!: number;
}
