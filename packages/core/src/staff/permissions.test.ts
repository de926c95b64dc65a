import { describe, expect, it } from '@jest/globals';
import { isPermission, isTokenScope, may, type Permission, PERMISSIONS, requirePermission, TOKEN_SCOPES } from './permissions.js';
import type { Role } from './staff.js';

const ROLES: readonly Role[] = ['dpo', 'handler', 'reviewer', 'connector_admin', 'auditor', 'service'];

/** The whole table once more, as it was decided: a column for each role, in the order of {@link ROLES}. */
const DECIDED: Readonly<Record<Permission, string>> = {
  'request.open': 'xx---x',
  'request.handOver': 'xx---x',
  'request.read': 'xxx--x',
  'request.attest': 'xx---x',
  'request.ask': 'xx----',
  'request.extend': 'x-----',
  'request.correct': 'x-----',
  'request.start': 'xx---x',
  'request.pause': 'xx---x',
  'request.cancel': 'xx---x',
  'request.refuse': 'x-----',
  'fee.announce': 'x-----',
  'fee.note': 'xx----',
  'request.release': 'x-----',
  'request.shred': 'x-----',
  'delivery.renew': 'xx----',
  'delivery.pack': 'xx----',
  'delivery.choose': 'xx----',
  'delivery.revoke': 'xx---x',
  'breach.note': 'xx----',
  'breach.end': 'x-----',
  'duty.note': 'xx----',
  'duty.end': 'xx----',
  'transmission.order': 'xx----',
  'received.read': 'xx----',
  'received.download': 'x-----',
  'received.delete': 'x-----',
  'match.read': 'x-x---',
  'match.review': 'x-x---',
  'task.read': 'xx----',
  'task.end': 'xx----',
  'proof.check': 'xx----',
  'proof.document': 'x-----',
  'proof.represent': 'x-----',
  'finding.read': 'x-x---',
  'report.preview': 'x-----',
  'archive.download': 'x----x',
  'source.read': 'xx-x-x',
  'source.check': 'x--x-x',
  'audit.read': 'x---x-',
  'evidence.export': 'x---x-',
  'figures.read': 'x---xx',
  'staff.manage': 'x-----',
  'token.manage': 'x-----',
  'webhook.send': 'xx----',
  'settings.read': 'x--x--',
};

const CELLS = (Object.keys(DECIDED) as Permission[]).flatMap((permission) =>
  ROLES.map((role, column) => ({ permission, role, allowed: DECIDED[permission][column] === 'x' })),
);

describe('permissions', () => {
  it('are those that were decided, and no others', () => {
    expect(Object.keys(PERMISSIONS)).toEqual(Object.keys(DECIDED));
  });

  it.each(CELLS)('$permission for $role: $allowed', ({ permission, role, allowed }) => {
    expect(may({ roles: [role], scopes: [permission] }, permission)).toBe(allowed);
  });

  it.each(Object.keys(DECIDED) as Permission[])(
    '%s is nobody’s who has no role, and no program’s whose token does not name it',
    (name) => {
      expect(may({ roles: [], scopes: [name] }, name)).toBe(false);
      expect(may({ roles: ['service'], scopes: [] }, name)).toBe(false);
      expect(may({ roles: ['service'], scopes: Object.keys(DECIDED).filter((other) => other !== name) }, name)).toBe(false);
    },
  );

  it('add up over several roles', () => {
    const both = { roles: ['reviewer', 'auditor'], scopes: [] } as const;
    expect(may(both, 'match.review')).toBe(true);
    expect(may(both, 'audit.read')).toBe(true);
    expect(may(both, 'request.release')).toBe(false);
  });

  it('never let a program decide or manage', () => {
    for (const name of ['request.release', 'request.refuse', 'request.shred', 'match.review', 'staff.manage', 'token.manage']) {
      expect(isTokenScope(name)).toBe(false);
    }
    expect(TOKEN_SCOPES).toContain('request.open');
    expect(isPermission('request.release')).toBe(true);
    expect(isPermission('toString')).toBe(false);
    expect(isTokenScope('toString')).toBe(false);
  });

  it('refuse by a code', () => {
    expect(() => {
      requirePermission({ roles: ['handler'], scopes: [] }, 'request.release');
    }).toThrow(expect.objectContaining({ code: 'REFUSED' }));
    expect(() => {
      requirePermission({ roles: ['dpo'], scopes: [] }, 'request.release');
    }).not.toThrow();
  });
});
