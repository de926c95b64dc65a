import { driftInSources, type RegisterFile } from '@habeas/configuration';
import { assumptionsOf, type Language } from '@habeas/core/law';
import { Args, Context, ID, ObjectType, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { Shown, ShownField, ShownQuery } from '../../platform/shown.js';
import { Languages } from '../requests/request.words.js';
import { RegisterDriftType } from './register-drift.types.js';
import { RegisterActivityType, RegisterGapType, RegisterLintType, RegisterRecipientType } from './register.types.js';

@ObjectType('Register', { description: "The controller's record of processing activities (Art. 30), and what of it is amiss." })
export class RegisterType {
  @Shown('settings.read', () => ID)
  readonly id!: string;

  @Shown('settings.read', () => String, { description: 'Who answers, as the register states it.' })
  readonly controller!: string;

  @Shown('settings.read', () => [RegisterActivityType])
  readonly activities!: readonly RegisterActivityType[];

  @Shown('settings.read', () => [RegisterRecipientType])
  readonly recipients!: readonly RegisterRecipientType[];

  @Shown('settings.read', () => [RegisterLintType])
  readonly lints!: readonly RegisterLintType[];

  @Shown('settings.read', () => [RegisterGapType], { description: 'To be confirmed by the officer.' })
  readonly assumptions!: readonly RegisterGapType[];

  @Shown('settings.read', () => [RegisterGapType])
  readonly unstated!: readonly RegisterGapType[];

  /** In which it is told; no field of the schema. */
  readonly language!: Language;

  static of({ register, lints }: RegisterFile, language: Language): RegisterType {
    return Object.assign(new RegisterType(), {
      language,
      id: register.id,
      controller: register.controller.name,
      activities: Object.entries(register.activities).map(([id, each]) => RegisterActivityType.of(id, each, register, language)),
      recipients: Object.entries(register.recipients).map(([id, each]) => RegisterRecipientType.of(id, each, language)),
      lints: lints.map((lint) => RegisterLintType.of(lint)),
      assumptions: assumptionsOf(register).map((each) => RegisterGapType.ofAssumption(each)),
      unstated: register.unstated.map((each) => RegisterGapType.ofUnstated(each)),
    });
  }
}

@Resolver(() => RegisterType)
export class RegisterResolver {
  constructor(private readonly installation: Installation) {}

  @ShownQuery('settings.read', () => RegisterType, { nullable: true, description: 'Nothing where the controller has none here.' })
  register(
    @Args('language', { type: () => Languages, defaultValue: 'en' }) language: Language,
    @Context() { viewer }: ApiContext,
  ): RegisterType | undefined {
    const register = this.installation.service.config.controllers.get(viewer.controller)?.register;
    return register === undefined ? undefined : RegisterType.of(register, language);
  }

  @ShownField('settings.read', () => [RegisterDriftType], {
    description: 'Where it and its sources are not the same. Looks at every source when it is asked for; reads nobody’s data.',
  })
  async drift(@Parent() { language }: RegisterType, @Context() context: ApiContext): Promise<readonly RegisterDriftType[]> {
    const config = this.installation.service.config.controllers.get(context.viewer.controller);
    if (config?.register === undefined) return [];
    const findings = await driftInSources(config.register, config.sources, context.signal);
    return findings.map((finding) => RegisterDriftType.of(finding, language));
  }
}
