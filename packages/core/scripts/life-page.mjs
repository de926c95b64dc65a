/** What docs/requests.md has to be: what stands between the comment lines comes from the table that the code goes by. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { lifeInMarkdown, outsideInMarkdown } from '../dist/request/life-in-markdown.js';

export const pageFile = fileURLToPath(new URL('../../../docs/requests.md', import.meta.url));

const BLOCKS = { life: lifeInMarkdown, outside: outsideInMarkdown };

/** The page with its blocks written anew. Throws where it has one not. */
export async function writtenPage() {
  const page = Object.entries(BLOCKS).reduce(
    (text, [name, write]) => withBlock(text, name, write()),
    readFileSync(pageFile, 'utf8'),
  );
  return format(page, { ...(await resolveConfig(pageFile)), parser: 'markdown' });
}

function withBlock(text, name, block) {
  const [begin, end] = [`<!-- ${name}: written by npm run reports -->`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`docs/requests.md has no block "${name}".`);
  return `${text.slice(0, from + begin.length)}\n\n${block}\n\n${text.slice(to)}`;
}
