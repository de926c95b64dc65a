import type { CaseDecision, CaseFile, ClockWords } from '../case-file.js';

/** Adds what somebody wrote to a case file; nothing where they wrote nothing. */
export function withWords(said: ClockWords): (file: CaseFile) => CaseFile {
  if (said.text.trim() === '') return (file) => file;
  return (file) => ({ ...file, clockWords: [...(file.clockWords ?? []), said] });
}

/** Adds a decision about the whole request to a case file. */
export function withDecision(decision: CaseDecision): (file: CaseFile) => CaseFile {
  return (file) => ({ ...file, decisions: [...file.decisions, decision] });
}
