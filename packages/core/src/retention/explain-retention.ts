import type { LocalDate } from '../calendar/local-date.js';
import type { CalendarPeriod } from '../calendar/period.js';
import { dateInWords, periodInWords } from '../calendar/in-words.js';
import { fill, type Language } from '../wording/wording.js';
import { anchorsInWords } from './anchors-in-words.js';
import type { DatedRetention, HeldRetention, RetentionEvaluation, RetentionGap, RetentionPhase } from './evaluation.js';
import { ENDING_TEXTS, RETENTION_TEXTS } from './retention-texts.js';
import type { RetentionRule, Term } from './rule.js';

/** Why a record is kept, and until when, in words for a person (RET-02, RET-03; Art. 15(1)(d), Art. 12(1) GDPR). */
export function explainRetention(evaluation: RetentionEvaluation, rule: RetentionRule, language: Language): string {
  const words = new Words(rule, language);
  switch (evaluation.status) {
    case 'running':
    case 'expires_soon':
    case 'overdue':
      return words.dated(evaluation);
    case 'legal_hold':
      return words.held(evaluation);
    case 'ongoing_relationship':
      return words.say(evaluation.because, { name: words.title(evaluation.name) });
    case 'indeterminate':
      return [...words.rules(), ...evaluation.gaps.map((gap) => words.gap(gap))].join(' ');
  }
}

/** A period with what it runs from. */
type AnchoredPeriod = Pick<Term, 'combine' | 'period'> & { readonly anchors: readonly { readonly name: string }[] };

class Words {
  constructor(
    private readonly rule: RetentionRule,
    private readonly language: Language,
  ) {}

  say(sentence: keyof typeof RETENTION_TEXTS, parts: Readonly<Record<string, string>> = {}): string {
    return fill(RETENTION_TEXTS[sentence], this.language, parts);
  }

  /** What a fact is called; its name where nobody has given it a title. */
  title(name: string): string {
    return this.rule.titles[name]?.[this.language] ?? name;
  }

  dated(evaluation: DatedRetention): string {
    const { then } = this.rule;
    const until = this.#day(evaluation.expiresOn);
    return [
      ...this.#term(evaluation),
      ...evaluation.phases.flatMap((phase) => this.#phase(phase)),
      ...(evaluation.status === 'running' ? [] : [this.say(evaluation.status, { until })]),
      ...(then === undefined ? [] : [ENDING_TEXTS[then][this.language]]),
    ].join(' ');
  }

  held({ until }: HeldRetention): string {
    return until === undefined ? this.say('legal_hold') : this.say('legal_hold_until', { until: this.#day(until) });
  }

  gap(gap: RetentionGap): string {
    if ('fact' in gap) return this.say(gap.gap, { fact: this.title(gap.fact) });
    return gap.gap === 'criterion_only' ? this.say(gap.gap, { criterion: gap.criterion[this.language] }) : this.say(gap.gap);
  }

  /** What was stated, where its end cannot be told: the trigger and the period (RET-03). */
  rules(): readonly string[] {
    if (this.rule.term === undefined) return [];
    const { period } = this.rule.term;
    const parts = { period: periodInWords(period, this.language), anchors: this.#anchors(this.rule.term) };
    return [this.say(isAtOnce(period) ? 'rule_at_once' : 'rule', parts)];
  }

  /** Where several days could decide, the one that does comes first, and then among which it was. */
  #term({ term, anchor, phases: [active] }: DatedRetention): readonly string[] {
    const sentence = isAtOnce(term.period) ? 'at_once' : 'running';
    const parts = {
      period: periodInWords(term.period, this.language),
      anchor: this.#anchors({ ...term, anchors: [anchor] }),
      on: this.#day(anchor.on),
      until: this.#day(active.until),
    };
    const choice = term.anchors.length < 2 ? [] : [this.say(`${sentence}_of_several`, { anchors: this.#anchors(term) })];
    return [this.say(sentence, parts), ...choice];
  }

  #anchors({ anchors, combine, period }: AnchoredPeriod): string {
    const titles = anchors.map(({ name }) => this.title(name));
    return anchorsInWords(isAtOnce(period) ? 'until' : 'from', titles, combine, this.language);
  }

  #phase(phase: RetentionPhase): readonly string[] {
    const until = this.#day(phase.until);
    switch (phase.phase) {
      case 'active':
        return [];
      case 'archive':
        return [this.say('archived', { until, law: phase.law })];
      case 'held':
        return [this.say(phase.ground === 'litigation' ? 'kept_for_litigation' : 'kept_by_agreement', { until })];
    }
  }

  #day(date: LocalDate): string {
    return dateInWords(date, this.language);
  }
}

function isAtOnce({ years, months, days }: CalendarPeriod): boolean {
  return years + months + days === 0;
}
