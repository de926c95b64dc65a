import type { Register } from '@habeas/core/law';
import { REPORT_CATALOGUES, type ReportKey, type ReportLanguage } from '../src/catalogue/report.js';
import type { Block, Facts, ReadableDocument, Section } from '../src/document/document.js';
import { isBlocks } from '../src/document/check-document.js';
import { composeReport } from '../src/report/compose-report.js';
import { ReportVoice } from '../src/report/compose/voice.js';
import { deriveReport } from '../src/report/derive-report.js';
import type { ActivityBlock, ReportInput, SubjectReport } from '../src/report/subject-report.js';
import { collectionOf, type FoundCollection, ID_FIELD, inputOf, sourceOf } from '../src/testing/report-world.js';
import { SAMPLE_REGISTER } from './sample-register.js';
import { textsOf } from './texts-in.js';

/** One member, in the activity `membership`. */
export const MEMBER = collectionOf(
  {
    name: 'member',
    title: { en: 'Members', fr: 'Adhérents' },
    activity: 'membership',
    fields: [
      ID_FIELD,
      { name: 'name', type: 'string', title: { en: 'Name', fr: 'Nom' }, origin: 'provided', category: 'pd:Name' },
      { name: 'left', type: 'date', title: { en: 'Left', fr: 'Départ' }, origin: 'observed', moment: 'membership.endedAt' },
    ],
  },
  [{ id: 1, name: 'Ann Sample', left: '2026-03-01' }],
);

/** One subscription, in the activity `newsletter`. */
export const SUBSCRIPTION = collectionOf(
  {
    name: 'subscriber',
    title: { en: 'Subscriptions', fr: 'Abonnements' },
    activity: 'newsletter',
    fields: [ID_FIELD, { name: 'email', type: 'string', title: { en: 'E-mail', fr: 'Courriel' }, origin: 'provided' }],
  },
  [{ id: 7, email: 'ann@example.org' }],
  sourceOf('letters', 'Newsletter tool'),
);

/** What a report is made with, beside its collections. */
export type Making = Parameters<typeof inputOf>[2] & { readonly register?: Register };

/** The report of the sample controller, or of another. */
export async function reportOf(collections: readonly FoundCollection[], making: Making = {}): Promise<SubjectReport> {
  return deriveReport(await reportInput(collections, making));
}

/** What {@link reportOf} derives. */
export async function reportInput(
  collections: readonly FoundCollection[],
  { register = SAMPLE_REGISTER, ...more }: Making = {},
): Promise<ReportInput> {
  return inputOf(register, collections, more);
}

/** The block of the first activity. */
export async function blockOf(collections: readonly FoundCollection[], making?: Making): Promise<ActivityBlock> {
  const [block] = (await reportOf(collections, making)).blocks;
  if (block === undefined) throw new Error('The person is in no activity.');
  return block;
}

/** The report in a language, without tables beside it. */
export async function documentOf(
  collections: readonly FoundCollection[],
  making: Making & { readonly language?: ReportLanguage } = {},
): Promise<ReadableDocument> {
  const { language = 'en', ...rest } = making;
  return composeReport(await reportOf(collections, rest), language, () => undefined);
}

/** A section at any depth, by its id. */
export function sectionIn({ blocks }: Pick<ReadableDocument, 'blocks'>, id: string): Section {
  const section = sectionsIn(blocks).find((each) => each.id === id);
  if (section === undefined) throw new Error(`There is no section "${id}".`);
  return section;
}

/** Ids of all sections, in their order. */
export function sectionIds({ blocks }: Pick<ReadableDocument, 'blocks'>): readonly string[] {
  return sectionsIn(blocks).map(({ id }) => id);
}

function sectionsIn(blocks: readonly Block[]): readonly Section[] {
  return blocks.flatMap((block) => (block.kind === 'section' ? [block, ...sectionsIn(block.blocks)] : []));
}

/** All texts of blocks, in their order. */
export function wordsIn(...blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(textsOf);
}

/** What stands under a term of the facts of a section. */
export function factIn(section: Section, term: ReportKey, language: ReportLanguage = 'en'): readonly string[] {
  const facts = section.blocks.flatMap((block): Facts['facts'] => (block.kind === 'facts' ? block.facts : []));
  const fact = facts.find((each) => each.term === REPORT_CATALOGUES[language][term]);
  if (fact === undefined) throw new Error(`Nothing is told under "${term}".`);
  return isBlocks(fact.value) ? wordsIn(...fact.value) : wordsIn({ kind: 'paragraph', text: fact.value });
}

export const ENGLISH = new ReportVoice('en');
export const FRENCH = new ReportVoice('fr');
