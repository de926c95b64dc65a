import {
  type Activity,
  anchorsInWords,
  type CalendarPeriod,
  type Language,
  periodInWords,
  type RegisterRetention,
  retentionRules,
} from '@habeas/core/law';
import { Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../platform/shown.js';

@ObjectType('RegisterRetention', { description: 'How long an activity keeps data, as the register states it.' })
export class RegisterRetentionType {
  @Shown('settings.read', () => [String], {
    nullable: true,
    description: 'Of which kinds of data; nothing: of all of the activity.',
  })
  readonly fields?: readonly string[] | undefined;

  @Shown('settings.read', () => String, { nullable: true, description: 'In words. Nothing where no period is stated.' })
  readonly period?: string | undefined;

  @Shown('settings.read', () => Int, { nullable: true, description: 'The same, about so many days: to compare periods by.' })
  readonly days?: number | undefined;

  @Shown('settings.read', () => String, { nullable: true, description: 'What it runs from, in words.' })
  readonly from?: string | undefined;

  @Shown('settings.read', () => String, { nullable: true, description: 'By what the end is determined, where no period is.' })
  readonly criterion?: string | undefined;

  @Shown('settings.read', () => String, { nullable: true, description: 'delete, anonymise or archive.' })
  readonly then?: string | undefined;

  @Shown('settings.read', () => [String], { description: 'Laws that have some of it kept longer.' })
  readonly laws!: readonly string[];

  @Shown('settings.read', () => Boolean, { description: 'Whether the officer has yet to confirm it.' })
  readonly isAssumed!: boolean;

  /** The rules of an activity, in the order of the register. */
  static allOf(activity: Activity, language: Language): readonly RegisterRetentionType[] {
    const rules = retentionRules(activity);
    return (activity.retention ?? []).map((stated, index) => {
      const { rule, isAssumed = false } = rules[index] ?? {};
      const term = rule?.term;
      const titles = (term?.anchors ?? []).map(({ name }) => rule?.titles[name]?.[language] ?? name);
      return Object.assign(new RegisterRetentionType(), {
        ...told(activity, stated, language),
        ...(term === undefined
          ? {}
          : {
              period: periodInWords(term.period, language),
              days: daysOf(term.period),
              from: anchorsInWords('from', titles, term.combine, language),
            }),
        isAssumed,
      });
    });
  }
}

function told(
  { fields = {} }: Activity,
  stated: RegisterRetention,
  language: Language,
): Pick<RegisterRetentionType, 'fields' | 'criterion' | 'then' | 'laws'> {
  return {
    fields: stated.fields?.map((id) => fields[id]?.title[language] ?? id),
    criterion: stated.criterion?.text[language],
    then: stated.then,
    laws: (stated.overrides ?? []).flatMap(({ law }) => (law === undefined ? [] : [law])),
  };
}

const DAYS = { years: 365.25, months: 30.44, days: 1 } as const;

function daysOf({ years, months, days }: CalendarPeriod): number {
  return Math.round(years * DAYS.years + months * DAYS.months + days * DAYS.days);
}
