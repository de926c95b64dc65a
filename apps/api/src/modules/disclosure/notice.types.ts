import type { Language, NoticeList, NoticeRecipient } from '@habeas/core/law';
import { ID, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../platform/shown.js';

@ObjectType('NoticeRecipient', { description: 'Somebody who has to be told of a rectification, an erasure or a restriction.' })
export class NoticeRecipientType {
  @Shown('request.read', () => ID, { description: 'In the register.' })
  readonly id!: string;

  @Shown('request.read', () => String)
  readonly title!: string;

  @Shown('request.read', () => String, { nullable: true, description: 'Who exactly, where that is stated.' })
  readonly name?: string | undefined;

  @Shown('request.read', () => String, { description: '`processor`, `third_party` …' })
  readonly role!: string;

  @Shown('request.read', () => [String], {
    nullable: true,
    description: 'Where it has the data: ISO 3166-1 alpha-2, or `worldwide`. Nothing where that is not stated.',
  })
  readonly countries?: readonly string[] | undefined;

  @Shown('request.read', () => String, {
    nullable: true,
    description: 'The event in which it receives them, where it otherwise does not.',
  })
  readonly onlyIf?: string | undefined;

  @Shown('request.read', () => Boolean, { description: 'Nobody has confirmed that it receives data.' })
  readonly isAssumed!: boolean;

  @Shown('request.read', () => [ID], { description: 'Those of the person’s activities whose data it receives.' })
  readonly activities!: readonly string[];

  static of({ id, recipient, activities, isAssumed }: NoticeRecipient, language: Language): NoticeRecipientType {
    const { title, name, role, location, onlyIf } = recipient;
    const places = location === undefined ? undefined : [location.in].flat();
    const told = { title: title[language], name, role, countries: places, onlyIf: onlyIf?.[language] };
    return Object.assign(new NoticeRecipientType(), { id, ...told, isAssumed, activities });
  }
}

@ObjectType('NoticeList', {
  description: 'Who received data of the person, for notices of a rectification, an erasure or a restriction (Art. 19).',
})
export class NoticeListType {
  @Shown('request.read', () => [NoticeRecipientType])
  readonly recipients!: readonly NoticeRecipientType[];

  @Shown('request.read', () => [ID], {
    description: 'Activities of which the register does not state who receives data: the list lacks those.',
  })
  readonly unstated!: readonly string[];

  static of({ recipients, unstated }: NoticeList, language: Language): NoticeListType {
    const told = recipients.map((each) => NoticeRecipientType.of(each, language));
    return Object.assign(new NoticeListType(), { recipients: told, unstated });
  }
}
