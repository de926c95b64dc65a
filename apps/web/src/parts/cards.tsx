import type { ReactElement, ReactNode } from 'react';

/** A column: what stands over it, and what stands in it. The first is what its rows are called. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
}

interface CardsProps<Row> {
  /** What the table is, for those who do not see what stands around it. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** What a row is like, for its looks; the words say the same. */
  readonly markOf?: (row: Row) => string | undefined;
}

/** A table, which narrow screens show as cards. Roles are given, since a table that is laid out otherwise would lose them. */
export function Cards<Row>({ label, rows, keyOf, columns, markOf }: CardsProps<Row>): ReactElement {
  const [first, ...rest] = columns;
  return (
    <table role="table" className="cards" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ title, isNumber }) => (
            <th key={title} role="columnheader" scope="col" className={isNumber === true ? 'number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row" className={markOf?.(row)}>
            <th role="rowheader" scope="row">
              {first?.cell(row)}
            </th>
            {rest.map(({ title, cell, isNumber }) => (
              <td key={title} role="cell" data-label={title} className={isNumber === true ? 'number' : undefined}>
                <div>{cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
