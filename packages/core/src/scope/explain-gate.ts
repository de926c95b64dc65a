import { fill, type Language } from '../wording/wording.js';
import type { GateReason } from './gate.js';
import { GATE_TEXTS } from './gate-texts.js';

/** What a DPO has to act on, and how (OUT-08), in their language. Where it stands is data: `GateReason.places`. */
export function explainGate({ code, count }: GateReason, language: Language): { readonly what: string; readonly remedy: string } {
  const { what, remedy } = GATE_TEXTS[code];
  return { what: fill(what, language, { count: String(count) }), remedy: fill(remedy, language) };
}
