import type { Register } from '@habeas/core/law';
import { draftRegister } from '../draft/draft-register.js';
import { ImportNotes } from '../draft/import-notes.js';
import { fillTemplate } from '../fill/fill-template.js';
import { normalise } from '../template/normalise.js';
import { rowsOf, type TemplateActivity, type TemplateRegister } from '../template/template.js';
import { unmark } from '../text/mark.js';
import { ACTIVITY_PARTS, type ComparedPart, CONTROLLER_PARTS, linesIn } from './part-lines.js';

/** Something that two registers tell differently, in the words of the template: the lines that only one of them has. */
export interface PartDifference {
  readonly part: ComparedPart;
  readonly onlyHere: readonly string[];
  readonly onlyInFile: readonly string[];
}

/** An activity that two registers have. */
export interface ComparedActivity {
  /** In the file. */
  readonly id: string;
  readonly title: string;
  /** Its id in the register that is here, where that is another: data maps point to it by that one. */
  readonly idHere?: string;
  /** None: both tell the same of it. */
  readonly parts: readonly PartDifference[];
}

/** An activity that one of two registers has. */
export type LoneActivity = Pick<ComparedActivity, 'id' | 'title'>;

/** What a register that was read from the template tells otherwise than the one that is in use. */
export interface RegisterComparison {
  /** Who answers, who advises, and what protects the data. */
  readonly controller: readonly PartDifference[];
  readonly both: readonly ComparedActivity[];
  /** In the file only. */
  readonly added: readonly LoneActivity[];
  /** In the register that is here only. */
  readonly missing: readonly LoneActivity[];
}

/**
 * Compares what two registers say in the template. The one that is here is first taken through the template itself, so that nothing
 * is a difference that the template has no place for. An activity is the same by its id, and else by its title.
 */
export function compareRegisters(here: Register, inFile: Register): RegisterComparison {
  const own = fillTemplate(draftRegister(fillTemplate(here), new ImportNotes(false)).draft);
  const other = fillTemplate(inFile);
  const pairs = pairsOf(own.activities.map(filled), other.activities.map(filled));
  return {
    controller: CONTROLLER_PARTS.flatMap((part) => differenceIn(part, controllerOf(own), controllerOf(other))),
    both: pairs.both.map(([one, another]) => compared(one, another)),
    added: pairs.added.map(nameOf),
    missing: pairs.missing.map(nameOf),
  };
}

interface Filled extends TemplateActivity {
  readonly id: string;
  readonly title: string;
}

function filled(activity: TemplateActivity): Filled {
  const [id = ''] = linesIn('reference', activity);
  const [title = ''] = linesIn('name', activity);
  return { ...activity, id, title: unmark(title).text };
}

function nameOf({ id, title }: Filled): LoneActivity {
  return { id, title };
}

/** Measures are the same in every record: they are of the controller. */
function controllerOf({ head, activities: [first] }: TemplateRegister): Pick<TemplateActivity, 'rows'> {
  return { rows: [...head, ...(first === undefined ? [] : rowsOf(first, 'measure'))] };
}

interface Pairs {
  readonly both: readonly (readonly [Filled, Filled])[];
  readonly added: readonly Filled[];
  readonly missing: readonly Filled[];
}

function pairsOf(own: readonly Filled[], other: readonly Filled[]): Pairs {
  const left = new Set(own);
  const found = new Map<Filled, Filled>();
  for (const isSame of [byId, byTitle]) {
    for (const each of other) {
      const match = found.has(each) ? undefined : [...left].find((candidate) => isSame(candidate, each));
      if (match === undefined) continue;
      found.set(each, match);
      left.delete(match);
    }
  }
  return {
    both: other.flatMap((each) => {
      const match = found.get(each);
      return match === undefined ? [] : [[match, each] as const];
    }),
    added: other.filter((each) => !found.has(each)),
    missing: [...left],
  };
}

const byId = (one: Filled, other: Filled): boolean => one.id === other.id;
const byTitle = (one: Filled, other: Filled): boolean => normalise(one.title) === normalise(other.title);

function compared(own: Filled, other: Filled): ComparedActivity {
  return {
    ...nameOf(other),
    ...(own.id === other.id ? {} : { idHere: own.id }),
    parts: ACTIVITY_PARTS.flatMap((part) => differenceIn(part, own, other)),
  };
}

function differenceIn(
  part: ComparedPart,
  own: Pick<TemplateActivity, 'rows'>,
  other: Pick<TemplateActivity, 'rows'>,
): readonly PartDifference[] {
  const [here, inFile] = [linesIn(part, own), linesIn(part, other)];
  const onlyHere = here.filter((line) => !inFile.includes(line));
  const onlyInFile = inFile.filter((line) => !here.includes(line));
  return onlyHere.length + onlyInFile.length === 0 ? [] : [{ part, onlyHere, onlyInFile }];
}
