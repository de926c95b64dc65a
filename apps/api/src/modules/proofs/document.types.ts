import type {
  CaseFile,
  CheckedDocument,
  DocumentFacts,
  DocumentKind,
  DocumentVerdict,
  Harm,
  Proportionality,
} from '@habeas/core';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';

const DocumentKinds = words<DocumentKind>({ identity_card: true, passport: true, residence_permit: true });
const DocumentOutcomes = words<CheckedDocument['outcome']>({ accepted: true, rejected: true });
const Harms = words<Harm>({ low: true, medium: true, high: true });

registerEnumType(DocumentKinds, {
  name: 'DocumentKind',
  description:
    'A plain copy, with everything blacked out but name, authority and dates. Nothing certified, no original, no visit.',
});
registerEnumType(DocumentOutcomes, { name: 'DocumentOutcome' });
registerEnumType(Harms, { name: 'Harm', description: 'How much it would harm the person if somebody else had their data.' });

@InputType('ProportionalityInput', {
  description: 'Why it is proportionate to ask for a document (IDV-03). Sealed with the case.',
})
export class ProportionalityInput implements Proportionality {
  @Field(() => String, { description: 'What kinds of data the answer holds.' })
  readonly dataTypes!: string;

  @Field(() => Boolean, { description: 'Whether some of it is of Art. 9 or 10.' })
  readonly isSpecial!: boolean;

  @Field(() => String, { description: 'What is asked for.' })
  readonly nature!: string;

  @Field(() => String, { description: 'How it came, and what is known of who asks.' })
  readonly context!: string;

  @Field(() => String, { description: 'What would become of the person if somebody else had it.' })
  readonly harm!: string;

  @Field(() => Harms)
  readonly harmLevel!: Harm;

  @Field(() => String, { description: 'Why nothing less suffices.' })
  readonly nothingLess!: string;
}

@InputType('DocumentVerdictInput')
export class DocumentVerdictInput implements DocumentVerdict {
  @Field(() => DocumentKinds)
  readonly kind!: DocumentKind;

  @Field(() => DocumentOutcomes)
  readonly outcome!: CheckedDocument['outcome'];
}

@ObjectType('CheckedDocument', { description: 'That a document was checked. Nothing of what stood on it is kept.' })
export class CheckedDocumentType {
  @Shown('request.read', () => DocumentKinds)
  readonly kind!: string;

  @Shown('request.read', () => DocumentOutcomes)
  readonly outcome!: string;

  @Shown('request.read', () => DateTime)
  readonly at!: Date;

  @Shown('request.read', () => ID, { description: 'The officer.' })
  readonly by!: string;

  static of({ kind, outcome, at, by }: CheckedDocument): CheckedDocumentType {
    return Object.assign(new CheckedDocumentType(), { kind, outcome, by, at: new Date(at) });
  }
}

@ObjectType('Proportionality', { description: 'Why a document was asked for. Gone once the request is shredded.' })
export class ProportionalityType {
  @Shown('proof.document', () => String)
  readonly dataTypes!: string;

  @Shown('proof.document', () => String)
  readonly nature!: string;

  @Shown('proof.document', () => String)
  readonly context!: string;

  @Shown('proof.document', () => String)
  readonly harm!: string;

  @Shown('proof.document', () => String)
  readonly nothingLess!: string;

  static of({ dataTypes, nature, context, harm, nothingLess }: Proportionality): ProportionalityType {
    return Object.assign(new ProportionalityType(), { dataTypes, nature, context, harm, nothingLess });
  }
}

@ObjectType('IdentityDocument', { description: 'The demand for a document, and what became of it (IDV-04).' })
export class IdentityDocumentType {
  @Shown('request.read', () => DateTime)
  readonly demandedAt!: Date;

  @Shown('request.read', () => ID, { description: 'The officer.' })
  readonly demandedBy!: string;

  @Shown('request.read', () => Harms)
  readonly harmLevel!: string;

  @Shown('request.read', () => Boolean, { description: 'Whether data of Art. 9 or 10 are at stake.' })
  readonly isSpecial!: boolean;

  @Shown('request.read', () => DateTime, {
    nullable: true,
    description: 'When the copy that waits for a decision is deleted at the latest. Null where none waits.',
  })
  readonly deleteBy?: Date | undefined;

  @Shown('request.read', () => CheckedDocumentType, { nullable: true, description: 'The last one that was decided about.' })
  readonly checked?: CheckedDocumentType | undefined;

  @Shown('proof.document', () => ProportionalityType, { nullable: true })
  readonly why?: ProportionalityType | undefined;

  static of({ demandedAt, demandedBy, harm, isSpecial, held, checked }: DocumentFacts, demands: Demands): IdentityDocumentType {
    const why = demands.at(-1);
    return Object.assign(new IdentityDocumentType(), {
      ...{ demandedBy, isSpecial, harmLevel: harm, demandedAt: new Date(demandedAt) },
      deleteBy: held === undefined ? undefined : new Date(held.deleteBy),
      checked: checked && CheckedDocumentType.of(checked),
      why: why && ProportionalityType.of(why),
    });
  }
}

/** Why documents were asked for, as the case file keeps it. */
export type Demands = NonNullable<CaseFile['documentDemands']>;
