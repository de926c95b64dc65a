import { auditChecks } from './audit-checks.js';
import { deliveryChecks } from './delivery-checks.js';
import { evidenceChecks } from './evidence-checks.js';
import { identityChecks } from './identity-checks.js';
import { leaseChecks } from './lease-checks.js';
import { limitChecks } from './limit-checks.js';
import { messageChecks } from './message-checks.js';
import { passkeyChecks } from './passkey-checks.js';
import { receivedChecks } from './received-checks.js';
import { requestChecks } from './request-checks.js';
import { staffChecks } from './staff-checks.js';
import { stepChecks } from './step-checks.js';
import type { StoreCheck } from './store-check.js';
import { transactionChecks } from './transaction-checks.js';
import { webhookChecks } from './webhook-checks.js';

/** What every store promises, whatever it is made of. Each check gets an empty store. */
export const storeChecks: readonly StoreCheck[] = [
  ...transactionChecks,
  ...requestChecks,
  ...stepChecks,
  ...leaseChecks,
  ...evidenceChecks,
  ...messageChecks,
  ...auditChecks,
  ...staffChecks,
  ...passkeyChecks,
  ...deliveryChecks,
  ...identityChecks,
  ...limitChecks,
  ...webhookChecks,
  ...receivedChecks,
];
