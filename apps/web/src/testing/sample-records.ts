/** Records of a request, as the service pages them, and a browser that measures: jsdom does not. */
import { screen } from '@testing-library/react';
import { type FakeService, standing } from './fake-service.js';

/** Where they are looked at. */
export const PAGE = '/club/requests/req_1/records/crm/notes';
const TOTAL = 100_000;
const VALUE = { type: 'string', masked: false, thirdParty: false, others: [] };
const NOTE = { ...VALUE, field: 'note', json: '"Called with Paul Other."', others: [{ start: 12, end: 22 }] };

/** What is looked up where elements are measured. */
const MEASURED = [
  ['offsetHeight', HTMLElement.prototype],
  ['clientHeight', Element.prototype],
] as const;

/** Every element is 200 high, and scrolls as it is told, between the two. */
export function measured(): { readonly measure: () => void; readonly forget: () => void } {
  const before = MEASURED.map(([name, owner]) => Object.getOwnPropertyDescriptor(owner, name));
  const measure = (): void => {
    for (const [name, owner] of MEASURED) Object.defineProperty(owner, name, { configurable: true, get: () => 200 });
    Element.prototype.scrollTo = function scrollTo(this: Element, to?: ScrollToOptions | number) {
      this.scrollTop = typeof to === 'object' ? (to.top ?? 0) : 0;
      setTimeout(() => this.dispatchEvent(new Event('scroll')), 0);
    };
  };
  const forget = (): void => {
    MEASURED.forEach(([name, owner], index) => Object.defineProperty(owner, name, before[index] ?? { value: 0 }));
  };
  return { measure, forget };
}

/** Records by their place, as the service pages them. */
export const records = ({ after, first, unmask }: Readonly<Record<string, unknown>>): unknown => {
  const from = Number(after ?? 0);
  const edges = Array.from({ length: Math.min(Number(first), TOTAL - from) }, (_, index) => ({
    node: {
      recordId: String(from + index),
      paths: index % 2 === 0 ? [] : [{ collection: 'contacts', recordId: '12', references: ['notes.contact'] }],
      values: [
        { ...VALUE, field: 'id', type: 'integer', json: String(from + index) },
        NOTE,
        { ...VALUE, field: 'diet', json: unmask === true ? '"kosher"' : null, masked: unmask !== true },
        { ...VALUE, field: 'guest', json: '"Paul"', thirdParty: true },
        { ...VALUE, field: 'empty', json: null },
      ],
    },
  }));
  return { data: { findings: { __typename: 'FindingConnection', edges, totalCount: TOTAL } } };
};

/** A service whose request waits for its release. */
export const waiting = (): FakeService => standing('awaiting_release', ['rule', 'release']).on('records', records);
/** The record of an id, once it is laid out. */
export const card = (id: number): Promise<HTMLElement> =>
  screen.findByRole('article', { name: new RegExp(`^Record ${String(id)} `, 'u') });
/** Behind which cursors records were asked for. */
export const asked = (service: FakeService): unknown[] => service.asked('records').map(({ given }) => given['after']);
