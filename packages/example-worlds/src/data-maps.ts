import { fileURLToPath } from 'node:url';

/** The data maps of this package: of the demo, of the assistance group, of the recruiting company, of the public samples, of the generated worlds and of the large ones. */
export const DATA_MAPS = [
  'membership',
  'events',
  'newsletter',
  'hostel',
  'contracts',
  'cases',
  'partners',
  'crm',
  'site',
  'sakila.mysql',
  'sakila.postgres',
  'chinook.mysql',
  'chinook.postgres',
  'chinook.sqlite',
  'generated-shop',
  'generated-events',
  'generated-mailing',
  'large',
  'flat',
] as const;

/** See {@link DATA_MAPS}. */
export type DataMapName = (typeof DATA_MAPS)[number];

/** The file of a data map. */
export function dataMapFile(name: DataMapName): string {
  return fileURLToPath(new URL(`../data-maps/${name}.map.yaml`, import.meta.url));
}
