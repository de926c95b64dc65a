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
    const { controller, phoneRegion, signingKeyFile } = config;
    const { name, contact, officer } = controller;
    const fields = { id: viewer.controller, name, contact, officer, phoneRegion, signs: signingKeyFile !== undefined };
    return Object.assign(new ControllerSettingsType(), fields);
  }
}
