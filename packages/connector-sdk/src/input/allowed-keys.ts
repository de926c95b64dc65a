import { z, type ZodType } from 'zod';

/** A part of a JSON Schema, as far as keys are concerned. */
interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

/** The keys that a schema knows at a place in the document, in the order it declares them. Empty where it knows none. */
export function allowedKeys(schema: ZodType, path: readonly PropertyKey[]): readonly string[] {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as SchemaNode;
  const nodes = path.reduce<readonly SchemaNode[]>((at, step) => at.flatMap((node) => within(node, step)), branches(root));
  return nodes.flatMap(({ properties }) => Object.keys(properties ?? {}));
}

function within({ properties, additionalProperties, items }: SchemaNode, step: PropertyKey): readonly SchemaNode[] {
  if (typeof step === 'number') return items === undefined ? [] : branches(items);
  const named = Object.entries(properties ?? {}).find(([name]) => name === String(step))?.[1];
  if (named !== undefined) return branches(named);
  return typeof additionalProperties === 'object' ? branches(additionalProperties) : [];
}

/** A schema that allows one of several is all of them, as far as spelling goes. */
function branches(node: SchemaNode): readonly SchemaNode[] {
  return [node, ...(node.anyOf ?? []).flatMap(branches)];
}
