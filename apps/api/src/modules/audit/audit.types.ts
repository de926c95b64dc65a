import type { AuditEntry, TrailVerdict } from '@habeas/core';
import { ID, Int, ObjectType } from '@nestjs/graphql';
import type { CheckpointVerdict } from '../../persistence/index.js';
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

@ObjectType('TrailVerdict', { description: 'What the verification of the trail came to, over the whole installation.' })
export class TrailVerdictType {
  @Shown('audit.read', () => Boolean, {
    description: 'Whether the chain holds, and agrees with every checkpoint that was signed.',
  })
  readonly holds!: boolean;

  @Shown('audit.read', () => DateTime)
  readonly at!: Date;

  @Shown('audit.read', () => Int, { nullable: true, description: 'Entries in the chain. Nothing where it does not hold.' })
  readonly entries?: number | undefined;

  @Shown('audit.read', () => String, { nullable: true, description: 'SHA-256 that the chain ends in: note it elsewhere.' })
  readonly head?: string | undefined;

  @Shown('audit.read', () => String, {
    nullable: true,
    description: 'Why it does not hold: unreadable, out-of-order, broken-chain, changed, cut-off or checkpoint.',
  })
  readonly fault?: string | undefined;

  @Shown('audit.read', () => Int, { nullable: true, description: 'The first entry that is wrong.' })
  readonly line?: number | undefined;

  @Shown('audit.read', () => Int, { description: 'Signed checkpoints that it was compared with.' })
  readonly checkpoints!: number;

  @Shown('audit.read', () => Int, {
    description: 'Checkpoints that another key has signed: compare those with the operator’s command, which knows earlier keys.',
  })
  readonly unsigned!: number;

  static of({ trail, checkpoints }: ChainVerdict, at: Date): TrailVerdictType {
    const broken = checkpoints?.broken[0];
    const chain = trail.holds
      ? {
          entries: trail.entries,
          head: trail.head.hash,
          ...(broken === undefined ? {} : { fault: 'checkpoint', line: broken.size }),
        }
      : { fault: trail.fault, line: trail.line };
    const counts = { checkpoints: checkpoints?.checked ?? 0, unsigned: checkpoints?.unsigned ?? 0 };
    return Object.assign(new TrailVerdictType(), { holds: trail.holds && broken === undefined, at, ...chain, ...counts });
  }
}

/** The chain of a trail, and what was signed of it. */
export interface ChainVerdict {
  readonly trail: TrailVerdict;
  readonly checkpoints?: CheckpointVerdict;
}
