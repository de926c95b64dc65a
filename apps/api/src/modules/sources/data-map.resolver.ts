import { basename } from 'node:path';
import type { ConfiguredSource } from '@habeas/configuration';
import { type CollectionSpec, ConnectorError, InvalidInputError, parseDataMap } from '@habeas/connector-sdk';
import { notFound, type WorkDesk } from '@habeas/core';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { ShownField, ShownQuery } from '../../platform/shown.js';
import { Languages } from '../requests/request.words.js';
import {
  ConfigurationFaultType,
  DataMapType,
  MapCoverageType,
  MappedCollectionType,
  MappedFieldType,
  toldIn,
  UnmappedTableType,
} from './data-map.types.js';
import { SourceProblemType, SourceType } from './source.types.js';

/** What sources hold of people, for those who know the data and not YAML. */
@Resolver(() => SourceType)
export class DataMapResolver {
  readonly #desk: WorkDesk;

  constructor(private readonly installation: Installation) {
    this.#desk = installation.service.desk;
  }

  @ShownQuery('settings.read', () => DataMapType, {
    description: 'By the data map; a source without one is opened, and asked what it can deliver. Nobody’s data is read.',
  })
  async dataMap(
    @Args('source', { type: () => ID }) id: string,
    @Args('language', { type: () => Languages, defaultValue: 'en' }) language: string,
    @Context() { viewer, signal }: ApiContext,
  ): Promise<DataMapType> {
    const source = this.#sourceOf(viewer.controller, id);
    if (source === undefined) throw notFound('source');
    return source.dataMap === undefined
      ? this.#described(viewer.controller, id, { language, signal })
      : written(source, language);
  }

  @ShownQuery('settings.read', () => [ConfigurationFaultType], {
    description: 'Whether a data map could be read as it is written here, by the rules of the start. Nothing is kept of it.',
  })
  checkDataMap(@Args('yaml', { type: () => String }) yaml: string): readonly ConfigurationFaultType[] {
    try {
      parseDataMap(yaml, 'data map');
      return [];
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      return error.faults.map((fault) => ConfigurationFaultType.of(fault));
    }
  }

  @ShownField('source.read', () => MapCoverageType, { nullable: true, description: 'Nothing where it has no data map.' })
  coverage(@Parent() { id }: SourceType, @Context() { viewer }: ApiContext): MapCoverageType | undefined {
    const map = this.#sourceOf(viewer.controller, id)?.dataMap?.map;
    return map === undefined ? undefined : MapCoverageType.of(map);
  }

  #sourceOf(controller: string, id: string): ConfiguredSource | undefined {
    return this.installation.service.config.controllers.get(controller)?.sources.find((source) => source.id === id);
  }

  async #described(
    controller: string,
    id: string,
    { language, signal }: { readonly language: string; readonly signal: AbortSignal },
  ): Promise<DataMapType> {
    const binding = this.#desk.sources.bindingsOf(controller).find(({ description }) => description.id === id);
    if (binding === undefined) throw notFound('source');
    try {
      const session = await binding.open(signal);
      try {
        const collections = session.collections.map((spec) => described(spec, language));
        return Object.assign(new DataMapType(), { source: id, collections, unmapped: [] });
      } finally {
        await session.close();
      }
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      const problem = SourceProblemType.of(error);
      return Object.assign(new DataMapType(), { source: id, collections: [], unmapped: [], problem });
    }
  }
}

function written({ id, dataMap, dataMapText }: ConfiguredSource, language: string): DataMapType {
  const { collections = {}, unmapped = {} } = dataMap?.map ?? {};
  return Object.assign(new DataMapType(), {
    source: id,
    yaml: dataMapText,
    file: dataMap === undefined ? undefined : basename(dataMap.file),
    collections: Object.entries(collections).map(([name, each]) => MappedCollectionType.of(name, each, language)),
    unmapped: Object.entries(unmapped).map(([table, because]) => Object.assign(new UnmappedTableType(), { table, because })),
  });
}

function described(spec: CollectionSpec, language: string): MappedCollectionType {
  const { name, title, description, activity, personal, reason, nature, gaps, fields, withheld } = spec;
  return Object.assign(new MappedCollectionType(), {
    name,
    title: toldIn(title, language) ?? name,
    description: toldIn(description, language),
    activity,
    isSearched: personal === 'subject',
    because: reason,
    isLog: nature !== undefined,
    gaps,
    fields: [
      ...fields.map((field) => MappedFieldType.of(field.name, field, language)),
      ...withheld.map((field) => MappedFieldType.of(field, { secret: true }, language)),
    ],
    references: [],
  });
}
