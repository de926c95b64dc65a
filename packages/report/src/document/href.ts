/** Nothing that hides, ends an attribute or turns into another path: no spaces, controls, quotes, angle brackets, backslashes. */
const PLAIN = /^[^\s\p{C}<>"'`\\^{}|]+$/u;
const MAILTO = /^mailto:[^@?:/#]+@[^@?:/#]+(\?[^#]*)?$/iu;
const TEL = /^tel:\+?[0-9().-]+$/iu;

/** Whether a link may stand in what a person opens: `https:`, `mailto:`, `tel:` or a path beside the document. */
export function isHref(href: string): boolean {
  if (!PLAIN.test(href)) return false;
  return MAILTO.test(href) || TEL.test(href) || isWebAddress(href) || isPathBeside(href);
}

/** Whether it is a path beside the document or beside its folder: what only opens where the file lies with its neighbours. */
export function isPathBeside(href: string): boolean {
  const [path = '', fragment, ...more] = href.replace(/^\.\.\//u, '').split('#');
  const steps = decoded(path)?.split('/') ?? [''];
  const isFine = steps.every((step) => step !== '' && !/^\.{1,2}$/u.test(step) && !/[:?*\\\p{C}]/u.test(step));
  return isFine && more.length === 0 && (fragment === undefined || /^[\w-]+$/u.test(fragment));
}

/** Names and passwords in an address only serve to mislead. */
function isWebAddress(href: string): boolean {
  if (!/^https:\/\/[^/]/iu.test(href) || !URL.canParse(href)) return false;
  const { username, password } = new URL(href);
  return username === '' && password === '';
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined; // half an escape: no path
  }
}
