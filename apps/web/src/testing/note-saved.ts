import { jest } from '@jest/globals';

/** The names of the files that are saved from now on. jsdom saves nothing by itself. */
export function noteSaved(): readonly string[] {
  const saved: string[] = [];
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function note(this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  Object.assign(URL, { createObjectURL: () => 'blob:made', revokeObjectURL: () => undefined });
  return saved;
}
