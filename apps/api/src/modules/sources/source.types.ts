import type { Problem, SourceHealth } from '@habeas/connector-sdk';
import type { PlannedSearch } from '@habeas/core';
import { ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { Shown } from '../../platform/shown.js';

@ObjectType('SourceProblem', { description: 'What is wrong with a source or a collection, and what to do about it.' })
export class SourceProblemType {
  @Shown('source.read', () => String)
  readonly errorClass!: string;

  @Shown('source.read', () => String)
  readonly message!: string;

  @Shown('source.read', () => String, { nullable: true })
  readonly remedy?: string | undefined;

  static of({
    errorClass,
    message,
    remedy,
  }: Omit<Problem, 'remedy'> & { readonly remedy?: string | undefined }): SourceProblemType {
    return Object.assign(new SourceProblemType(), { errorClass, message, remedy });
  }
}

@ObjectType('CollectionHealth')
export class CollectionHealthType {
  @Shown('source.read', () => String)
  readonly collection!: string;

  @Shown('source.read', () => String, { description: 'ok, denied, absent or drifted.' })
  readonly status!: string;

  @Shown('source.read', () => [SourceProblemType])
  readonly problems!: readonly SourceProblemType[];
}

@ObjectType('Advice', { description: 'What would make a source safer or faster. Habeas never does it by itself.' })
export class AdviceType {
  @Shown('source.read', () => String, { nullable: true })
  readonly collection?: string | undefined;

  @Shown('source.read', () => String)
  readonly text!: string;

  @Shown('source.read', () => String, {
    nullable: true,
    description: 'A statement that would do it, for a person to review and run.',
  })
  readonly ddl?: string | undefined;
}

@ObjectType('SourceCheck', { description: 'What looking at a source brought. Nobody’s data was read.' })
export class SourceCheckType {
  @Shown('source.read', () => ID)
  readonly source!: string;

  @Shown('source.read', () => String, { nullable: true, description: 'Product and version, as the source tells it.' })
  readonly system?: string | undefined;

  @Shown('source.read', () => String, {
    nullable: true,
    description: 'proved: the account cannot write; session: this session cannot; no.',
  })
  readonly readOnly?: string | undefined;

  @Shown('source.read', () => [CollectionHealthType])
  readonly collections!: readonly CollectionHealthType[];

  @Shown('source.read', () => [AdviceType])
  readonly advice!: readonly AdviceType[];

  @Shown('source.read', () => SourceProblemType, { nullable: true, description: 'Why it could not be looked at.' })
  readonly problem?: SourceProblemType | undefined;

  @Shown('source.read', () => Boolean, { description: 'Whether it can be searched whole, by an account that cannot write.' })
  readonly sound!: boolean;

  static of(source: string, { system, readOnly, collections, advice }: SourceHealth): SourceCheckType {
    const sound = readOnly !== 'no' && collections.every(({ status }) => status === 'ok');
    const checked = collections.map(({ collection, status, problems }) => ({
      collection,
      status,
      problems: problems.map((problem) => SourceProblemType.of(problem)),
    }));
    return Object.assign(new SourceCheckType(), { source, system, readOnly, collections: checked, advice, sound });
  }

  static failed(source: string, problem: Problem): SourceCheckType {
    const fields = { source, collections: [], advice: [], problem: SourceProblemType.of(problem), sound: false };
    return Object.assign(new SourceCheckType(), fields);
  }
}

@ObjectType('LastCheck', { description: 'When a source was looked at last, as the trail has it.' })
export class LastCheckType {
  @Shown('source.read', () => DateTime)
  readonly at!: Date;

  @Shown('source.read', () => Boolean, {
    description: 'Whether it could be searched whole then, by an account that cannot write.',
  })
  readonly sound!: boolean;

  @Shown('source.read', () => Int, {
    nullable: true,
    description: 'Collections that were not as their data map says. Nothing where that was not noted.',
  })
  readonly drifted?: number | undefined;
}

@ObjectType('SourceTrouble', { description: 'A collection that stood in the way of a complete answer, and why.' })
export class SourceTroubleType {
  @Shown('source.read', () => String)
  readonly collection!: string;

  @Shown('source.read', () => String, { description: 'Of the ledger: failed, denied, partial …' })
  readonly outcome!: string;

  @Shown('source.read', () => String, { nullable: true })
  readonly message?: string | undefined;

  @Shown('source.read', () => String, { nullable: true })
  readonly remedy?: string | undefined;
}

@ObjectType('SourceSearch', { description: 'When a source was searched last, and how that ended. Not for whom.' })
export class SourceSearchType {
  @Shown('source.read', () => DateTime)
  readonly at!: Date;

  @Shown('source.read', () => Int)
  readonly collections!: number;

  @Shown('source.read', () => [SourceTroubleType], { description: 'Empty where nothing was missing.' })
  readonly troubles!: readonly SourceTroubleType[];
}

@ObjectType('Source', { description: 'One connected system of a controller.' })
export class SourceType {
  @Shown('source.read', () => ID)
  readonly id!: string;

  @Shown('source.read', () => String)
  readonly title!: string;

  @Shown('source.read', () => String)
  readonly connector!: string;

  @Shown('source.read', () => String)
  readonly connectorVersion!: string;
}

@ObjectType('PlannedSearch', { description: 'What a search would do in one collection, before anything is fetched.' })
export class PlannedSearchType {
  @Shown('request.read', () => String)
  readonly source!: string;

  @Shown('request.read', () => String)
  readonly collection!: string;

  @Shown('request.read', () => String, { description: 'search, owner, none or unreachable.' })
  readonly reach!: string;

  @Shown('request.read', () => Int, { nullable: true, description: 'Queries, for one match.' })
  readonly calls?: number | undefined;

  @Shown('request.read', () => Int, { nullable: true, description: 'Rows that would be read whole for want of an index.' })
  readonly rowsToScan?: number | undefined;

  @Shown('request.read', () => String, { nullable: true })
  readonly message?: string | undefined;

  @Shown('request.read', () => String, { nullable: true })
  readonly remedy?: string | undefined;

  static of({ source, collection, reach, cost, reason, problem }: PlannedSearch): PlannedSearchType {
    const said = problem ?? reason;
    const fields = { source: source.id, collection, reach, calls: cost?.calls, rowsToScan: cost?.rowsToScan };
    return Object.assign(new PlannedSearchType(), fields, { message: said?.message, remedy: said?.remedy });
  }
}
