import { THIRD_PARTY_KINDS, type ThirdPartyKind } from '@habeas/core/law';
import { thirdPartyDetector } from '@habeas/third-parties';
import { seconds, series } from '../measure.js';
import type { Figure } from '../report.js';
import { type Note, readNotes } from '../third-parties/notes.js';
import { score } from '../third-parties/score.js';

const RUNS = 3;
const MEGABYTES = 0.2;
const RECALL: Readonly<Record<ThirdPartyKind, number>> = { email: 95, phone: 95, iban: 95, 'national-id': 95, name: 85 };
const NAME_PRECISION = 80;
/** In MB/s. Far below what is measured: work that grows faster than its text falls under it. */
const SLOWEST = 0.04;

/**
 * How much of what is labelled the detector finds, on the half of the notes that it was not made with and on all of them, by kind
 * and language; and how fast it is, on notes and on texts made to keep it busy.
 */
export async function thirdParties(): Promise<readonly Figure[]> {
  const heldOut = readNotes('held-out');
  const all = [...readNotes('development'), ...heldOut];
  return [
    ...scores(`held out (${String(heldOut.length)})`, heldOut),
    ...scores(`all (${String(all.length)})`, all),
    ...(await speeds(all)),
  ];
}

function scores(which: string, notes: readonly Note[]): readonly Figure[] {
  const parts = [
    ['', notes],
    [' fr', notes.filter(({ lang }) => lang === 'fr')],
    [' en', notes.filter(({ lang }) => lang === 'en')],
    [' by hand', notes.filter(({ origin }) => origin === 'written')],
  ] as const;
  return THIRD_PARTY_KINDS.flatMap((kind) =>
    parts.flatMap(([part, some]) => kindFigures(`${which}${part}: ${kind}`, some, kind)),
  );
}

function kindFigures(what: string, notes: readonly Note[], kind: ThirdPartyKind): readonly Figure[] {
  const { labelled, found, flagged, right, letters, covered } = score(notes, kind);
  if (labelled === 0) return [];
  const percent = (part: number, whole: number): Figure['value'] => series([whole === 0 ? 100 : (100 * part) / whole]);
  const recall: Figure = {
    what: `${what}, recall (${String(found)} of ${String(labelled)})`,
    value: percent(found, labelled),
    unit: '%',
    target: { atLeast: RECALL[kind] },
  };
  const precision: Figure = {
    what: `${what}, precision (${String(right)} of ${String(flagged)})`,
    value: percent(right, flagged),
    unit: '%',
  };
  if (kind !== 'name') return [recall, precision];
  const letterFigure: Figure = { what: `${what}, letters covered`, value: percent(covered, letters), unit: '%' };
  return [recall, { ...precision, target: { atLeast: NAME_PRECISION } }, letterFigure];
}

async function speeds(notes: readonly Note[]): Promise<readonly Figure[]> {
  const sized = (text: string): string => text.repeat(Math.ceil((MEGABYTES * 1e6) / text.length)).slice(0, MEGABYTES * 1e6);
  const texts: readonly (readonly [string, string])[] = [
    ['notes', sized(notes.map(({ text }) => text).join('\n'))],
    ['digits and spaces', sized('0 ')],
    ['@ signs', sized('a@')],
    ['capital words', sized('Julie Durand ')],
    ['one word', sized('Aa')],
  ];
  const figures: Figure[] = [];
  for (const [what, text] of texts) {
    const detect = thirdPartyDetector({ subject: { names: ['Claire Moreau'], emails: [], phones: [], ids: [] } });
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await seconds(() => detect(text)));
    const speed = series(times.map((time) => MEGABYTES / time));
    figures.push({
      what: `${what}, ${String(MEGABYTES)} MB in one text`,
      value: speed,
      unit: 'MB/s',
      target: { atLeast: SLOWEST },
    });
  }
  return figures;
}
