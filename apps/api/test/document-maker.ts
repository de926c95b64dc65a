import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Dice } from './dice.js';

/** A document that nobody would write, with its variables, and the texts in it that no answer may hold. */
export interface MadeDocument {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly sent: readonly string[];
}

const TAILS = [
  '',
  "' OR 1=1 --",
  '\u0000',
  '\ud800',
  '\u202egnp',
  '{{7*7}}',
  '<script>',
  '../../etc/passwd',
  '%00',
  '\r\nX: y',
  '😀',
  '$(id)',
];
const INTS = [-2_147_483_649, -1, 0, 1, 20, 100, 101, 100_000, 2_147_483_647, 2_147_483_648, 1.5];

/** Makes documents from the grammar of a schema: mostly well-formed, mostly wrong somewhere. The same dice make the same documents. */
export class DocumentMaker {
  #variables: Record<string, unknown> = {};
  #declared: string[] = [];
  #fragments: string[] = [];
  #sent: string[] = [];

  /** `known` are ids of things that are there. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dice: Dice,
    private readonly known: readonly string[],
  ) {}

  make(): MadeDocument {
    this.#variables = {};
    this.#declared = [];
    this.#fragments = [];
    this.#sent = [];
    const { dice } = this;
    const [word, type] = dice.happens(0.3)
      ? (['mutation', this.schema.getMutationType()] as const)
      : (['query', this.schema.getQueryType()] as const);
    const selection = this.#selection(type ?? undefined, dice.happens(0.05) ? 12 : 4);
    const declared = this.#declared.length === 0 ? '' : `(${this.#declared.join(', ')})`;
    const operation = `${word} ${dice.happens(0.5) ? 'Q' : ''}${declared} ${selection}`;
    const whole = [operation, ...this.#fragments].join('\n');
    return { query: dice.happens(0.1) ? this.#damaged(whole) : whole, variables: this.#variables, sent: this.#sent };
  }

  #selection(type: GraphQLObjectType | undefined, most: number): string {
    const { dice } = this;
    const fields = Object.values(type?.getFields() ?? {});
    const chosen = Array.from({ length: dice.upTo(most) }, () => this.#field(dice.one(fields)));
    if (dice.happens(0.2)) chosen.push('__typename');
    if (dice.happens(0.02)) chosen.push('__schema { types { name } }');
    const text = `{ ${chosen.join(' ')} }`;
    if (type === undefined || !dice.happens(0.15)) return text;
    const on = dice.happens(0.9) ? type.name : dice.one(['Request', 'Query', 'Refusal', this.#text()]);
    if (dice.happens(0.5)) return `{ ... on ${on}${this.#directives()} ${text} }`;
    const name = `F${String(this.#fragments.length)}`;
    // Now and then one that spreads itself, or another that is not there
    const inside = dice.happens(0.1) ? text.replace(/\}$/u, `...${dice.one([name, 'F0', 'F1', 'None'])} }`) : text;
    this.#fragments.push(`fragment ${name} on ${on} ${inside}`);
    return `{ ${Array.from({ length: dice.upTo(3) }, () => `...${name}`).join(' ')} }`;
  }

  #field(field: GraphQLField<unknown, unknown>): string {
    const { dice } = this;
    const name = dice.happens(0.03) ? this.#name() : field.name;
    const alias = dice.happens(0.15) ? `a${String(dice.upTo(20))}: ` : '';
    const given = field.args
      .filter((arg) => dice.happens(isNonNullType(arg.type) ? 0.97 : 0.5))
      .map((arg) => this.#argument(arg));
    if (dice.happens(0.02)) given.push(`${this.#name()}: 1`);
    const args = given.length === 0 ? '' : `(${given.join(', ')})`;
    return `${alias}${name}${args}${this.#directives()} ${this.#below(field.type)}`;
  }

  #below(type: GraphQLOutputType): string {
    const named = getNamedType(type);
    if (isObjectType(named)) return this.#selection(named, 4);
    if (!isUnionType(named)) return this.dice.happens(0.02) ? '{ id }' : '';
    const parts = named.getTypes().map((each) => `... on ${each.name} ${this.#selection(each, 3)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }

  #directives(): string {
    const { dice } = this;
    if (!dice.happens(0.08)) return '';
    const one = (): string =>
      dice.one(['@include(if: true)', '@skip(if: false)', '@include(if: "x")', `@${this.#name()}`, '@deprecated']);
    return ` ${Array.from({ length: dice.happens(0.1) ? 30 : 1 }, one).join(' ')}`;
  }

  #argument({ name, type }: GraphQLArgument | GraphQLInputField): string {
    if (!this.dice.happens(0.4)) return `${name}: ${literal(this.#value(type), type)}`;
    const variable = `v${String(this.#declared.length)}`;
    const declared = this.dice.happens(0.95)
      ? String(type)
      : this.dice.one(['Int!', 'String', 'ID!', '[ID!]', 'Request', this.#name()]);
    this.#declared.push(`$${variable}: ${declared}${this.dice.happens(0.05) ? ' = 1' : ''}`);
    if (this.dice.happens(0.97)) this.#variables[variable] = this.#value(type);
    return `${name}: $${variable}`;
  }

  #value(type: GraphQLInputType): unknown {
    const { dice } = this;
    if (dice.happens(0.06))
      return dice.one([
        null,
        true,
        1e309,
        {},
        [],
        this.#text(),
        JSON.parse('{"__proto__":{"x":1},"constructor":1}') as unknown,
        [[[]]],
      ]);
    if (isNonNullType(type)) return this.#value(type.ofType);
    if (dice.happens(0.05)) return null;
    if (isListType(type)) {
      const item: GraphQLInputType = type.ofType;
      return Array.from({ length: dice.happens(0.03) ? 150 : dice.upTo(3) }, () => this.#value(item));
    }
    if (isEnumType(type)) return dice.happens(0.9) ? dice.one(type.getValues()).name : this.#name();
    if (isInputObjectType(type)) return this.#object(Object.values(type.getFields()));
    if (type.name === 'Int') return dice.one(INTS);
    if (type.name === 'Boolean') return dice.happens(0.5);
    if (type.name === 'ID' && dice.happens(0.5)) return dice.one(this.known);
    if (type.name === 'DateTime')
      return dice.one([
        '2020-02-30T00:00:00Z',
        '2020-02-03T00:00:00Z',
        '9999-12-31T23:59:59Z',
        '0000-01-01T00:00:00Z',
        this.#text(),
      ]);
    return this.#text();
  }

  #object(fields: readonly GraphQLInputField[]): Record<string, unknown> {
    const given = fields.filter(({ type }) => this.dice.happens(isNonNullType(type) ? 0.97 : 0.6));
    const made = Object.fromEntries(given.map(({ name, type }) => [name, this.#value(type)]));
    return this.dice.happens(0.03) ? { ...made, [this.#name()]: 1 } : made;
  }

  /** A text that is in no answer unless somebody repeats it. */
  #text(): string {
    return `${this.#name()}${this.dice.one(TAILS)}${this.dice.happens(0.02) ? 'x'.repeat(3_000) : ''}`;
  }

  #name(): string {
    const made = `zq${this.dice.hex(12)}`;
    this.#sent.push(made);
    return made;
  }

  #damaged(text: string): string {
    const { dice } = this;
    const at = dice.upTo(text.length);
    const piece = dice.one([
      '',
      '{',
      '}',
      '"',
      '"""',
      '(',
      '$',
      '...',
      '\u0000',
      '\ufeff',
      '#',
      '@',
      `"${this.#name()}`,
      '!',
      ':',
      '[',
      '0x1',
      '1e',
      '\\u{110000}',
    ]);
    return `${text.slice(0, at)}${piece}${text.slice(at + dice.upTo(3))}`;
  }
}

/** A value as the language writes it. Names of enumerations have no quotes. */
function literal(value: unknown, type: GraphQLInputType): string {
  const inner = isNonNullType(type) ? (type.ofType as GraphQLInputType) : type;
  if (Array.isArray(value))
    return `[${value.map((item) => literal(item, isListType(inner) ? (inner.ofType as GraphQLInputType) : inner)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = isInputObjectType(inner) ? inner.getFields() : {};
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${literal(each, fields[key]?.type ?? inner)}`)
      .join(', ')} }`;
  }
  return typeof value === 'string' && isEnumType(inner) ? value : JSON.stringify(value);
}
