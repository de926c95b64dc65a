import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readYaml } from '@habeas/connector-sdk';
import { z } from 'zod';

const archivedSchema = z.union([
  z.string().min(1).describe('Why nothing is ever archived at this vendor.'),
  z.record(
    z.string(),
    z.strictObject({
      record: z.record(z.string(), z.json()).describe('What tells an archived record from others.'),
      shownBy: z
        .record(z.string(), z.string())
        .default({})
        .describe('The parameters of a query (or members of a body) without which the vendor leaves it out.'),
    }),
  ),
]);

const worldFileSchema = z.strictObject({
  records: z
    .record(z.string(), z.record(z.string(), z.json()))
    .describe(
      'One record of each collection, in the shape the vendor sends it. ${n} is a number of its own, ${person.email}, ' +
        '${person.phone}, ${person.given}, ${person.family}, ${person.id} and ${person.md5} are whose it is, ${owner.…} is of its ' +
        "owner's record, ${listing.…} of the item of a listing that it is in.",
    ),
  listings: z.record(z.string(), z.array(z.json()).min(1)).default({}).describe('The items of each listing.'),
  shared: z
    .record(z.string(), z.record(z.string(), z.json()))
    .default({})
    .describe('One of each kind of shared thing, as the vendor sends it; ${key.…} is the key that it is asked for by.'),
  archived: archivedSchema.optional(),
});

/** A small world as a connector's `fixtures/world.yaml` writes it: what a vendor's records look like. */
export type WorldFile = z.output<typeof worldFileSchema>;

/** Reads a world. Throws `InvalidInputError` with every fault of the file. */
export function readWorldFile(file: URL): WorldFile {
  return readYaml(readFileSync(file, 'utf8'), basename(fileURLToPath(file)), worldFileSchema).value;
}
