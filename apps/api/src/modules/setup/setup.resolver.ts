import { checkConfig, connectorSettings } from '@habeas/configuration';
import { ConnectorError } from '@habeas/connector-sdk';
import { Args, Context, Resolver } from '@nestjs/graphql';
import { CONNECTORS } from '../../composition/connectors.js';
import { Installation } from '../../composition/installation.js';
import { senderOf, serverOf } from '../../config/mail-config.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { ShownQuery } from '../../platform/shown.js';
import { ConfigurationFaultType } from '../sources/data-map.types.js';
import { SourceProblemType } from '../sources/source.types.js';
import { ConnectorKindType, MailCheckType, SetupType } from './setup.types.js';

/** What the first steps of an installation need to know. Nothing here changes a file: the service never writes its configuration. */
@Resolver(() => SetupType)
export class SetupResolver {
  constructor(private readonly installation: Installation) {}

  @ShownQuery('settings.read', () => SetupType)
  setup(@Context() { viewer }: ApiContext): SetupType {
    const { publicUrl, mail } = this.installation.service.config;
    if (mail === undefined) return Object.assign(new SetupType(), { publicUrl });
    const mailFrom = senderOf(mail, viewer.controller).from.address;
    return Object.assign(new SetupType(), { publicUrl, mailServer: serverOf(mail), mailFrom });
  }

  @ShownQuery('settings.read', () => MailCheckType, {
    nullable: true,
    description: 'Connects to the mail server now, and signs in. Nothing where none is configured.',
  })
  async mailCheck(): Promise<MailCheckType | undefined> {
    const { mailer } = this.installation.service.desk;
    if (mailer?.check === undefined) return undefined;
    try {
      await mailer.check();
      return Object.assign(new MailCheckType(), { reached: true });
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      return Object.assign(new MailCheckType(), { reached: false, problem: SourceProblemType.of(error) });
    }
  }

  @ShownQuery('settings.read', () => [ConnectorKindType], { description: 'By their names.' })
  connectors(): readonly ConnectorKindType[] {
    return [...CONNECTORS.values()].map((connector) => ConnectorKindType.of(connector, connectorSettings(connector)));
  }

  @ShownQuery('settings.read', () => [ConfigurationFaultType], {
    description:
      'Whether a habeas.yaml, or one without its sources, could be read as it is written here, by the rules of the start. ' +
      'No file is opened, no reference is followed, and nothing of it is kept.',
  })
  checkConfiguration(@Args('yaml', { type: () => String }) yaml: string): readonly ConfigurationFaultType[] {
    return checkConfig(yaml, CONNECTORS).map((fault) => ConfigurationFaultType.of(fault));
  }
}
