import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Dice } from './dice.js';
import { MadeValues } from './made-values.js';
import { writeLiteral } from './write-literal.js';

/** A document that nobody would write, with its variables, and the texts in it that no answer may hold. */
export interface MadeDocument {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly sent: readonly string[];
}

const PIECES = [
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
  '!',
  ':',
  '[',
  '0x1',
  '1e',
  '\\u{110000}',
];
const DIRECTIVES = ['@include(if: true)', '@skip(if: false)', '@include(if: "x")', '@deprecated'];

/** Makes documents from the grammar of a schema: mostly well-formed, mostly wrong somewhere. The same dice make the same documents. */
export class DocumentMaker {
  readonly #values: MadeValues;
  #variables: Record<string, unknown> = {};
  #declared: string[] = [];
  #fragments: string[] = [];

  /** `known` are ids of things that are there. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dice: Dice,
    known: readonly string[],
  ) {
    this.#values = new MadeValues(dice, known);
  }

  make(): MadeDocument {
    this.#variables = {};
    this.#declared = [];
    this.#fragments = [];
    const { dice } = this;
    const [word, type] = dice.happens(0.3)
      ? (['mutation', this.schema.getMutationType()] as const)
      : (['query', this.schema.getQueryType()] as const);
    const selection = this.#selection(type ?? undefined, dice.happens(0.05) ? 12 : 4);
    const declared = this.#declared.length === 0 ? '' : `(${this.#declared.join(', ')})`;
    const operation = `${word} ${dice.happens(0.5) ? 'Q' : ''}${declared} ${selection}`;
    const whole = [operation, ...this.#fragments].join('\n');
    const query = dice.happens(0.1) ? this.#damaged(whole) : whole;
    return { query, variables: this.#variables, sent: this.#values.takeSent() };
  }

  #selection(type: GraphQLObjectType | undefined, most: number): string {
    const { dice } = this;
    const fields = Object.values(type?.getFields() ?? {});
    const chosen = Array.from({ length: dice.upTo(most) }, () => this.#field(dice.one(fields)));
    if (dice.happens(0.2)) chosen.push('__typename');
    if (dice.happens(0.02)) chosen.push('__schema { types { name } }');
    const text = `{ ${chosen.join(' ')} }`;
    if (type === undefined || !dice.happens(0.15)) return text;
    const on = dice.happens(0.9) ? type.name : dice.one(['Request', 'Query', 'Refusal', this.#values.text()]);
    return dice.happens(0.5) ? `{ ... on ${on}${this.#directives()} ${text} }` : this.#spread(on, text);
  }

  /** The selection as a fragment, spread up to three times. Now and then it spreads itself, or another that is not there. */
  #spread(on: string, text: string): string {
    const { dice } = this;
    const name = `F${String(this.#fragments.length)}`;
    const inside = dice.happens(0.1) ? text.replace(/\}$/u, `...${dice.one([name, 'F0', 'F1', 'None'])} }`) : text;
    this.#fragments.push(`fragment ${name} on ${on} ${inside}`);
    return `{ ${Array.from({ length: dice.upTo(3) }, () => `...${name}`).join(' ')} }`;
  }

  #field(field: GraphQLField<unknown, unknown>): string {
    const { dice } = this;
    const name = dice.happens(0.03) ? this.#values.name() : field.name;
    const alias = dice.happens(0.15) ? `a${String(dice.upTo(20))}: ` : '';
    const given = field.args
      .filter((arg) => dice.happens(isNonNullType(arg.type) ? 0.97 : 0.5))
      .map((arg) => this.#argument(arg));
    if (dice.happens(0.02)) given.push(`${this.#values.name()}: 1`);
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
    const one = (): string => dice.one([...DIRECTIVES, `@${this.#values.name()}`]);
    return ` ${Array.from({ length: dice.happens(0.1) ? 30 : 1 }, one).join(' ')}`;
  }

  #argument({ name, type }: GraphQLArgument): string {
    const { dice } = this;
    if (!dice.happens(0.4)) return `${name}: ${writeLiteral(this.#values.of(type), type)}`;
    const variable = `v${String(this.#declared.length)}`;
    const declared = dice.happens(0.95)
      ? String(type)
      : dice.one(['Int!', 'String', 'ID!', '[ID!]', 'Request', this.#values.name()]);
    this.#declared.push(`$${variable}: ${declared}${dice.happens(0.05) ? ' = 1' : ''}`);
    if (dice.happens(0.97)) this.#variables[variable] = this.#values.of(type);
    return `${name}: $${variable}`;
  }

  #damaged(text: string): string {
    const { dice } = this;
    const at = dice.upTo(text.length);
    const piece = dice.one([...PIECES, `"${this.#values.name()}`]);
    return `${text.slice(0, at)}${piece}${text.slice(at + dice.upTo(3))}`;
  }
}
