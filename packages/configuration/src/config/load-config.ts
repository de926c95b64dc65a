import { dirname, relative, resolve } from 'node:path';
import {
  type Connector,
  type DataMapFile,
  type InputFault,
  InvalidInputError,
  nearestWord,
  parseDataMap,
  readYaml,
  type YamlFile,
} from '@habeas/connector-sdk';
import type { RegisterFile } from '../register/load-register.js';
import { manualConnector } from '../source/manual-connector.js';
import { bindRegister, type LoadedController } from './bind-register.js';
import { type HabeasConfig, habeasConfigSchema, type SourceConfig } from './habeas-config.js';
import { readInput } from './read-input.js';
import { resolveReferences } from './secret-references.js';
import { type SignInConfig, signInConfig, signInFaults } from './sign-in-config.js';

/** One source, ready to be opened. */
export interface ConfiguredSource {
  readonly id: string;
  /** In the controller's language. */
  readonly title: string;
  /** By language, where the configuration or the data map tells. */
  readonly titles?: Readonly<Record<string, string>>;
  readonly connector: Connector;
  /** What the connector's own schema made of the source's settings. */
  readonly settings: unknown;
  readonly dataMap?: DataMapFile;
  /** The same as it stood in its file. It holds no credential: those stand in `habeas.yaml`. */
  readonly dataMapText?: string;
  readonly phoneRegion?: string;
  readonly baseDirectory: string;
}

/** A whole configuration, checked. */
export interface LoadedConfig {
  readonly controller: LoadedController;
  /** The part of the file that says who answers, as it stands there; none where it is not a block of its own. It holds no credential. */
  readonly controllerText?: string;
  readonly register?: RegisterFile;
  readonly phoneRegion?: string;
  /** What its letters say in its own words: absolute, and not read here. */
  readonly lettersFile?: string;
  /** Absolute. */
  readonly signingKeyFile?: string;
  /** Where its subjects can sign in to prove who they are. */
  readonly signIn?: SignInConfig;
  readonly sources: readonly ConfiguredSource[];
}

/** What {@link loadConfig} may leave out: a command that drafts data maps needs none. */
export interface LoadOptions {
  readonly dataMapsOptional?: boolean;
}

/**
 * Reads `habeas.yaml`, the register and every data map it names, and has each connector check its own settings. Throws
 * `InvalidInputError` with the faults of all these files at once; nothing is opened.
 */
export function loadConfig(file: string, connectors: ReadonlyMap<string, Connector>, options: LoadOptions = {}): LoadedConfig {
  const baseDirectory = dirname(resolve(file));
  const text = readInput(file);
  const yaml = readYaml(text, file, habeasConfigSchema, { resolve: (value) => resolveReferences(value, baseDirectory) });
  const { phoneRegion, signing, signIn, sources, controller } = yaml.value;
  const loader = new SourceLoader(yaml, baseDirectory, connectors, options);
  const loaded = Object.entries(sources).flatMap(([id, source]) => loader.load(id, source));
  const bound = bindRegister(yaml, baseDirectory, loaded);
  const strange = signIn === undefined ? [] : signInFaults(signIn, (...fault) => yaml.faultAt(...fault));
  const faults = [...strange, ...bound.faults, ...loader.faults];
  if (faults.length > 0) throw new InvalidInputError(faults);
  const controllerText = blockOf(text, 'controller');
  return {
    controller: bound.controller,
    ...(controllerText === undefined ? {} : { controllerText }),
    ...(bound.register === undefined ? {} : { register: bound.register }),
    ...(phoneRegion === undefined ? {} : { phoneRegion }),
    ...(controller.letters === undefined ? {} : { lettersFile: resolve(baseDirectory, controller.letters) }),
    ...(signing === undefined ? {} : { signingKeyFile: resolve(baseDirectory, signing.keyFile) }),
    ...(signIn === undefined ? {} : { signIn: signInConfig(signIn) }),
    sources: loaded,
  };
}

