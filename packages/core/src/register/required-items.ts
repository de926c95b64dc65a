import { activityItems } from './activity-items.js';
import type { RegisterPath } from './backing.js';
import { isInEconomicArea, thirdCountriesOf } from './economic-area.js';
import type { Recipient } from './recipient.js';
import type { Register } from './register.js';
import type { RequiredItem } from './required-item.js';

/** Everything that Art. 13, 14, 15 and 30 GDPR want told of what this register holds (PRF-01), in the order of the file. */
export function requiredItems(register: Register): readonly RequiredItem[] {
  return [...profileItems(register), ...recipientItems(register), ...activityItems(register.activities)];
}

function profileItems(register: Register): readonly RequiredItem[] {
  const { controller, contacts, rights, provision, security } = register;
  const item = (path: RegisterPath, article: string, value: unknown): RequiredItem => ({
    path,
    article,
    isThere: value !== undefined,
  });
  return [
    item(['controller', 'legalForm'], '13(1)(a)', controller.legalForm),
    item(['controller', 'address'], '13(1)(a), 30(1)(a)', controller.address),
    ...(isInEconomicArea(controller.country)
      ? []
      : [item(['controller', 'representative'], '13(1)(a), 27', controller.representative)]),
    item(['contacts', 'dpo'], '13(1)(b), 30(1)(a)', contacts.dpo ?? contacts.dpoNotRequired),
    item(['contacts', 'rightsChannels'], '12(2)', contacts.rightsChannels),
    ...authorityItems(register),
    item(['rights'], '13(2)(b)', rights),
    item(['provision'], '13(2)(e)', provision),
    item(['security'], '30(1)(g)', security),
    { path: ['transfers'], article: '13(1)(f), 30(1)(e)', isThere: tellsOfTransfers(register) },
  ];
}

function authorityItems({ supervisoryAuthority }: Register): readonly RequiredItem[] {
  const path = ['supervisoryAuthority'];
  const article = '13(2)(d), 15(1)(f)';
  if (supervisoryAuthority === undefined) return [{ path, article, isThere: false }];
  const { contact, complaint } = supervisoryAuthority;
  return [
    { path, article, isThere: true },
    { path: [...path, 'contact'], article, isThere: contact !== undefined },
    { path: [...path, 'complaint'], article, isThere: complaint !== undefined },
  ];
}

/** Each recipient tells where it is; without recipients, only a declaration tells that nothing leaves. */
function tellsOfTransfers({ recipients, declares }: Register): boolean {
  return Object.keys(recipients).length > 0 || declares.noThirdCountryTransfer !== undefined;
}

function recipientItems({ recipients, declares }: Register): readonly RequiredItem[] {
  return Object.entries(recipients).flatMap(([id, recipient]) => {
    if (!isOutside(recipient)) return [];
    const { name, unnamedBecause, location, safeguard, onlyIf } = recipient;
    const path = ['recipients', id];
    const isPlaced = location !== undefined || onlyIf !== undefined || declares.noThirdCountryTransfer !== undefined;
    return [
      { path: [...path, 'name'], article: '15(1)(c)', isThere: (name ?? unnamedBecause) !== undefined },
      { path: [...path, 'location'], article: '13(1)(f), 30(1)(e)', isThere: isPlaced },
      ...(thirdCountriesOf(recipient).length === 0
        ? []
        : [{ path: [...path, 'safeguard'], article: '13(1)(f), 15(2)', isThere: safeguard !== undefined }]),
    ];
  });
}

/** Whether it is a recipient in the sense of Art. 4(9): neither staff nor an authority in a particular inquiry. */
export function isOutside({ role }: Recipient): boolean {
  return role !== 'internal' && role !== 'authority';
}
