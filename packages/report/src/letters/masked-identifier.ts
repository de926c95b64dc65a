import type { IdentifierKind } from '@habeas/connector-sdk';

/**
 * So much of an identifier that its owner recognises it and nobody else learns it: `a…@example.org`, `…42`. Names and birth dates show
 * nothing: their kind says enough (Art. 5(1)(c) GDPR).
 */
export function maskedIdentifier(kind: IdentifierKind, value: string): string | undefined {
  switch (kind) {
    case 'email': {
      const [local = '', domain] = value.trim().split('@');
      return domain === undefined ? undefined : `${Array.from(local).slice(0, 1).join('')}…@${domain}`;
    }
    case 'phone':
    case 'id': {
      const signs = Array.from(value.replaceAll(/[^\p{L}\p{N}]/gu, ''));
      return signs.length < LEAST_SIGNS ? undefined : `…${signs.slice(-2).join('')}`;
    }
    case 'name':
    case 'birthDate':
      return undefined;
  }
}

/** Of a shorter number the last two signs would be too much. */
const LEAST_SIGNS = 5;