/** Loads source after source and keeps every fault, so that one run shows them all. */
export class SourceLoader {
  readonly faults: InputFault[] = [];
  private readonly connectors: ReadonlyMap<string, Connector>;

  constructor(
    private readonly yaml: YamlFile<Omit<HabeasConfig, 'sources'>>,
    private readonly baseDirectory: string,
    connectors: ReadonlyMap<string, Connector>,
    private readonly options: LoadOptions & { readonly filesUnread?: boolean },
  ) {
    this.connectors = new Map([...connectors, [manualConnector.manifest.id, manualConnector]]);
  }

  load(id: string, source: SourceConfig): readonly ConfiguredSource[] {
    const connector = this.connectors.get(source.connector);
    if (connector === undefined) return this.unknownConnector(id, source.connector);
    const settings = connector.config.safeParse(source.config);
    if (!settings.success) {
      settings.error.issues.forEach(({ path, message }) => {
        this.faults.push(this.yaml.faultAt(['sources', id, 'config', ...path], message.replace(/^Invalid input: /u, '')));
      });
    }
    const dataMap = this.dataMap(id, source, connector);
    const phoneRegion = source.phoneRegion ?? this.yaml.value.phoneRegion;
    return [
      {
        id,
        ...titlesOf(id, source.title ?? dataMap?.parsed.map.title, this.yaml.value.controller.language),
        connector,
        settings: settings.data,
        ...(dataMap === undefined ? {} : { dataMap: dataMap.parsed, dataMapText: dataMap.text }),
        ...(phoneRegion === undefined ? {} : { phoneRegion }),
        baseDirectory: this.baseDirectory,
      },
    ];
  }

  private unknownConnector(id: string, name: string): readonly [] {
    const known = [...this.connectors.keys()];
    const nearest = nearestWord(name, known);
    const remedy = nearest === undefined ? `known: ${known.join(', ')}` : `did you mean ${nearest}?`;
    this.faults.push(this.yaml.faultAt(['sources', id, 'connector'], `there is no connector "${name}"`, remedy));
    return [];
  }

  private dataMap(
    id: string,
    source: SourceConfig,
    { manifest }: Connector,
  ): { readonly parsed: DataMapFile; readonly text: string } | undefined {
    const path = ['sources', id, 'dataMap'];
    if (source.dataMap === undefined) {
      if (manifest.needsDataMap && this.options.dataMapsOptional !== true) {
        this.faults.push(this.yaml.faultAt(path, 'a data map is needed', `draft one with habeas sources describe ${id}`));
      }
      return undefined;
    }
    if (this.options.filesUnread === true) return undefined;
    const file = resolve(this.baseDirectory, source.dataMap);
    try {
      const text = readInput(file);
      return { parsed: parseDataMap(text, relative('.', file)), text };
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      this.faults.push(...error.faults);
      return undefined;
    }
  }
}

/** A text without a language stands for all of them. */
function titlesOf(
  id: string,
  told: string | Readonly<Record<string, string>> | undefined,
  language: string,
): Pick<ConfiguredSource, 'title' | 'titles'> {
  if (told === undefined || typeof told === 'string') return { title: told ?? id };
  return { title: told[language] ?? told['en'] ?? Object.values(told)[0] ?? id, titles: told };
}

/** The lines of one part of a file, from its key on, without the comments that stand before the next one. */
function blockOf(text: string, key: string): string | undefined {
  const lines = text.split(/\r?\n/u);
  const start = lines.findIndex((line) => line.startsWith(`${key}:`));
  if (start < 0) return undefined;
  const next = lines.findIndex((line, index) => index > start && /^[^\s#]/u.test(line));
  const block = lines.slice(start, next < 0 ? undefined : next);
  const last = block.findLastIndex((line) => !/^(?:#.*|\s*)$/u.test(line));
  return `${block.slice(0, last + 1).join('\n')}\n`;
}
