const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const ZERO = 48;
const CAPITAL_C = 67;

/** Whether a date or datetime, as a database writes it, names no day: `0000-00-00`, `2024-02-31`, `infinity`, years BC. */
export function isImpossibleDate(text: string): boolean {
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return true;
  const lastDay = DAYS[month - 1];
  if (lastDay === undefined || !(day >= 1) || day > lastDay || isYearZero(text)) return true;
  return (month === 2 && day === 29 && !isLeapYear(Number(text.slice(0, 4)))) || isBeforeChrist(text);
}

/** Looks at single characters first, as what nearly no date has costs the most to look for. */
function isYearZero(text: string): boolean {
  return text.charCodeAt(0) === ZERO && text.startsWith('0000');
}

function isBeforeChrist(text: string): boolean {
  return text.charCodeAt(text.length - 1) === CAPITAL_C && text.endsWith('BC');
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + (text.charCodeAt(at + 1) - ZERO);
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
