import { z } from 'zod';

const path = z.string().min(1);
/** Where a reply tells something: a path in its body, or the name of a header. */
export const place = z.union([path, z.strictObject({ header: z.string().min(1) })]);
const to = z.string().min(1).describe('The parameter of the query; for a post, the place in the body: variables.after.');
const size = z
  .strictObject({ to, is: z.int().min(1) })
  .describe('The parameter that asks for the size of a page, and the size: the largest that the vendor gives.');
const total = place.optional().describe('Where a reply says how many there are in all. Fewer than that is told as partial.');
const common = {
  size: size.optional(),
  total,
  most: z.int().min(1).default(10_000).describe('Pages after which the engine stops and says partial.'),
  cap: z.int().min(1).optional().describe('Records after which the vendor gives no more, whatever there is: told as partial.'),
};

const cursorSchema = z.strictObject({
  type: z.literal('cursor'),
  from: place.describe('Where a reply holds the cursor of the next page. None: it was the last.'),
  to,
  more: path
    .optional()
    .describe('Where a reply says whether there is more, as true or false; the cursor alone decides without it.'),
  ...common,
});

const lastSchema = z.strictObject({
  type: z.literal('last'),
  field: path.describe("The field of a page's last record that the next page begins after."),
  to,
  more: path.describe('Where a reply says whether there is more, as true or false.'),
  ...common,
});

const offsetSchema = z.strictObject({ type: z.literal('offset'), to, ...common, size });

const pageSchema = z.strictObject({
  type: z.literal('page'),
  to,
  first: z.int().min(0).default(1).describe('The number of the first page.'),
  pages: place.optional().describe('Where a reply says how many pages there are.'),
  ...common,
  size: size.optional(),
});

const nextSchema = z.strictObject({
  type: z.literal('next'),
  from: z
    .union([path, z.strictObject({ header: z.literal('Link') })])
    .describe("Where a reply holds the next page's address: a path in its body, or the header Link (RFC 8288)."),
  ...common,
});

/** How a list comes in pages (`reference` of the vendor's documentation): the families that vendors use. */
export const paginationSchema = z
  .discriminatedUnion('type', [cursorSchema, lastSchema, offsetSchema, pageSchema, nextSchema])
  .describe('How a list comes in pages.');

/** See {@link paginationSchema}. */
export type Pagination = z.output<typeof paginationSchema>;
/** A path in a reply's body, or one of its headers. */
export type Place = z.output<typeof place>;
