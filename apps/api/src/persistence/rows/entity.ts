import { EntitySchema, type EntitySchemaColumnOptions, type EntitySchemaIndexOptions } from 'typeorm';
import { type ColumnKind, columnType, type Product } from '../column-types.js';

/** A table as the mappers see it. Columns ending in `?` may be empty. */
export interface TableShape<Row> {
  readonly name: string;
  readonly columns: { readonly [Column in keyof Row]-?: ColumnKind | `${ColumnKind}?` };
  readonly primary: readonly (keyof Row & string)[];
  readonly indices?: readonly {
    readonly name: string;
    readonly columns: readonly (keyof Row & string)[];
    readonly unique?: boolean;
  }[];
}

/** The entity of a table in one product. */
export function entityOf<Row extends object>(product: Product, shape: TableShape<Row>): EntitySchema<Row> {
  const columns = Object.entries(shape.columns as Readonly<Record<string, string>>).map(([name, kind]) => [
    name,
    columnOf(product, { name, kind, isPrimary: shape.primary.some((each) => each === name) }),
  ]);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- TypeORM declares its options as a class, and takes literals
  return new EntitySchema<Row>({
    name: shape.name,
    tableName: shape.name,
    columns: Object.fromEntries(columns) as { [Column in keyof Row]: EntitySchemaColumnOptions },
    indices: (shape.indices ?? []).map(({ name, columns: of, unique = false }): EntitySchemaIndexOptions => ({
      name,
      columns: [...of],
      unique,
    })),
  });
}

interface Declared {
  readonly name: string;
  readonly kind: string;
  readonly isPrimary: boolean;
}

function columnOf(product: Product, { name, kind, isPrimary }: Declared): EntitySchemaColumnOptions {
  const plain = kind.replace('?', '') as ColumnKind;
  return {
    name: snakeCase(name),
    ...columnType(product, plain),
    ...(kind.endsWith('?') ? { nullable: true } : {}),
    ...(isPrimary ? { primary: true } : {}),
    ...(plain === 'number' ? { generated: 'increment' as const } : {}),
  };
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
