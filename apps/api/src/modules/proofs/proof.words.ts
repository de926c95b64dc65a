import type { DoubtCause, OnBehalf, ProofKind, ProofLevel } from '@habeas/core';
import { registerEnumType } from '@nestjs/graphql';
import { words } from '../../platform/words.js';

export const ProofLevels = words<ProofLevel>({ L0: true, L1: true, L2: true, L3: true });
export const ProofKinds = words<ProofKind>({
  account: true,
  fresh_account: true,
  code: true,
  attested: true,
  known_facts: true,
  document: true,
});
export const DoubtCauses = words<DoubtCause>({
  unknown_sender: true,
  several_people: true,
  details_differ: true,
  sent_by_another: true,
  new_address: true,
  contact_changed: true,
});
export const OnBehalves = words<OnBehalf>({ parental_authority: true, guardian: true, proxy: true, heir: true });

registerEnumType(ProofLevels, {
  name: 'ProofLevel',
  description:
    'A signed-in account (L0), a code to a contact (L1), known facts (L2), a document that an officer has looked at (L3).',
});
registerEnumType(ProofKinds, { name: 'ProofKind', description: 'What was brought as a proof of who asks.' });
registerEnumType(DoubtCauses, {
  name: 'DoubtCause',
  description: 'Why more has to be proved: a doubt about who asks, or about who would read the answer.',
});
registerEnumType(OnBehalves, { name: 'OnBehalf', description: 'For whom somebody asks who does not ask for themselves.' });
