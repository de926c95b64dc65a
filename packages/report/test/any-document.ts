import fc from 'fast-check';
import type { Block, ReadableDocument, Span, Text } from '../src/document/document.js';

const NASTY = [
  '</title><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '&lt;b&gt; &amp; &#60;',
  '<!-- ]]> --><![CDATA[',
  '</style></svg></table></dd>',
  '#import "x": * ; $x$ *b* _i_ `r` @ref <label> \\u{1}',
  '{count, plural, one {#}} {name}',
  'a\u202eb\u0000c\u0007',
  'line\nline\r\nline',
  '王小明 🇫🇷 नमस्ते',
];

/** Any text: letters of all scripts, control characters, halves of pairs, and what is known to break out of markup. */
export const anyString: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }).map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom(...NASTY),
);

const titled = anyString.map((text) => `T${text}`);

const span: fc.Arbitrary<Span> = fc
  .record(
    {
      text: anyString,
      style: fc.constantFrom('strong', 'code', 'quote', 'mark'),
      language: fc.constantFrom('en', 'fr', 'ar', 'zh-Hant'),
      href: fc.constantFrom('https://example.org/x?a=1&b=2', 'mailto:a@example.org', 'tel:+33400000000', 'data/x.csv', '#s0'),
    },
    { requiredKeys: ['text'] },
  )
  .map((each) => (each.href === undefined ? each : { ...each, text: `L${each.text}` }));

const text: fc.Arbitrary<Text> = fc.oneof(anyString, fc.array(fc.oneof(anyString, span), { maxLength: 3 }));

const table: fc.Arbitrary<Block> = fc
  .tuple(fc.array(fc.record({ title: titled, note: anyString }), { minLength: 1, maxLength: 3 }), fc.boolean(), titled, text)
  .chain(([columns, isNamed, caption, more]) =>
    fc
      .array(fc.array(text, { minLength: columns.length, maxLength: columns.length }), { maxLength: 3 })
      .map((rows): Block => ({ kind: 'table', caption, columns, rows, isNamed, more })),
  );

const figure: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('figure' as const),
  caption: titled,
  description: titled,
  picture: fc.oneof(
    fc.tuple(anyString, anyString, anyString).map(([from, to, note]) => ({
      kind: 'flow' as const,
      from: [{ id: 'a', label: from }],
      to: [{ id: 'b', label: to, note }],
      arrows: [{ from: 'a', to: 'b' }],
    })),
    fc.tuple(anyString, anyString).map(([label, note]) => ({
      kind: 'timeline' as const,
      today: '2026-04-05' as const,
      bars: [{ label, note, until: '2030-01-01' as const, state: 'running' as const }],
    })),
  ),
});

const leaf: fc.Arbitrary<Block> = fc.oneof(
  text.map((words): Block => ({ kind: 'paragraph', text: words })),
  fc.array(text, { minLength: 1, maxLength: 3 }).map((items): Block => ({ kind: 'list', items, ordered: items.length > 1 })),
  fc.array(text, { minLength: 1, maxLength: 3 }).map((lines): Block => ({ kind: 'lines', lines })),
  table,
  figure,
);

const nested: fc.Arbitrary<Block> = fc.oneof(
  leaf,
  fc.tuple(titled, leaf).map(([title, block]): Block => ({ kind: 'note', tone: 'warning', title, blocks: [block] })),
  fc.tuple(anyString, text, leaf).map(([term, value, block]): Block => ({ kind: 'facts', facts: [{ term, value }, { term, value: [block] }] })), // prettier-ignore
);

/** Any document that is not at fault. */
export const anyDocument: fc.Arbitrary<ReadableDocument> = fc
  .tuple(
    titled,
    anyString,
    fc.constantFrom('en', 'fr'),
    fc.array(nested, { maxLength: 3 }),
    fc.array(titled, { minLength: 1, maxLength: 4 }),
    nested,
  ) // prettier-ignore
  .map(([title, author, language, blocks, sections, inner]) => ({
    title,
    author,
    language,
    date: '2026-04-05',
    blocks: [...blocks, ...sections.map((each, index): Block => ({ kind: 'section', id: `s${index}`, title: each, blocks: index === 0 ? [inner] : [] }))], // prettier-ignore
  }));
