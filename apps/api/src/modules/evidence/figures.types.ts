import type { MonthFigures } from '@habeas/core';
import { createUnionType, ID, Int, ObjectType } from '@nestjs/graphql';
import { RefusalType } from '../../platform/refusal.type.js';
import { Shown } from '../../platform/shown.js';

@ObjectType('FailingSource', { description: 'A source that stood in the way of a complete answer, and in how many requests.' })
export class FailingSourceType {
  @Shown('figures.read', () => ID)
  readonly source!: string;

  @Shown('figures.read', () => Int)
  readonly requests!: number;
}

@ObjectType('MonthFigures', { description: 'How the requests were handled that were received in one month. Counts alone.' })
export class MonthFiguresType {
  @Shown('figures.read', () => String, { description: '`2026-03`, where the controller is.' })
  readonly month!: string;

  @Shown('figures.read', () => Int)
  readonly received!: number;

  @Shown('figures.read', () => Int, { description: 'Not decided yet.' })
  readonly open!: number;

  @Shown('figures.read', () => Int, { description: 'Of those, past the last day that the law leaves.' })
  readonly overdue!: number;

  @Shown('figures.read', () => Int)
  readonly answered!: number;

  @Shown('figures.read', () => Int)
  readonly refused!: number;

  @Shown('figures.read', () => Int, { description: 'Ended by the person.' })
  readonly cancelled!: number;

  @Shown('figures.read', () => Int, { description: 'Ended because nobody proved who asks.' })
  readonly lapsed!: number;

  @Shown('figures.read', () => Int, { description: 'Of those answered or refused: within one month (Art. 12(3)).' })
  readonly inFirstMonth!: number;

  @Shown('figures.read', () => Int, { description: 'Of those answered or refused: by the last day that the law left.' })
  readonly inTime!: number;

  @Shown('figures.read', () => Int)
  readonly extended!: number;

  @Shown('figures.read', () => Int, { description: 'With a question to the person that counted.' })
  readonly paused!: number;

  @Shown('figures.read', () => Int, { description: 'Answers that went out by themselves.' })
  readonly automatic!: number;

  @Shown('figures.read', () => Int, { description: 'First answers in which something was missing.' })
  readonly incomplete!: number;

  @Shown('figures.read', () => Int, {
    nullable: true,
    description: 'Half of what was answered or refused took so many days at most.',
  })
  readonly medianDays?: number;

  @Shown('figures.read', () => [FailingSourceType], { description: 'The most frequent first.' })
  readonly failingSources!: readonly FailingSourceType[];

  static of({ failingSources, ...figures }: MonthFigures): MonthFiguresType {
    const failing = failingSources.map((each) => Object.assign(new FailingSourceType(), each));
    return Object.assign(new MonthFiguresType(), figures, { failingSources: failing });
  }
}

@ObjectType('Figures', { description: 'Months in which requests were received, the earliest first.' })
export class FiguresType {
  @Shown('figures.read', () => [MonthFiguresType])
  readonly months!: readonly MonthFiguresType[];

  static of(months: readonly MonthFigures[]): FiguresType {
    return Object.assign(new FiguresType(), { months: months.map((each) => MonthFiguresType.of(each)) });
  }
}

export const FiguresResult = createUnionType({
  name: 'FiguresResult',
  types: () => [FiguresType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : FiguresType),
});
