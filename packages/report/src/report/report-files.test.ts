import { describe, expect, it } from '@jest/globals';
import { schemaFaults } from '../../test/article15-schema.js';
import { parsePage } from '../../test/parsed-page.js';
import { MEMBER, reportInput } from '../../test/sample-report.js';
import { collectionOf, type FoundCollection, sourceOf } from '../testing/report-world.js';
import { annexIn, type ReportFileOptions, reportFiles } from './report-files.js';

interface Written {
  readonly name: string;
  readonly title: Readonly<Record<'en' | 'fr', string>>;
  readonly content: Buffer;
}

async function written(found: readonly FoundCollection[], options: Partial<ReportFileOptions> = {}): Promise<readonly Written[]> {
  const files: Written[] = [];
  const making: ReportFileOptions = { language: 'en', annexOf: () => undefined, withPdf: false, ...options };
  for await (const { name, title, content } of reportFiles(await reportInput(found), making)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of content) chunks.push(chunk);
    files.push({ name, title, content: Buffer.concat(chunks) });
  }
  return files;
}

describe('the files of a report (FMT-03, FMT-04)', () => {
  it('are a page in each language, the one that was asked for first, and the information for programs', async () => {
    const names = async (language: 'en' | 'fr'): Promise<readonly string[]> =>
      (await written([MEMBER], { language })).map(({ name }) => name);
    expect(await names('en')).toEqual(['report.en.html', 'report.fr.html', 'article15.json']);
    expect(await names('fr')).toEqual(['report.fr.html', 'report.en.html', 'article15.json']);
  });

  it('are called what they are, in each language (PER-01)', async () => {
    expect((await written([MEMBER])).map(({ title }) => title)).toEqual([
      { en: 'Report on your personal data (English)', fr: 'Rapport sur vos données personnelles (anglais)' },
      { en: 'Report on your personal data (French)', fr: 'Rapport sur vos données personnelles (français)' },
      { en: 'The same information for programs (TILT)', fr: 'Les mêmes informations pour les logiciels (TILT)' },
    ]);
  });

  it('are pages in their language that a browser reads as they are meant', async () => {
    const [en, fr] = await written([MEMBER]);
    for (const [file, words] of [
      [en, 'Your personal data held by Example Association'],
      [fr, 'Vos données personnelles détenues par Example Association'],
    ] as const) {
      const { errors, text } = parsePage(file?.content.toString() ?? '');
      expect(errors).toEqual([]);
      expect(text).toContain(words);
      expect(text).toContain('Ann Sample');
    }
  });

  it('include the information for programs in the language that was asked for, as its schema wants it', async () => {
    for (const language of ['en', 'fr'] as const) {
      const file = (await written([MEMBER], { language })).at(-1);
      const article = JSON.parse(file?.content.toString() ?? '') as { readonly meta: object };
      expect(article.meta).toMatchObject({ language });
      expect(schemaFaults(article as never)).toEqual([]);
    }
  });
});

describe('the print of a report (FMT-06)', () => {
  it('comes in the language that was asked for, beside the pages and never in their place', async () => {
    const files = await written([MEMBER], { language: 'fr', withPdf: true });
    expect(files.map(({ name }) => name)).toEqual(['report.fr.html', 'report.en.html', 'report.fr.pdf', 'article15.json']);
    expect(files[2]?.content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(files[2]?.title.en).toBe('Report on your personal data (French, PDF)');
  });

  it('is left out where the report is too large for one, and that is told', async () => {
    const description = { en: '"""" '.repeat(950_000) };
    const large = await reportInput([{ ...MEMBER, spec: { ...MEMBER.spec, description } }]);
    const names = async (onNoPdf?: ReportFileOptions['onNoPdf']): Promise<readonly string[]> => {
      const found: string[] = [];
      const options = {
        language: 'en',
        annexOf: () => undefined,
        withPdf: true,
        ...(onNoPdf === undefined ? {} : { onNoPdf }),
      } as const;
      for await (const { name } of reportFiles(large, options)) found.push(name);
      return found;
    };
    const told: string[] = [];
    expect(await names((code) => told.push(code))).toEqual(['report.en.html', 'report.fr.html', 'article15.json']);
    expect(told).toEqual(['too-large']);
    expect(await names()).toHaveLength(3);
  });

  it('does not hide that the report itself is at fault', async () => {
    const faulty = collectionOf({ name: 'member', activity: 'membership' }, [{ id: 1 }], sourceOf('No Id'));
    await expect(written([faulty], { withPdf: true })).rejects.toThrow('an id is lower-case letters, digits and hyphens');
  });
});

describe('the tables beside a report (FMT-03)', () => {
  it('are found from the folder of the report', () => {
    const annexOf = annexIn([
      { source: 'crm', collection: 'member', path: 'data/tables/crm/member.csv' },
      { source: 'crm', collection: 'a/b', path: 'elsewhere/data/x.csv' },
    ]);
    expect(annexOf('crm', 'member')).toBe('../tables/crm/member.csv');
    expect(annexOf('crm', 'a/b')).toBe('elsewhere/data/x.csv');
    expect(annexOf('crm', 'order')).toBeUndefined();
  });
});
