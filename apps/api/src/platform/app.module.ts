import { type DynamicModule, Module } from '@nestjs/common';
import { Installation } from '../composition/installation.js';
import { AuditResolver } from '../modules/audit/audit.resolver.js';
import { BreachResolver } from '../modules/breaches/breach.resolver.js';
import { FeeResolver } from '../modules/fees/fee.resolver.js';
import { HeirResolver } from '../modules/heirs/heir.resolver.js';
import { ClockResolver } from '../modules/clock/clock.resolver.js';
import { DeliveryResolver } from '../modules/delivery/delivery.resolver.js';
import { DisclosureResolver } from '../modules/disclosure/disclosure.resolver.js';
import { OverdueResolver } from '../modules/disclosure/overdue.resolver.js';
import { ScopeResolver } from '../modules/disclosure/scope.resolver.js';
import { DutyResolver } from '../modules/duties/duty.resolver.js';
import { EvidenceResolver } from '../modules/evidence/evidence.resolver.js';
import { FindingResolver } from '../modules/findings/finding.resolver.js';
import { LetterResolver } from '../modules/letters/letter.resolver.js';
import { MessageResolver } from '../modules/messages/message.resolver.js';
import { ProofResolver } from '../modules/proofs/proof.resolver.js';
import { RefusalResolver } from '../modules/requests/refusal.resolver.js';
import { RequestResolver } from '../modules/requests/request.resolver.js';
import { RegisterResolver } from '../modules/register/register.resolver.js';
import { SetupResolver } from '../modules/setup/setup.resolver.js';
import { DataMapResolver } from '../modules/sources/data-map.resolver.js';
import { SourceResolver } from '../modules/sources/source.resolver.js';
import { PasskeyResolver } from '../modules/staff/passkey.resolver.js';
import { SessionResolver } from '../modules/staff/session.resolver.js';
import { StaffResolver } from '../modules/staff/staff.resolver.js';
import { TokenResolver } from '../modules/staff/token.resolver.js';
import { TaskResolver } from '../modules/tasks/task.resolver.js';
import { TransmissionResolver } from '../modules/transmissions/transmission.resolver.js';
import { ViewerResolver } from '../modules/viewer/viewer.resolver.js';
import { WebhookResolver } from '../modules/webhooks/webhook.resolver.js';
import { graphqlModule } from './graphql.module.js';
import type { ServiceLog } from './service-log.js';

/** The one module: the installation, and what answers for it. */
@Module({})
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- Nest takes modules as classes
export class AppModule {
  static of(installation: Installation, log: ServiceLog): DynamicModule {
    return {
      module: AppModule,
      imports: [graphqlModule(log, installation.service.spans)],
      providers: [
        { provide: Installation, useValue: installation },
        RefusalResolver,
        RequestResolver,
        DeliveryResolver,
        DisclosureResolver,
        DutyResolver,
        OverdueResolver,
        ScopeResolver,
        BreachResolver,
        FeeResolver,
        HeirResolver,
        ClockResolver,
        EvidenceResolver,
        FindingResolver,
        LetterResolver,
        MessageResolver,
        ProofResolver,
        WebhookResolver,
        TransmissionResolver,
        RegisterResolver,
        SourceResolver,
        DataMapResolver,
        SetupResolver,
        TaskResolver,
        AuditResolver,
        ViewerResolver,
        StaffResolver,
        TokenResolver,
        SessionResolver,
        PasskeyResolver,
      ],
    };
  }
}
