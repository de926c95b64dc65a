import type { PlacedLink } from './placed-link.js';

/** Where a link leads. */
export function linkPath(link: string): string {
  return `/ask/hostel/d/${link}`;
}

/** Posts a link's secret and a claim code, as the page of the link does. */
export function knock(
  url: string,
  { link, secret, claimCode }: Pick<PlacedLink, 'link' | 'secret' | 'claimCode'>,
): Promise<Response> {
  const body = new URLSearchParams({ secret, claimCode });
  return fetch(`${url}${linkPath(link)}`, { method: 'POST', redirect: 'manual', body });
}

/** Shows what is right, and gives the cookie of a browser that was let in. */
export async function letIn(url: string, placed: PlacedLink): Promise<string> {
  const response = await knock(url, placed);
  const [cookie] = response.headers.getSetCookie();
  if (response.status !== 303 || cookie === undefined) throw new Error(`Not let in: ${String(response.status)}.`);
  await response.body?.cancel();
  return cookie.split(';', 1)[0] ?? '';
}

/** Has an archive locked, as its page does. */
export async function choosePacking(url: string, placed: PlacedLink, packing: 'aes' | 'age'): Promise<void> {
  const cookie = await letIn(url, placed);
  const body = new URLSearchParams({ packing });
  const response = await fetch(`${url}${linkPath(placed.link)}/packing`, { method: 'POST', headers: { cookie }, body });
  if (response.status !== 200) throw new Error(`Not taken: ${String(response.status)}.`);
  await response.body?.cancel();
}

/** Asks for an archive from a place on: with `If-Range`, so that what is joined is one archive. */
export function askForArchive(
  url: string,
  { link, archive }: PlacedLink,
  { cookie, from = 0, signal }: { readonly cookie: string; readonly from?: number; readonly signal?: AbortSignal },
): Promise<Response> {
  const range = from === 0 ? {} : { range: `bytes=${String(from)}-`, 'if-range': `"${archive.sha256}"` };
  const wanted = { headers: { cookie, ...range }, ...(signal === undefined ? {} : { signal }) };
  return fetch(`${url}${linkPath(link)}/archive`, wanted);
}
