import type { ArchiveFile, DataRequest, GivenAnswer, LedgerLine, Step, StepProblem } from '@habeas/core';
import { createUnionType, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { PageInfoType } from '../../platform/page.type.js';
import { RefusalType } from '../../platform/refusal.type.js';
import { Shown } from '../../platform/shown.js';
import { ContactsType } from './contacts.type.js';
import { Formats, IdentifierKinds, Languages, RequestStates, Rights } from './request.words.js';

@ObjectType('Problem', { description: 'Why something failed, and what to do about it. No personal data.' })
export class ProblemType {
  @Shown('request.read', () => String)
  readonly errorClass!: string;

  @Shown('request.read', () => String)
  readonly message!: string;

  @Shown('request.read', () => String, { nullable: true })
  readonly remedy?: string | undefined;

  static of({ errorClass, message, remedy }: StepProblem): ProblemType {
    return Object.assign(new ProblemType(), { errorClass, message, remedy });
  }
}

@ObjectType('LedgerLine', { description: 'What was searched in one collection of one source, and with what outcome.' })
export class LedgerLineType {
  @Shown('request.read', () => String)
  readonly source!: string;

  @Shown('request.read', () => String)
  readonly collection!: string;

  @Shown('request.read', () => String)
  readonly outcome!: string;

  @Shown('request.read', () => Boolean, { description: 'Whether it stands in the way of a complete answer.' })
  readonly blocking!: boolean;

  @Shown('request.read', () => Int)
  readonly included!: number;

  @Shown('request.read', () => Int)
  readonly queued!: number;

  @Shown('request.read', () => Int)
  readonly records!: number;

  @Shown('request.read', () => Int)
  readonly files!: number;

  @Shown('request.read', () => Int)
  readonly attempts!: number;

  @Shown('request.read', () => String, { nullable: true })
  readonly message?: string | undefined;

  @Shown('request.read', () => String, { nullable: true })
  readonly remedy?: string | undefined;

  static of(line: LedgerLine): LedgerLineType {
    const { source, collection, outcome, blocking, included, queued, records, files, attempts, message, remedy } = line;
    const fields = { source, collection, outcome, blocking, included, queued, records, files, attempts, message, remedy };
    return Object.assign(new LedgerLineType(), fields);
  }
}

@ObjectType('ArchiveFile', { description: 'The finished archive. It is fetched from /archives/{request id}.' })
export class ArchiveFileType {
  @Shown('request.read', () => Int)
  readonly bytes!: number;

  @Shown('request.read', () => String)
  readonly sha256!: string;

  @Shown('request.read', () => Int)
  readonly records!: number;

  @Shown('request.read', () => Int)
  readonly files!: number;

  static of({ bytes, sha256, records, files }: ArchiveFile): ArchiveFileType {
    return Object.assign(new ArchiveFileType(), { bytes, sha256, records, files });
  }
}

@ObjectType('Step', { description: 'One step of the work on a request.' })
export class StepType {
  @Shown('request.read', () => ID)
  readonly id!: string;

  @Shown('request.read', () => String)
  readonly kind!: string;

  @Shown('request.read', () => String)
  readonly state!: string;

  @Shown('request.read', () => Int)
  readonly attempts!: number;

  @Shown('request.read', () => DateTime)
  readonly dueAt!: Date;

  @Shown('request.read', () => ProblemType, { nullable: true })
  readonly problem?: ProblemType | undefined;

  @Shown('request.read', () => [ReadingType], { description: 'How far the reading is, while it runs.' })
  readonly readings!: readonly ReadingType[];

  static of({ id, kind, state, attempts, dueAt, problem, progress }: Step): StepType {
    const readings = Array.isArray(progress?.['collections']) ? progress['collections'] : [];
    const fields = { id, kind, state, attempts, dueAt, readings };
    return Object.assign(new StepType(), fields, { problem: problem === undefined ? undefined : ProblemType.of(problem) });
  }
}

@ObjectType('Reading', { description: 'How far one collection is read.' })
export class ReadingType {
  @Shown('request.read', () => String)
  readonly source!: string;

  @Shown('request.read', () => String)
  readonly collection!: string;

  @Shown('request.read', () => String)
  readonly outcome!: string;

  @Shown('request.read', () => Int)
  readonly records!: number;

  @Shown('request.read', () => Int)
  readonly files!: number;
}

@ObjectType('GivenAnswer', { description: 'An answer as it went out. Kept when its archive was destroyed.' })
export class GivenAnswerType {
  @Shown('request.read', () => DateTime)
  readonly releasedAt!: Date;

  @Shown('request.read', () => DateTime, { description: 'Until when it could be fetched.' })
  readonly expiresAt!: Date;

  @Shown('request.read', () => Boolean)
  readonly complete!: boolean;

  @Shown('request.read', () => [ID], { description: 'The sources of which something was missing.' })
  readonly missing!: readonly string[];

  @Shown('request.read', () => DateTime, {
    nullable: true,
    description: 'When it was given up to look for them: what is done about them waits for a person.',
  })
  readonly givenUpAt?: Date | undefined;

  @Shown('request.read', () => ArchiveFileType)
  readonly archive!: ArchiveFileType;

  static of({ archive, releasedAt, expiresAt, givenUpAt, ...rest }: GivenAnswer): GivenAnswerType {
    const times = { releasedAt: new Date(releasedAt), expiresAt: new Date(expiresAt) };
    const givenUp = givenUpAt === undefined ? {} : { givenUpAt: new Date(givenUpAt) };
    return Object.assign(new GivenAnswerType(), { ...rest, ...times, ...givenUp, archive: ArchiveFileType.of(archive) });
  }
}

@ObjectType('Request', { description: 'One exercise of rights by a subject.' })
export class RequestType {
  @Shown('request.read', () => ID)
  readonly id!: string;

  @Shown('request.read', () => String)
  readonly reference!: string;

  @Shown('request.read', () => RequestStates)
  readonly state!: string;

  @Shown('request.read', () => Int, { description: 'Grows with every change.' })
  readonly version!: number;

  @Shown('request.read', () => [Rights])
  readonly rights!: readonly string[];

  @Shown('request.read', () => Formats)
  readonly format!: string;

  @Shown('request.read', () => Languages)
  readonly language!: string;

  @Shown('request.read', () => DateTime)
  readonly receivedAt!: Date;

  @Shown('request.read', () => DateTime, {
    description:
      'When the last safe day is over, where the controller is: one month after receipt, or three once an extension is told (Art. 12(3)).',
  })
  readonly dueAt!: Date;

  @Shown('request.read', () => [IdentifierKinds], { description: 'What the subject gave, by kind.' })
  readonly identifierKinds!: readonly string[];

  @Shown('request.read', () => Boolean, {
    nullable: true,
    description: 'Whether nothing is missing; unknown before the search is over.',
  })
  readonly complete?: boolean | undefined;

  @Shown('request.read', () => Int)
  readonly included!: number;

  @Shown('request.read', () => Int, { description: 'Matches that wait for a human.' })
  readonly queued!: number;

  @Shown('request.read', () => [LedgerLineType])
  readonly ledger!: readonly LedgerLineType[];

  @Shown('request.read', () => ProblemType, { nullable: true })
  readonly problem?: ProblemType | undefined;

  @Shown('request.read', () => [ID], { description: 'The sources in which something stands in the way of a complete answer.' })
  readonly outstanding!: readonly string[];

  @Shown('request.read', () => [GivenAnswerType], {
    description: 'What went out, in its order: more than one where something was missing in the first.',
  })
  readonly answers!: readonly GivenAnswerType[];

  @Shown('request.read', () => ArchiveFileType, { nullable: true })
  readonly archive?: ArchiveFileType | undefined;

  @Shown('request.read', () => ContactsType, { nullable: true, description: 'Nothing, while nothing is known of them.' })
  readonly contacts?: ContactsType | undefined;

  @Shown('request.read', () => DateTime, { nullable: true, description: 'When its personal data is destroyed.' })
  readonly expiresAt?: Date | undefined;

  @Shown('request.read', () => [String], { description: 'What can be done with it now.' })
  readonly possibleEvents!: readonly string[];

  @Shown('request.read', () => DateTime)
  readonly createdAt!: Date;

  @Shown('request.read', () => DateTime)
  readonly updatedAt!: Date;

  /** For the fields that are resolved when they are asked for. Not part of the schema. */
  readonly row!: DataRequest;
}

@ObjectType('RequestEdge')
export class RequestEdgeType {
  @Shown('request.read', () => String)
  readonly cursor!: string;

  @Shown('request.read', () => RequestType)
  readonly node!: RequestType;
}

@ObjectType('RequestConnection')
export class RequestConnectionType {
  @Shown('request.read', () => [RequestEdgeType])
  readonly edges!: readonly RequestEdgeType[];

  @Shown('request.read', () => PageInfoType)
  readonly pageInfo!: PageInfoType;

  @Shown('request.read', () => Int)
  readonly totalCount!: number;
}

/** What became of a mutation. */
export const RequestResult = createUnionType({
  name: 'RequestResult',
  types: () => [RequestType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : RequestType),
});
