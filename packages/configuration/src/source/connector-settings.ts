import { type Connector, Secret } from '@habeas/connector-sdk';
import { z, type ZodType } from 'zod';

/** One thing that a source of some kind is configured with. */
export interface ConnectorSetting {
  readonly name: string;
  /** `group` is all that is more than one value. Who writes a `secret` names where it is read from. */
  readonly kind: 'text' | 'secret' | 'number' | 'flag' | 'choice' | 'group';
  readonly isRequired: boolean;
  /** What it is without being set, as it would be written. */
  readonly byDefault?: string;
  readonly description?: string;
  /** Of a choice. */
  readonly options: readonly string[];
}

interface SettingNode {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly description?: string;
}

/** Long enough for every text that has a shortest length. */
const SAMPLE = 'x'.repeat(40);
const KINDS: Readonly<Record<string, ConnectorSetting['kind']>> = {
  string: 'text',
  integer: 'number',
  number: 'number',
  boolean: 'flag',
};

/** What a source of a connector is configured with, by the connector's own schema: what is required comes first. */
export function connectorSettings({ config }: Connector): readonly ConnectorSetting[] {
  const { properties = {}, required = [] } = z.toJSONSchema(config, { io: 'input', unrepresentable: 'any' }) as {
    readonly properties?: Readonly<Record<string, SettingNode>>;
    readonly required?: readonly string[];
  };
  const shape = shapeOf(config);
  const settings = Object.entries(properties).map(([name, node]) => {
    const kind = isSecret(shape[name]) ? 'secret' : kindOf(node);
    return { name, kind, isRequired: required.includes(name), options: optionsOf(node), ...saidOf(node, kind) };
  });
  return [...settings.filter(({ isRequired }) => isRequired), ...settings.filter(({ isRequired }) => !isRequired)];
}

/** The settings of a schema one by one, also where they are made into something else as a whole. */
function shapeOf(schema: unknown): Readonly<Record<string, ZodType>> {
  if (schema instanceof z.ZodPipe) return shapeOf(schema.in);
  return schema instanceof z.ZodObject ? schema.shape : {};
}

/** What is made of a text tells whether it is one to be kept. */
function isSecret(schema: ZodType | undefined): boolean {
  return schema?.safeParse(SAMPLE).data instanceof Secret;
}

function kindOf(node: SettingNode): ConnectorSetting['kind'] {
  return node.enum === undefined ? (KINDS[node.type ?? ''] ?? 'group') : 'choice';
}

function optionsOf({ enum: options = [] }: SettingNode): readonly string[] {
  return options.map(String);
}

function saidOf(
  { default: byDefault, description }: SettingNode,
  kind: ConnectorSetting['kind'],
): Pick<ConnectorSetting, 'byDefault' | 'description'> {
  const isTold = byDefault !== undefined && kind !== 'group' && kind !== 'secret';
  const written = typeof byDefault === 'string' ? byDefault : JSON.stringify(byDefault);
  return { ...(isTold ? { byDefault: written } : {}), ...(description === undefined ? {} : { description }) };
}
