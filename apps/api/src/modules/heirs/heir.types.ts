import type {
  CaseHeirRuling,
  HeirCollection,
  HeirPart,
  HeirPlace,
  HeirPurpose,
  HeirStanding,
  RulingForPurpose,
} from '@habeas/core';
import type { Language } from '@habeas/core/law';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { given } from '../../platform/given.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';
import { Purposes } from '../proofs/representation.types.js';

const Standings = words<HeirStanding>({ unruled: true, needed: true, not_needed: true, some: true });

registerEnumType(Standings, {
  name: 'HeirStanding',
  description: 'How a collection stands to the purpose of an heir. What nobody has ruled on is not handed over.',
});

@InputType('HeirPlaceInput')
export class HeirPlaceInput {
  @Field(() => String)
  readonly source!: string;

  @Field(() => String)
  readonly collection!: string;

  @Field(() => ID, { nullable: true, description: 'As the findings have it. None: the whole collection.' })
  readonly recordId?: string | null;
}

@InputType('PurposeRulingInput', { description: 'What the purpose of an heir needs, or does not. Sealed with the case.' })
export class PurposeRulingInput {
  @Field(() => Purposes, { description: 'As it was accepted.' })
  readonly purpose!: HeirPurpose;

  @Field(() => Boolean)
  readonly isNeeded!: boolean;

  @Field(() => [HeirPlaceInput], { description: 'None: nothing at all is needed.' })
  readonly places!: readonly HeirPlaceInput[];

  @Field(() => String, { description: 'Why that purpose needs it, or does not.' })
  readonly reason!: string;
}

/** The ruling that an input stands for. */
export function purposeRulingOf({ purpose, isNeeded, places, reason }: PurposeRulingInput): RulingForPurpose {
  const placed = places.map(({ source, collection, recordId }): HeirPlace => ({ source, collection, ...given({ recordId }) }));
  return { purpose, isNeeded, reason, places: placed };
}

@ObjectType('HeirCollection', { description: 'A collection in which something was found, and how it stands to the purpose.' })
export class HeirCollectionType {
  @Shown('match.read', () => String)
  readonly source!: string;

  @Shown('match.read', () => String)
  readonly collection!: string;

  @Shown('match.read', () => String, { description: 'Its name where it has no title.' })
  readonly title!: string;

  @Shown('match.read', () => Int)
  readonly records!: number;

  @Shown('match.read', () => Int)
  readonly files!: number;

  @Shown('match.read', () => Standings)
  readonly standing!: HeirStanding;

  @Shown('match.read', () => Int, { description: 'Records that are handed over.' })
  readonly needed!: number;

  static of({ title, ...found }: HeirCollection, language: Language): HeirCollectionType {
    return Object.assign(new HeirCollectionType(), { ...found, title: title?.[language] ?? title?.['en'] ?? found.collection });
  }
}

@ObjectType('HeirPlace')
export class HeirPlaceType {
  @Shown('match.read', () => String)
  readonly source!: string;

  @Shown('match.read', () => String)
  readonly collection!: string;

  @Shown('match.read', () => ID, { nullable: true, description: 'None: the whole collection.' })
  readonly recordId?: string | undefined;
}

@ObjectType('PurposeRuling', { description: 'What an officer decided of what the purpose needs.' })
export class PurposeRulingType {
  @Shown('match.read', () => Boolean)
  readonly isNeeded!: boolean;

  @Shown('match.read', () => [HeirPlaceType], { description: 'None: nothing at all is needed.' })
  readonly places!: readonly HeirPlaceType[];

  @Shown('match.read', () => String)
  readonly reason!: string;

  @Shown('match.read', () => ID, { description: 'The officer.' })
  readonly by!: string;

  @Shown('match.read', () => DateTime)
  readonly at!: Date;

  static of({ isNeeded, places, reason, by, at }: CaseHeirRuling): PurposeRulingType {
    const placed = places.map((place) => Object.assign(new HeirPlaceType(), place));
    return Object.assign(new PurposeRulingType(), { isNeeded, reason, by, places: placed, at: new Date(at) });
  }
}

@ObjectType('HeirPart', { description: 'What an heir is to have: no more than the purpose needs (PER-05).' })
export class HeirPartType {
  @Shown('match.read', () => Purposes, { nullable: true, description: 'Null where nobody has accepted one.' })
  readonly purpose?: string | undefined;

  @Shown('match.read', () => Boolean, {
    description: 'Whether it was ruled for this purpose, on what was found last. Nothing is released before.',
  })
  readonly isRuled!: boolean;

  @Shown('match.read', () => [HeirCollectionType])
  readonly collections!: readonly HeirCollectionType[];

  @Shown('match.read', () => [PurposeRulingType], { description: 'Those that hold, in their order.' })
  readonly rulings!: readonly PurposeRulingType[];

  static of({ purpose, isRuled, collections, rulings }: HeirPart, language: Language): HeirPartType {
    return Object.assign(new HeirPartType(), {
      ...{ purpose, isRuled },
      collections: collections.map((each) => HeirCollectionType.of(each, language)),
      rulings: rulings.map((each) => PurposeRulingType.of(each)),
    });
  }
}
