import type { ConnectorSetting } from '@habeas/configuration';
import type { Connector } from '@habeas/connector-sdk';
import { ID, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../platform/shown.js';
import { SourceProblemType } from '../sources/source.types.js';

@ObjectType('Setup', { description: 'What service.yaml says of how people reach the service, and how it reaches them.' })
export class SetupType {
  @Shown('settings.read', () => String, { nullable: true, description: 'What browsers call it. Nothing where it is not set.' })
  readonly publicUrl?: string | undefined;

  @Shown('settings.read', () => String, { nullable: true, description: 'The mail server, without its account.' })
  readonly mailServer?: string | undefined;

  @Shown('settings.read', () => String, { nullable: true, description: 'From whom messages of this controller come.' })
  readonly mailFrom?: string | undefined;
}

@ObjectType('MailCheck', { description: 'Whether the mail server can be reached with its account. Nothing is sent.' })
export class MailCheckType {
  @Shown('settings.read', () => Boolean)
  readonly reached!: boolean;

  @Shown('settings.read', () => SourceProblemType, { nullable: true })
  readonly problem?: SourceProblemType | undefined;
}

@ObjectType('ConnectorSetting', { description: 'One thing that a source of some kind is configured with.' })
export class ConnectorSettingType {
  @Shown('settings.read', () => String)
  readonly name!: string;

  @Shown('settings.read', () => String, {
    description: 'text, secret, number, flag, choice, or group for what is more than one value.',
  })
  readonly kind!: string;

  @Shown('settings.read', () => Boolean)
  readonly isRequired!: boolean;

  @Shown('settings.read', () => String, { nullable: true, description: 'What it is without being set.' })
  readonly byDefault?: string | undefined;

  @Shown('settings.read', () => String, { nullable: true })
  readonly description?: string | undefined;

  @Shown('settings.read', () => [String], { description: 'Of a choice.' })
  readonly options!: readonly string[];
}

@ObjectType('ConnectorKind', { description: 'A kind of system that this installation can search.' })
export class ConnectorKindType {
  @Shown('settings.read', () => ID)
  readonly id!: string;

  @Shown('settings.read', () => String)
  readonly title!: string;

  @Shown('settings.read', () => Boolean, { description: 'Whether a data map says what its sources hold.' })
  readonly needsDataMap!: boolean;

  @Shown('settings.read', () => [ConnectorSettingType])
  readonly settings!: readonly ConnectorSettingType[];

  static of({ manifest: { id, title, needsDataMap } }: Connector, settings: readonly ConnectorSetting[]): ConnectorKindType {
    const told = settings.map((setting) => Object.assign(new ConnectorSettingType(), setting));
    return Object.assign(new ConnectorKindType(), { id, title, needsDataMap, settings: told });
  }
}
