import { hasCondition, holdsSpecial } from '../activity-items.js';
import { isStated } from '../backing.js';
import type { Register } from '../register.js';
import type { SpecialCategory } from '../vocabulary.js';
import { listed, type Wording } from '../../wording/wording.js';
import type { ComparedSource } from './compared-source.js';
import { type DriftFinding, driftFinding } from './drift-finding.js';
import { served, type ServedCollection } from './served.js';
import { type SpecialReason, type SpecialSign, specialSigns } from './special-signs.js';
import { SPECIAL_CATEGORY_NAMES, SPECIAL_TEXTS as TEXTS } from './special-texts.js';

/**
 * What sources hold of the special categories of Art. 9 and 10 and the register does not tell (SPC-01, SPC-02), or the profile denies
 * (SPC-04). It is for the officer: the data are disclosed all the same, and what is tagged waits for a person's review.
 */
export function specialDrift({ activities, declares }: Register, sources: readonly ComparedSource[]): readonly DriftFinding[] {
  const { noSpecialCategories } = declares;
  const isDenied = noSpecialCategories !== undefined && isStated(noSpecialCategories);
  const signs = sources.flatMap(specialSigns);
  return [...served(activities, sources).flatMap(unregistered), ...(isDenied ? signs.map(denied) : signs.flatMap(untagged))];
}

/** A processor's controllers tell what it holds for them, and under which condition. */
function unregistered({ source, name, activity, entry, fields }: ServedCollection): readonly DriftFinding[] {
  const isTold = holdsSpecial(entry);
  if (entry.role.is === 'processor' || (isTold && hasCondition(entry))) return [];
  const code = isTold ? 'SPECIAL_NO_CONDITION' : 'SPECIAL_UNDECLARED';
  return fields
    .filter(({ special }) => special)
    .map((field) => {
      const place = { source, collection: name, field: field.name, activity };
      return driftFinding(code, place, isTold ? TEXTS.noCondition : TEXTS.undeclared, { activity });
    });
}

function denied(sign: SpecialSign): DriftFinding {
  if (sign.isTagged) return driftFinding('SPECIAL_DENIED', sign.place, TEXTS.deniedTagged);
  const { because, place } = sign;
  return driftFinding('SPECIAL_DENIED', place, 'word' in because ? TEXTS.deniedHint : TEXTS.deniedTold, partsOf(because));
}

function untagged(sign: SpecialSign): readonly DriftFinding[] {
  if (sign.isTagged) return [];
  const { because, place } = sign;
  return [driftFinding('SPECIAL_UNTAGGED', place, 'word' in because ? TEXTS.untaggedHint : TEXTS.untaggedTold, partsOf(because))];
}

function partsOf({ tells, ...named }: SpecialReason): Readonly<Record<string, string | Wording>> {
  return { ...named, tells: inWords(tells) };
}

function inWords(tells: readonly SpecialCategory[]): Wording {
  const names = tells.map((each) => SPECIAL_CATEGORY_NAMES[each]);
  return {
    en: listed(
      names.map(({ en }) => en),
      'en',
    ),
    fr: listed(
      names.map(({ fr }) => fr),
      'fr',
    ),
  };
}
