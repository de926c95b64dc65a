/** The page's whole style, named by its hash in the page's policy. For screens, telephones, paper, large print, and the dark. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ground: #fff; --ink: #1b2530; --soft: #4a5765; --rule: #c8d0d9; --frame: #77838f; --pale: #f3f6f8; --main: #15526f; --on-main: #fff;
  --alert: #8a3b00; --alert-ground: #fff6ec;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #12171c; --ink: #e6eaee; --soft: #b2bdc8; --rule: #3d4853; --frame: #8b97a3; --pale: #1c242c; --main: #8fc9e8; --on-main: #0d1a22;
    --alert: #ffb98a; --alert-ground: #2b1f15;
  }
}
html:lang(fr) { quotes: '«\\202f' '\\202f»' '“' '”'; }
html:lang(en) { quotes: '“' '”' '‘' '’'; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: none; text-size-adjust: none; scroll-padding-top: 1rem; }
body { background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif; margin: 0 auto; max-width: 56rem; overflow-wrap: break-word; padding: 2.5rem 1.5rem 5rem; }
a { color: var(--main); text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
main:focus { outline: none; }
.skip { background: var(--main); color: var(--on-main); left: 0; padding: 0.5rem 1rem; position: absolute; top: 0; transform: translateY(-110%); }
.skip:focus { transform: none; }
header { border-bottom: 3px solid var(--main); margin-bottom: 2rem; padding-bottom: 1.25rem; }
.author { color: var(--main); font-weight: 600; margin: 0; }
.date { color: var(--soft); margin: 0; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 2.125rem; font-weight: 650; letter-spacing: -0.01em; margin: 0.35rem 0 0.6rem; }
h2 { color: var(--main); font-size: 1.5rem; font-weight: 650; margin: 3rem 0 0.75rem; }
h3 { font-size: 1.2rem; font-weight: 650; margin: 2rem 0 0.5rem; }
h4 { font-size: 1.0625rem; font-weight: 650; margin: 1.5rem 0 0.5rem; }
p, ul, ol, dl, figure { margin: 0 0 1rem; }
p, li { max-width: 44rem; }
ul, ol { padding-inline-start: 1.5rem; }
li { margin-bottom: 0.3rem; }
li::marker { color: var(--soft); }
nav { background: var(--pale); border-radius: 6px; margin-bottom: 2rem; padding: 1.25rem 1.5rem 1rem; }
nav h2 { color: inherit; font-size: 1.0625rem; margin: 0 0 0.5rem; }
nav ol { margin: 0; }
nav ol ol { list-style: none; margin-top: 0.25rem; padding-inline-start: 1rem; }
nav li { margin-bottom: 0.35rem; }
.lines { max-width: none; }
.lines.end { margin-inline-start: auto; width: fit-content; }
main .lines { margin-top: 1.5rem; }
header .lines { margin-bottom: 1.5rem; }
dl { border-top: 1px solid var(--rule); }
dl > div { border-bottom: 1px solid var(--rule); display: grid; gap: 0.1rem 1.5rem; grid-template-columns: minmax(0, 1fr) minmax(0, 2.2fr); padding: 0.55rem 0; }
dt { color: var(--soft); font-weight: 600; }
dd { margin: 0; min-width: 0; }
dd > :last-child { margin-bottom: 0; }
.note { background: var(--pale); border-inline-start: 4px solid var(--main); border-radius: 0 6px 6px 0; margin: 1.5rem 0; padding: 1rem 1.25rem; }
.note.warning { background: var(--alert-ground); border: 1px solid var(--alert); border-inline-start-width: 6px; }
.note > .head { font-weight: 650; margin-bottom: 0.35rem; }
.note.warning > .head { color: var(--alert); }
.note > :last-child { margin-bottom: 0; }
.wide { margin: 1.5rem 0 0.5rem; overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums; line-height: 1.45; min-width: 100%; }
caption { color: var(--ink); font-weight: 650; padding: 0 0 0.5rem; text-align: start; }
th, td { border-bottom: 1px solid var(--rule); min-width: 7rem; max-width: 28rem; padding: 0.5rem 0.75rem; text-align: start; vertical-align: top; }
thead th { background: var(--pale); border-bottom: 2px solid var(--frame); vertical-align: bottom; }
tbody th { font-weight: 600; }
th.end, td.end { min-width: 4rem; text-align: end; }
td.end { white-space: nowrap; }
th small { color: var(--soft); display: block; font-size: 0.8125rem; font-weight: 400; }
.more { color: var(--soft); font-size: 0.9375rem; margin-bottom: 1.5rem; }
code { background: var(--pale); border-radius: 3px; font: 0.92em/1.5 ui-monospace, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; padding: 0.05em 0.3em; white-space: pre-wrap; }
mark { background: none; border: 1px dashed currentcolor; border-radius: 3px; box-decoration-break: clone; -webkit-box-decoration-break: clone; color: var(--soft); font-style: italic; padding: 0.05em 0.35em; }
figure { margin: 1.5rem 0 2rem; }
figcaption { color: var(--soft); font-size: 0.9375rem; margin-top: 0.75rem; }
svg { display: block; height: auto; width: 100%; }
svg.wide { margin: 0; max-width: 46rem; overflow: hidden; }
svg.narrow { display: none; max-width: 26rem; }
svg text { fill: var(--ink); font-family: system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif; }
svg text.strong { font-weight: 600; }
svg text.soft { fill: var(--soft); }
svg text.inverse { fill: var(--on-main); font-weight: 600; }
rect.full { fill: var(--main); stroke: var(--main); }
rect.plain { fill: var(--pale); stroke: var(--frame); }
rect.track { fill: var(--pale); }
rect.dashed { fill: none; stroke: var(--main); stroke-dasharray: 5 4; stroke-width: 1.5; }
rect.striped { fill: var(--alert-ground); stroke: var(--alert); stroke-width: 1.5; }
line.grid { stroke: var(--rule); }
line.today { stroke: var(--ink); stroke-width: 2; }
line.stripe { stroke: var(--alert); stroke-width: 1.5; }
path.arrow { fill: none; stroke: var(--frame); stroke-width: 1.5; }
path.head { fill: var(--frame); }
@media (max-width: 40rem) {
  body { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.625rem; }
  h2 { font-size: 1.3125rem; margin-top: 2.25rem; }
  nav { padding: 1rem; }
  dl > div { grid-template-columns: minmax(0, 1fr); }
  svg.wide { display: none; }
  svg.narrow { display: block; }
}
@media (forced-colors: active) {
  mark, .note, nav { border: 1px solid; }
  rect.full, rect.plain, rect.striped { fill: Canvas; stroke: CanvasText; }
  rect.dashed, line, path.arrow { stroke: CanvasText; }
  svg text { fill: CanvasText !important; }
  path.head { fill: CanvasText; }
}
@page { margin: 20mm 18mm 22mm; @bottom-right { color: #4a5765; content: counter(page) ' / ' counter(pages); font: 9pt system-ui, 'DejaVu Sans', sans-serif; } }
@media print {
  body { font-size: 10.5pt; line-height: 1.5; max-width: none; padding: 0; }
  .skip { display: none; }
  h1 { font-size: 20pt; }
  h2 { font-size: 14pt; margin-top: 20pt; }
  h3 { font-size: 11.5pt; }
  h4 { font-size: 10.5pt; }
  figcaption, .more, th small { font-size: 9pt; }
  h1, h2, h3, h4, caption, .head { break-after: avoid; }
  p, li { orphans: 3; widows: 3; max-width: none; }
  a { color: inherit; }
  a.told::after { content: ' (' attr(href) ')'; font-size: 0.9em; overflow-wrap: anywhere; }
  .wide { overflow: visible; }
  table { font-size: 9pt; width: 100%; }
  th, td { min-width: 0; overflow-wrap: anywhere; padding: 4pt 6pt; }
  thead { display: table-header-group; }
  tr, dl > div, figure, .lines { break-inside: avoid; }
  svg.wide { display: block; }
  svg.narrow { display: none; }
  nav, .note, thead th, rect, code { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
