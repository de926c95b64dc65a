import { AddAskedPacking } from './add-asked-packing.js';
import { AddBreaches } from './add-breaches.js';
import { AddClock } from './add-clock.js';
import { AddContacts } from './add-contacts.js';
import { AddDisclosure, AddRulings } from './add-disclosure.js';
import { AddChannel, AddDuties } from './add-duties.js';
import { AddFee } from './add-fee.js';
import { AddPacking } from './add-packing.js';
import { AddProviderSession } from './add-provider-session.js';
import { AddProof } from './add-proof.js';
import { AddAnswers, AddRetriedSource, AddSearchMemory } from './add-source-retry.js';
import { AddOpenTask, AddTasks } from './add-tasks.js';
import { AddTransmissions, CreateReceivedTransmissions } from './add-transmissions.js';
import { BeginTrail } from './begin-trail.js';
import { CreateAnswers } from './create-answers.js';
import { CreateAuditEntries } from './create-audit-entries.js';
import { CreateCheckpointPlaces } from './create-checkpoint-places.js';
import { CreateDeliveries, CreateDownloadSessions } from './create-deliveries.js';
import { CreateEvidenceCheckpoints } from './create-evidence-checkpoints.js';
import { CreateEvidenceSegments } from './create-evidence-segments.js';
import { CreateAddressProofs, CreateFollowSessions } from './create-identity.js';
import { CreateSendingLimits } from './create-limits.js';
import { CreateMessages } from './create-messages.js';
import { CreatePasskeyChallenges } from './create-passkey-challenges.js';
import { CreatePasskeys } from './create-passkeys.js';
import { CreateReferences } from './create-references.js';
import { CreateRequests } from './create-requests.js';
import { CreateSessions } from './create-sessions.js';
import { CreateStaff } from './create-staff.js';
import { CreateSteps } from './create-steps.js';
import { CreateTokens } from './create-tokens.js';
import { CreateTrailCheckpoints } from './create-trail-checkpoints.js';
import { CreateTrailHead } from './create-trail-head.js';
import { CreateTurns } from './create-turns.js';
import { CreateWebhookCalls } from './create-webhook-calls.js';
import type { ForwardMigration } from './forward-migration.js';
import { RefuseChangedEntries, RefuseRemovedEntries } from './guard-trail.js';

/** Every migration there ever was, in their order. Each is one statement, or what can be repeated: it may be killed anywhere. */
export const MIGRATIONS: readonly (new () => ForwardMigration)[] = [
  CreateRequests,
  CreateReferences,
  CreateSteps,
  CreateEvidenceSegments,
  CreateEvidenceCheckpoints,
  CreateAuditEntries,
  CreateTrailHead,
  BeginTrail,
  RefuseChangedEntries,
  RefuseRemovedEntries,
  CreateAnswers,
  CreateStaff,
  CreateSessions,
  CreateTokens,
  CreatePasskeys,
  CreatePasskeyChallenges,
  CreateTrailCheckpoints,
  CreateCheckpointPlaces,
  CreateTurns,
  AddProviderSession,
  AddDisclosure,
  AddRulings,
  AddClock,
  AddTasks,
  AddOpenTask,
  CreateMessages,
  CreateDeliveries,
  CreateDownloadSessions,
  CreateAddressProofs,
  CreateFollowSessions,
  AddContacts,
  AddPacking,
  AddProof,
  AddSearchMemory,
  AddRetriedSource,
  AddAnswers,
  CreateWebhookCalls,
  AddTransmissions,
  CreateSendingLimits,
  CreateReceivedTransmissions,
  AddBreaches,
  AddDuties,
  AddChannel,
  AddFee,
  AddAskedPacking,
];
