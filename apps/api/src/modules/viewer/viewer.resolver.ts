import { Context, ID, ObjectType, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { Shown, ShownQuery } from '../../platform/shown.js';

@ObjectType('Viewer', { description: 'Who is asking, and what they may do.' })
export class ViewerType {
  @Shown('everybody', () => ID)
  readonly id!: string;

  @Shown('everybody', () => String)
  readonly kind!: string;

  @Shown('everybody', () => ID, { description: 'The controller they act for.' })
  readonly controller!: string;

  @Shown('everybody', () => [ID])
  readonly controllers!: readonly string[];

  @Shown('everybody', () => [String])
  readonly permissions!: readonly string[];
}

@ObjectType('ControllerSettings', { description: 'The organisation that answers for the data, as it introduces itself.' })
export class ControllerSettingsType {
  @Shown('settings.read', () => ID)
  readonly id!: string;

  @Shown('settings.read', () => String)
  readonly name!: string;

  @Shown('settings.read', () => String, { nullable: true })
  readonly contact?: string | undefined;

  @Shown('settings.read', () => String, { nullable: true })
  readonly officer?: string | undefined;

  @Shown('settings.read', () => String, { nullable: true, description: 'The supervisory authority that people can complain to.' })
  readonly authority?: string | undefined;

  @Shown('settings.read', () => String)
  readonly timeZone!: string;

  @Shown('settings.read', () => String, { description: 'Whose public holidays its deadlines are counted by.' })
  readonly holidays!: string;

  @Shown('settings.read', () => Boolean, { description: 'Whether its register of processing activities is named.' })
  readonly hasRegister!: boolean;

  @Shown('settings.read', () => String, {
    nullable: true,
    description:
      'The part of its habeas.yaml that says so, as it was read at the start. Nothing where that is no block of its own.',
  })
  readonly yaml?: string | undefined;

  @Shown('settings.read', () => String, { nullable: true })
  readonly phoneRegion?: string | undefined;

  @Shown('settings.read', () => Boolean, { description: 'Whether its archives are signed.' })
  readonly signs!: boolean;
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly installation: Installation) {}

  @ShownQuery('everybody', () => ViewerType)
  viewer(@Context() { viewer }: ApiContext): ViewerType {
    const { actor, controller, controllers, permissions } = viewer;
    const fields = { id: actor.id, kind: actor.kind, controller, controllers, permissions: [...permissions].sort() };
    return Object.assign(new ViewerType(), fields);
  }

  @ShownQuery('settings.read', () => ControllerSettingsType)
  settings(@Context() { viewer }: ApiContext): ControllerSettingsType {
    const config = this.installation.service.config.controllers.get(viewer.controller);
    if (config === undefined) throw new Error('A viewer of a controller that is not configured.');
    const { controller, controllerText: yaml, phoneRegion, register, signingKeyFile } = config;
    const { name, contact, officer, authority, timeZone, holidays } = controller;
    return Object.assign(new ControllerSettingsType(), {
      ...{ id: viewer.controller, name, contact, officer, authority: authority?.name, timeZone, holidays, phoneRegion, yaml },
      ...{ hasRegister: register !== undefined, signs: signingKeyFile !== undefined },
    });
  }
}
