import {
  type BroughtProof,
  type DoubtCause,
  explainProof,
  type KeptDoubt,
  type NewDoubt,
  type ProofFacts,
  type ProofReason,
  type ProofStanding,
} from '@habeas/core';
import type { Language } from '@habeas/core/law';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { Shown } from '../../platform/shown.js';
import { type Demands, IdentityDocumentType } from './document.types.js';
import { RepresentationType } from './representation.types.js';
import { DoubtCauses, OnBehalves, ProofKinds, ProofLevels } from './proof.words.js';

@InputType('DoubtInput')
export class DoubtInput implements NewDoubt {
  @Field(() => DoubtCauses)
  readonly because!: DoubtCause;

  @Field(() => String, { description: 'In words. Sealed with the case.' })
  readonly text!: string;
}

@ObjectType('ProofReason', { description: 'Why so much has to be proved.' })
export class ProofReasonType {
  @Shown('request.read', () => String, { description: 'Stable, for programs: `contact`, `special-category`, `doubt` …' })
  readonly code!: string;

  @Shown('request.read', () => String)
  readonly what!: string;

  static of(code: ProofReason, language: Language): ProofReasonType {
    return Object.assign(new ProofReasonType(), { code, what: explainProof(code, language) });
  }
}

@ObjectType('BroughtProof', { description: 'A proof of who asks, as it was brought.' })
export class BroughtProofType {
  @Shown('request.read', () => ProofKinds)
  readonly kind!: string;

  @Shown('request.read', () => DateTime)
  readonly at!: Date;

  @Shown('request.read', () => ID, { description: 'Who noted it.' })
  readonly by!: string;

  @Shown('request.read', () => String, { nullable: true, description: 'The identity provider that vouched for an account.' })
  readonly issuer?: string | undefined;

  static of({ kind, at, by, issuer }: BroughtProof): BroughtProofType {
    return Object.assign(new BroughtProofType(), { kind, by, issuer, at: new Date(at) });
  }
}

@ObjectType('Doubt', { description: 'A recorded doubt: one level more has to be proved (Art. 12(6)).' })
export class DoubtType {
  @Shown('request.read', () => ID, { description: 'In its request: d1, d2 …' })
  readonly id!: string;

  @Shown('request.read', () => DoubtCauses)
  readonly because!: string;

  @Shown('request.read', () => DateTime)
  readonly at!: Date;

  @Shown('request.read', () => ID, { description: 'Who noted it.' })
  readonly by!: string;

  @Shown('request.ask', () => String, { nullable: true, description: 'In words. Gone once the request is shredded.' })
  readonly text?: string | undefined;

  static of({ id, because, at, by }: KeptDoubt, text: string | undefined): DoubtType {
    return Object.assign(new DoubtType(), { id, because, by, text, at: new Date(at) });
  }
}

/** What a proof is shown with beside where it stands. */
export interface ShownProof {
  readonly facts: ProofFacts;
  /** What people wrote, by what it is about. */
  readonly words: ReadonlyMap<string, string>;
  readonly demands: Demands;
  readonly language: Language;
}

@ObjectType('Proof', { description: 'How sure it has to be who asks, and how sure it is (IDV-02).' })
export class ProofType {
  @Shown('request.read', () => ProofLevels, { description: 'The lowest level that suffices.' })
  readonly required!: string;

  @Shown('request.read', () => ProofLevels, { nullable: true, description: 'Null where nothing was proved.' })
  readonly reached?: string | undefined;

  @Shown('request.read', () => Boolean)
  readonly isEnough!: boolean;

  @Shown('request.read', () => [ProofReasonType])
  readonly reasons!: readonly ProofReasonType[];

  @Shown('request.read', () => [BroughtProofType])
  readonly brought!: readonly BroughtProofType[];

  @Shown('request.read', () => [DoubtType])
  readonly doubts!: readonly DoubtType[];

  @Shown('request.read', () => IdentityDocumentType, { nullable: true, description: 'Null where none was asked for.' })
  readonly document?: IdentityDocumentType | undefined;

  @Shown('request.read', () => RepresentationType, { nullable: true, description: 'Null where nothing was decided of it.' })
  readonly representation?: RepresentationType | undefined;

  @Shown('request.read', () => OnBehalves, { nullable: true, description: 'Null where they ask for themselves.' })
  readonly onBehalf?: string | undefined;

  static of({ required, reached, isEnough, reasons }: ProofStanding, { facts, words, demands, language }: ShownProof): ProofType {
    return Object.assign(new ProofType(), {
      ...{ required, reached, isEnough, onBehalf: facts.onBehalf },
      representation: facts.representation && RepresentationType.of(facts.representation),
      document: facts.document && IdentityDocumentType.of(facts.document, demands),
      reasons: reasons.map((reason) => ProofReasonType.of(reason, language)),
      brought: facts.brought.map((proof) => BroughtProofType.of(proof)),
      doubts: facts.doubts.map((doubt) => DoubtType.of(doubt, words.get(doubt.id))),
    });
  }
}
