import { expect, it } from '@jest/globals';
import { createTableSql, type TableDesign } from './table-design.js';

const DESIGN: TableDesign = {
  name: 'visit',
  columns: { person: 'bigint', day: 'date', mail: 'text' },
  key: ['person', 'day'],
  indexes: ['mail'],
};

it('writes one design in the words of each product', () => {
  expect(createTableSql(DESIGN, 'mariadb')).toEqual([
    'CREATE TABLE `visit` (`person` BIGINT NOT NULL, `day` DATE NOT NULL, `mail` VARCHAR(190), PRIMARY KEY (`person`, `day`))',
    'CREATE INDEX `visit_by_mail` ON `visit` (`mail`)',
  ]);
  expect(createTableSql(DESIGN, 'postgres')[0]).toBe(
    'CREATE TABLE "visit" ("person" bigint NOT NULL, "day" date NOT NULL, "mail" text, PRIMARY KEY ("person", "day"))',
  );
  expect(createTableSql(DESIGN, 'sqlite')[1]).toBe('CREATE INDEX "visit_by_mail" ON "visit" ("mail")');
});
