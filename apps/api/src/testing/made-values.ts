import {
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLScalarType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Dice } from './dice.js';

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
const DATES = ['2020-02-30T00:00:00Z', '2020-02-03T00:00:00Z', '9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z'];
const POLLUTION = '{"__proto__":{"x":1},"constructor":1}';

/** Makes values for arguments: mostly of the right type, and remembers every text it made. */
export class MadeValues {
  #sent: string[] = [];

  /** `known` are ids of things that are there. */
  constructor(
    private readonly dice: Dice,
    private readonly known: readonly string[],
  ) {}

  /** The texts since the last call: no answer may hold one of them. */
  takeSent(): readonly string[] {
    const sent = this.#sent;
    this.#sent = [];
    return sent;
  }

  /** A value for a type: now and then of another type, or none. */
  of(type: GraphQLInputType): unknown {
    const { dice } = this;
    if (dice.happens(0.06)) return this.#strange();
    if (isNonNullType(type)) return this.of(type.ofType);
    if (dice.happens(0.05)) return null;
    if (isListType(type)) return this.#list(type.ofType);
    if (isEnumType(type)) return dice.happens(0.9) ? dice.one(type.getValues()).name : this.name();
    if (isInputObjectType(type)) return this.#object(Object.values(type.getFields()));
    return this.#scalar(type);
  }

  /** A text that is in no answer unless somebody repeats it. */
  text(): string {
    return `${this.name()}${this.dice.one(TAILS)}${this.dice.happens(0.02) ? 'x'.repeat(3_000) : ''}`;
  }

  /** A name that nothing has. */
  name(): string {
    const made = `zq${this.dice.hex(12)}`;
    this.#sent.push(made);
    return made;
  }

  #strange(): unknown {
    return this.dice.one([null, true, Number.MAX_VALUE, {}, [], this.text(), JSON.parse(POLLUTION) as unknown, [[[]]]]);
  }

  #list(item: GraphQLInputType): readonly unknown[] {
    return Array.from({ length: this.dice.happens(0.03) ? 150 : this.dice.upTo(3) }, () => this.of(item));
  }

  #scalar({ name }: GraphQLScalarType): unknown {
    const { dice } = this;
    if (name === 'Int') return dice.one(INTS);
    if (name === 'Boolean') return dice.happens(0.5);
    if (name === 'ID' && dice.happens(0.5)) return dice.one(this.known);
    return name === 'DateTime' ? dice.one([...DATES, this.text()]) : this.text();
  }

  #object(fields: readonly GraphQLInputField[]): Readonly<Record<string, unknown>> {
    const given = fields.filter(({ type }) => this.dice.happens(isNonNullType(type) ? 0.97 : 0.6));
    const made = Object.fromEntries(given.map(({ name, type }) => [name, this.of(type)]));
    return this.dice.happens(0.03) ? { ...made, [this.name()]: 1 } : made;
  }
}
