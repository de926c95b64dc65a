import { describe, expect, it } from '@jest/globals';
import { archivedPath, previewPath, versionNamed } from './report-file.js';

describe('the address of a preview', () => {
  it('names the request, the language and the form, and leads back to them', () => {
    const path = previewPath('req_1', { language: 'fr', form: 'pdf' });
    expect(path).toBe('/requests/req_1/report/fr.pdf');
    expect(versionNamed('fr.pdf')).toEqual({ language: 'fr', form: 'pdf' });
  });

  it.each(['de.html', 'fr.zip', 'fr.html.bak', '../fr.html', ''])('is not %p', (name) => {
    expect(versionNamed(name)).toBeUndefined();
  });

  it('stands for the file of the archive', () => {
    expect(archivedPath({ language: 'en', form: 'html' })).toBe('data/report/report.en.html');
    expect(archivedPath({ language: 'en', form: 'json' })).toBe('data/report/article15.json');
  });
});
