import { type Language, scopeOfMap } from '@habeas/core/law';
import { Args, Context, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { ShownQuery } from '../../platform/shown.js';
import { Languages } from '../requests/request.words.js';
import { CollectionScopeType } from './scope.types.js';

/** What the controller hands over of each field, before anybody asks. */
@Resolver(() => CollectionScopeType)
export class ScopeResolver {
  constructor(private readonly installation: Installation) {}

  @ShownQuery('settings.read', () => [CollectionScopeType], {
    description: 'By the data maps and the register alone: no source is asked. Empty where the controller has no register here.',
  })
  scope(
    @Args('language', { type: () => Languages, defaultValue: 'en' }) language: Language,
    @Context() { viewer }: ApiContext,
  ): readonly CollectionScopeType[] {
    const config = this.installation.service.config.controllers.get(viewer.controller);
    const register = config?.register?.register;
    if (config === undefined || register === undefined) return [];
    return config.sources.flatMap(({ id, dataMap }) =>
      dataMap === undefined
        ? []
        : scopeOfMap(id, dataMap.map, register).map((each) => CollectionScopeType.of(id, each, language)),
    );
  }
}
