import type { PlacedLint } from '@habeas/configuration';
import type { Activity, Language, Recipient, Register, RegisterAssumption, Unstated } from '@habeas/core/law';
import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../platform/shown.js';
import { RegisterRetentionType } from './register-retention.type.js';

@ObjectType('RegisterLint', { description: 'Something in the register that is not as the law wants it. Never for the subject.' })
export class RegisterLintType {
  @Shown('settings.read', () => String, { description: 'Stable, such as ID_SYSTEMATIC.' })
  readonly id!: string;

  @Shown('settings.read', () => String, { description: '`blocking` or `warning`.' })
  readonly severity!: string;

  @Shown('settings.read', () => String)
  readonly article!: string;

  @Shown('settings.read', () => String)
  readonly text!: string;

  @Shown('settings.read', () => String)
  readonly remedy!: string;

  @Shown('settings.read', () => String)
  readonly path!: string;

  @Shown('settings.read', () => Int, { nullable: true, description: 'In the file of the register.' })
  readonly line?: number | undefined;

  static of({ id, severity, article, text, remedy, path, place }: PlacedLint): RegisterLintType {
    const fields = { id, severity, article, text, remedy, path: path.join('.'), line: place.line };
    return Object.assign(new RegisterLintType(), fields);
  }
}

@ObjectType('RegisterGap', { description: 'What is assumed, to be confirmed, or what nobody states.' })
export class RegisterGapType {
  @Shown('settings.read', () => String)
  readonly path!: string;

  @Shown('settings.read', () => String, { nullable: true, description: 'Why it is assumed, or what of it is missing.' })
  readonly because?: string | undefined;

  static ofAssumption({ path, reason }: RegisterAssumption): RegisterGapType {
    return Object.assign(new RegisterGapType(), { path: path.join('.'), because: reason });
  }

  static ofUnstated({ item, partly }: Unstated): RegisterGapType {
    return Object.assign(new RegisterGapType(), { path: item, because: partly });
  }
}

@ObjectType('RegisterPurpose')
export class RegisterPurposeType {
  @Shown('settings.read', () => ID)
  readonly id!: string;

  @Shown('settings.read', () => String)
  readonly title!: string;

  @Shown('settings.read', () => [String], { description: 'Of Art. 6(1): `consent`, `contract` …' })
  readonly bases!: readonly string[];
}

@ObjectType('RegisterRecipient', { description: 'Somebody who receives data (Art. 15(1)(c); Art. 19).' })
export class RegisterRecipientType {
  @Shown('settings.read', () => ID)
  readonly id!: string;

  @Shown('settings.read', () => String)
  readonly title!: string;

  @Shown('settings.read', () => String, { nullable: true, description: 'Who exactly, where that is stated.' })
  readonly name?: string | undefined;

  @Shown('settings.read', () => String, { description: '`processor`, `third_party`, `authority` …' })
  readonly role!: string;

  @Shown('settings.read', () => [String], {
    nullable: true,
    description: 'Where it has the data: ISO 3166-1 alpha-2, or `worldwide`. Nothing where that is not stated.',
  })
  readonly countries?: readonly string[] | undefined;

  @Shown('settings.read', () => String, { nullable: true, description: 'What protects data in a third country, by its kind.' })
  readonly safeguard?: string | undefined;

  static of(id: string, { title, name, role, location, safeguard }: Recipient, language: Language): RegisterRecipientType {
    const countries = location?.in === 'worldwide' ? ['worldwide'] : location?.in;
    const fields = { id, title: title[language], name, role, countries, safeguard: safeguard?.type };
    return Object.assign(new RegisterRecipientType(), fields);
  }
}

@ObjectType('RegisterActivity', { description: 'One entry of the register: a processing activity (Art. 30).' })
export class RegisterActivityType {
  @Shown('settings.read', () => ID, { description: 'What collections of data maps point to.' })
  readonly id!: string;

  @Shown('settings.read', () => String)
  readonly title!: string;

  @Shown('settings.read', () => String, { description: '`controller`, `joint` or `processor`.' })
  readonly role!: string;

  @Shown('settings.read', () => [RegisterPurposeType])
  readonly purposes!: readonly RegisterPurposeType[];

  @Shown('settings.read', () => [ID], { nullable: true, description: 'Of recipients. Nothing where they are not stated.' })
  readonly recipients?: readonly string[] | undefined;

  @Shown('settings.read', () => [String], { description: 'Whose data, in words. Empty where that is not stated.' })
  readonly subjects!: readonly string[];

  @Shown('settings.read', () => [String], { description: 'The systems that hold its data, as the controller calls them.' })
  readonly systems!: readonly string[];

  @Shown('settings.read', () => [RegisterRetentionType], { description: 'Empty where no rule is stated.' })
  readonly retention!: readonly RegisterRetentionType[];

  static of(id: string, activity: Activity, register: Register, language: Language): RegisterActivityType {
    const { title, role, purposes = {}, recipients, systems = [] } = activity;
    const subjects = (activity.subjects ?? []).map((group) => register.subjects[group]?.title[language] ?? group);
    const told = Object.entries(purposes).map(([purpose, { title: name, bases = [] }]) => {
      const fields = { id: purpose, title: name[language], bases: bases.map(({ basis }) => basis) };
      return Object.assign(new RegisterPurposeType(), fields);
    });
    return Object.assign(new RegisterActivityType(), {
      ...{ id, title: title[language], role: role.is, purposes: told, recipients, subjects },
      systems: systems.map(({ name }) => name),
      retention: RegisterRetentionType.allOf(activity, language),
    });
  }
}
