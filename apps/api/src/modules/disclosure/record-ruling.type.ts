import { type CaseRecordRuling, rulingsInForce } from '@habeas/core';
import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../platform/shown.js';
import { Outcomes, RedactionReasons } from './ruling.input.js';

@ObjectType('HiddenStretch', { description: 'A stretch of a text that is hidden, in UTF-16 code units.' })
export class HiddenStretchType {
  @Shown('match.read', () => Int)
  readonly start!: number;

  @Shown('match.read', () => Int)
  readonly end!: number;
}

@ObjectType('RecordRuling', { description: 'What a person decided about one record. What stood there is not told here.' })
export class RecordRulingType {
  @Shown('match.read', () => Int, { description: 'From 1, in the order they were made. The trail names it.' })
  readonly number!: number;

  @Shown('match.read', () => String)
  readonly source!: string;

  @Shown('match.read', () => String)
  readonly collection!: string;

  @Shown('match.read', () => ID)
  readonly recordId!: string;

  @Shown('match.read', () => String, { nullable: true, description: 'None: the whole record.' })
  readonly field?: string | undefined;

  @Shown('match.read', () => [HiddenStretchType], { nullable: true, description: 'None: the whole value.' })
  readonly stretches?: readonly HiddenStretchType[] | undefined;

  @Shown('match.read', () => RedactionReasons)
  readonly reason!: string;

  @Shown('match.read', () => Outcomes)
  readonly outcome!: string;

  @Shown('match.read', () => ID, { description: 'The member of staff.' })
  readonly by!: string;

  @Shown('match.read', () => String, { description: 'ISO 8601, UTC.' })
  readonly at!: string;

  @Shown('match.read', () => Boolean, { description: 'Whether it hides something now: no later one took its place.' })
  readonly holds!: boolean;

  static listOf(rulings: readonly CaseRecordRuling[]): readonly RecordRulingType[] {
    const inForce = new Set(rulingsInForce(rulings));
    return rulings.map((ruling, index) => {
      const { source, collection, recordId, field, stretches, grounds, decision } = ruling;
      const what = { source, collection, recordId, field, stretches: stretches?.map(stretchOf), reason: grounds.reason };
      const { outcome, decider } = decision;
      const who = { outcome, by: decider.by, at: decider.at, holds: inForce.has(ruling) };
      return Object.assign(new RecordRulingType(), { number: index + 1, ...what, ...who });
    });
  }
}

function stretchOf({ start, end }: HiddenStretchType): HiddenStretchType {
  return Object.assign(new HiddenStretchType(), { start, end });
}
