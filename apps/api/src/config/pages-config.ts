import type { SubjectLook } from '@habeas/subject-pages';
import { z } from 'zod';

const link = z
  .string()
  .regex(/^(?:https:\/\/[^\s/]\S*|\/(?![/\\])\S*)$/u, 'a link begins with https:, or is a path of this host')
  .max(400);
const own = z.string().trim().min(1).max(2_000);

/** `pages:` in service.yaml: how the pages for subjects look and what they say beside their own words, by the id of the controller. */
export const pagesSchema = z.record(
  z.string(),
  z.strictObject({
    colour: z
      .string()
      .regex(/^#[\da-f]{6}$/iu, 'a colour is written #rrggbb')
      .optional()
      .describe('Of headings, links and buttons; made darker or lighter until it can be read.'),
    privacy: link.optional().describe('Where the controller tells how it uses personal data.'),
    imprint: link.optional().describe('Where it tells who it is.'),
    notice: z.strictObject({ en: own, fr: own }).optional().describe('Its own words above the button that sends a request.'),
  }),
);

/** See {@link pagesSchema}. */
export type PagesConfig = z.output<typeof pagesSchema>;

/** What a look takes from the settings of its controller. */
export function configuredLook(pages: PagesConfig[string] | undefined): Pick<SubjectLook, 'colour' | 'legal'> {
  if (pages === undefined) return {};
  const { colour, privacy, imprint, notice } = pages;
  const legal = {
    ...(privacy === undefined ? {} : { privacy }),
    ...(imprint === undefined ? {} : { imprint }),
    ...(notice === undefined ? {} : { notice }),
  };
  return { ...(colour === undefined ? {} : { colour }), legal };
}
