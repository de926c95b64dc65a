import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyDocument } from '../../test/any-document.js';
import { sampleDocument } from '../../test/sample-document.js';
import type { Block, ReadableDocument } from '../document/document.js';
import { DocumentError } from '../document/document-error.js';
import { PdfError } from './pdf-error.js';
import { renderPdf } from './render-pdf.js';
import { runTypesetter } from './typesetter-process.js';

const LIMITS = { timeoutMs: 30_000, memoryMiB: 1_024 };
const bytesOf = async (document: ReadableDocument): Promise<string> => Buffer.from(await renderPdf(document)).toString('latin1');
const counted = (pdf: string, shape: RegExp): number => (pdf.match(shape) ?? []).length;
const documentOf = (blocks: readonly Block[]): ReadableDocument => ({
  language: 'fr-BE',
  title: 'Votre demande',
  author: 'Exemple',
  date: '2026-04-05',
  blocks,
});
/** Poppler's reading of a PDF, where Poppler is. */
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const read = (pdf: Uint8Array): string => spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).stdout;

describe('a PDF', () => {
  it('says that it is accessible and carries what that takes: tags, languages, a title, words for pictures, its fonts (PER-02)', async () => {
    const pdf = await bytesOf(sampleDocument('fr'));
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf).toMatch(/\/MarkInfo <<\s+\/Marked true/u);
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toMatch(/\/DisplayDocTitle true/u);
    expect(pdf).toContain('/Lang (fr)');
    expect(pdf).toContain('/Lang (en)');
    expect([/\/S \/H1\b/gu, /\/S \/H2\b/gu, /\/S \/H3\b/gu].map((shape) => counted(pdf, shape))).toEqual([6, 2, 1]);
    expect([/\/S \/TH\b/gu, /\/Scope \/Column/gu, /\/S \/Caption/gu].map((shape) => counted(pdf, shape))).toEqual([8, 8, 4]);
    expect([/\/S \/Figure/gu, /\/Alt /gu].map((shape) => counted(pdf, shape))).toEqual([2, 2]);
    expect([...new Set(pdf.match(/DejaVu\w+(-\w+)?/gu))].sort()).toEqual(
      expect.arrayContaining(['DejaVuSansCondensed', 'DejaVuSansMono']),
    );
    expect(pdf).toContain('/FontFile2');
  });

  it('is the same bytes for the same document, and carries no date but the document’s', async () => {
    const [one, other] = [await bytesOf(sampleDocument('en')), await bytesOf(sampleDocument('en'))];
    expect(createHash('sha256').update(one).digest('hex')).toBe(createHash('sha256').update(other).digest('hex'));
    const dates = new Set(one.match(/\/(?:Creation|Mod)Date \(D:\d{8}|<xmp:\w+Date>[\d-]{10}/gu));
    expect([...dates].every((date) => date.endsWith('20260405') || date.endsWith('2026-04-05'))).toBe(true);
    expect(dates.size).toBeGreaterThan(0);
  });

  it('can be made of every document, whatever signs are in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        expect((await bytesOf(document)).startsWith('%PDF')).toBe(true);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('links to sections and addresses, and to no file beside it', async () => {
    const pdf = await bytesOf(sampleDocument('fr'));
    expect(pdf.match(/\/URI \((?:https|mailto|tel)[^)]*\)/gu)).toEqual([
      '/URI (mailto:dpo@hostels.example.org)',
      '/URI (tel:+33400000000)',
      '/URI (https://www.cnil.fr/)',
    ]);
    expect(pdf).not.toContain('README');
  });

  it('refuses a document at fault before anything is set', async () => {
    await expect(renderPdf(documentOf([{ kind: 'paragraph', text: [{ text: 'x', href: 'file:///etc/passwd' }] }]))).rejects.toThrow(DocumentError); // prettier-ignore
  });

  it('refuses more text than a PDF is for', async () => {
    const pages = Array.from({ length: 900 }, (): Block => ({ kind: 'paragraph', text: 'x'.repeat(10_000) }));
    await expect(renderPdf(documentOf(pages))).rejects.toMatchObject({ name: 'PdfError', code: 'too-large' });
  });
});

(hasPoppler ? describe : describe.skip)('a PDF as Poppler reads it', () => {
  it('shows Latin, Greek, Cyrillic and Arabic letters, and numbers its pages', async () => {
    const text = read(await renderPdf(sampleDocument('fr', 60)));
    for (const each of [
      'Ελένη Παπαδοπούλου',
      'Дмитрий Шостакович',
      'Łódź, Đakovo, Iași, Şırnak, Þórshöfn, Nguyễn Ánh',
      '« Can I',
    ]) {
      expect(text.replaceAll('\u202f', ' ')).toContain(each);
    }
    expect(text).toMatch(/[\u0600-\u06ff]{3}/u);
    expect(text).toMatch(/1 ?\/ ?(\d+)\n[^]*2 ?\/ ?\1\n[^]*\1 ?\/ ?\1\n/u);
    expect(text).not.toContain('\ufffd');
  });

  it('shows values as they stand, and reads no file', async () => {
    const text = read(
      await renderPdf(documentOf([{ kind: 'paragraph', text: '#read("/etc/passwd") $x$ *b* _i_ <a> @b `c` \\u{1}' }])),
    );
    expect(text).toContain('#read("/etc/passwd") $x$ *b* _i_ <a> @b `c` \\u{1}');
  });

  it('says how many characters have no sign in its fonts', async () => {
    const text = read(await renderPdf(documentOf([{ kind: 'paragraph', text: 'M. 王小明, नमस्ते\u0007' }]))).replace(/\s+/gu, ' ');
    expect(text).toContain('M. \ufffd\ufffd\ufffd, ');
    expect(text).toContain('[U+0007]');
    expect(text).toMatch(/9 caractères n’ont pas de signe dans les polices de ce fichier et figurent ici sous la forme \ufffd/u);
  });
});

describe('the typesetter', () => {
  it('is ended when it takes too long or too much', async () => {
    const document = sampleDocument('en', 2_000);
    const error = renderPdf(document, { timeoutMs: 40 });
    await expect(error).rejects.toBeInstanceOf(PdfError);
    await expect(error).rejects.toMatchObject({ code: 'timeout', message: 'The PDF was not made within 0.04 seconds.' });
    await expect(renderPdf(document, { memoryMiB: 60 })).rejects.toMatchObject({ code: 'memory' });
  });

  it('tells what it refuses without what is in the document', async () => {
    const data = { title: 'Ada', author: 'Ada', date: {} };
    const refused = runTypesetter(JSON.stringify({ fonts: [], timestamp: 0, data }), LIMITS);
    await expect(refused).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringMatching(/^The typesetter made no PDF: ./u),
    });
    await expect(refused).rejects.not.toThrow('Ada');
    await expect(runTypesetter('Ada', LIMITS)).rejects.toThrow('The typesetter made no PDF: it ended by exit code 1');
  });
});
