import type { ManualTask, TaskOutcome, TaskToDo } from '@habeas/core';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';
import { IdentifierKinds, NameParts } from '../requests/request.words.js';

export const TaskOutcomes = words<TaskOutcome>({ nothing_found: true, found: true, not_done: true });
const RowFormats = words<'json' | 'csv'>({ json: true, csv: true });

registerEnumType(TaskOutcomes, { name: 'TaskOutcome', description: 'How a search by hand ended.' });
registerEnumType(RowFormats, { name: 'RowFormat' });

@ObjectType('ManualTask', {
  description: 'The search of a person or a paper file for one request (SCP-07). While it is open, the search is not complete.',
})
export class ManualTaskType {
  @Shown('request.read', () => ID, { description: 'In its request: t1, t2 …' })
  readonly id!: string;

  @Shown('request.read', () => String)
  readonly source!: string;

  @Shown('request.read', () => DateTime)
  readonly openedAt!: Date;

  @Shown('request.read', () => DateTime)
  readonly dueAt!: Date;

  @Shown('request.read', () => TaskOutcomes, { nullable: true, description: 'Nothing while it is open.' })
  readonly outcome?: string | undefined;

  @Shown('request.read', () => DateTime, { nullable: true })
  readonly endedAt?: Date | undefined;

  @Shown('request.read', () => ID, { nullable: true, description: 'The member of staff who made the statement.' })
  readonly endedBy?: string | undefined;

  @Shown('request.read', () => Int, { description: 'How many rows were handed in.' })
  readonly rows!: number;

  @Shown('request.read', () => Int, { description: 'How many files were handed in.' })
  readonly files!: number;

  static of({ id, source, openedAt, dueAt, files = [], end }: ManualTask): ManualTaskType {
    const ended = { outcome: end?.outcome, endedBy: end?.by, endedAt: end === undefined ? undefined : new Date(end.at) };
    const times = { openedAt: new Date(openedAt), dueAt: new Date(dueAt) };
    return Object.assign(new ManualTaskType(), {
      id,
      source,
      ...times,
      ...ended,
      rows: end?.rows ?? 0,
      files: files.length,
    });
  }
}

@ObjectType('ToldIdentifier', { description: 'By what the person is searched for.' })
export class ToldIdentifierType {
  @Shown('task.read', () => IdentifierKinds)
  readonly kind!: string;

  @Shown('task.read', () => String, { nullable: true })
  readonly namespace?: string | undefined;

  @Shown('task.read', () => NameParts, { nullable: true })
  readonly part?: string | undefined;

  @Shown('task.read', () => String)
  readonly value!: string;
}

@ObjectType('TaskStatement', { description: 'What is stated by ending a task so, word by word.' })
export class TaskStatementType {
  @Shown('task.read', () => TaskOutcomes)
  readonly outcome!: string;

  @Shown('task.read', () => String)
  readonly text!: string;
}

@ObjectType('TaskFile', { description: 'A file that was handed in for an open task.' })
export class TaskFileType {
  @Shown('task.read', () => ID)
  readonly id!: string;

  @Shown('task.read', () => String)
  readonly collection!: string;

  @Shown('task.read', () => String, { description: 'What it is called, as it was handed in.' })
  readonly name!: string;

  @Shown('task.read', () => Float)
  readonly bytes!: number;
}

@ObjectType('TaskToDo', { description: 'An open task with everything that it takes to do it.' })
export class TaskToDoType {
  @Shown('task.read', () => ManualTaskType)
  readonly task!: ManualTaskType;

  @Shown('task.read', () => String)
  readonly instructions!: string;

  @Shown('task.read', () => String, { description: 'The role or the team that does it.' })
  readonly doneBy!: string;

  @Shown('task.read', () => [String], { description: 'What rows can be handed in for.' })
  readonly collections!: readonly string[];

  @Shown('task.read', () => [ToldIdentifierType])
  readonly told!: readonly ToldIdentifierType[];

  @Shown('task.read', () => [TaskFileType], { description: 'What was handed in so far, beside rows.' })
  readonly files!: readonly TaskFileType[];

  @Shown('task.read', () => [TaskStatementType])
  readonly statements!: readonly TaskStatementType[];

  static of({ task, instructions, doneBy, collections, told, files, statements }: TaskToDo, language: 'en' | 'fr'): TaskToDoType {
    return Object.assign(new TaskToDoType(), {
      task: ManualTaskType.of(task),
      instructions: instructions[language] ?? '',
      doneBy,
      collections,
      told: told.map(({ kind, namespace, part, value }) =>
        Object.assign(new ToldIdentifierType(), { kind, namespace, part, value }),
      ),
      files: files.map(({ id, collection, name, bytes }) => Object.assign(new TaskFileType(), { id, collection, name, bytes })),
      statements: Object.entries(statements).map(([outcome, text]) => Object.assign(new TaskStatementType(), { outcome, text })),
    });
  }
}

@InputType('FoundRowsInput')
export class FoundRowsInput {
  @Field(() => String)
  readonly collection!: string;

  @Field(() => RowFormats)
  readonly format!: 'json' | 'csv';

  @Field(() => String, { description: 'An array of flat objects, or CSV with the names of the columns first. 256 KiB at most.' })
  readonly text!: string;
}

@InputType('TaskEndInput')
export class TaskEndInput {
  @Field(() => TaskOutcomes)
  readonly outcome!: TaskOutcome;

  @Field(() => Boolean, { description: 'Whether you make the statement of this outcome.' })
  readonly isStated!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it could not be done. Kept with the personal data.' })
  readonly reason?: string | null;

  @Field(() => [FoundRowsInput], { nullable: true, description: 'What was found, once for each collection.' })
  readonly rows?: readonly FoundRowsInput[] | null;
}
