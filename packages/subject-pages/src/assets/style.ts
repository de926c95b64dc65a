/** The style of the pages: a telephone first, then wider; light, dark, forced colours, large print, and paper. */
export const SUBJECT_STYLE = `
:root {
  color-scheme: light dark;
  --ground: #fff; --ink: #1b2530; --soft: #4a5765; --rule: #c8d0d9; --frame: #6b7783; --pale: #f3f6f8; --main: #15526f; --on-main: #fff;
  --alert: #a3250b; --alert-ground: #fdf1ee; --good: #1d6b3a; --corner: 8px;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #12171c; --ink: #e6eaee; --soft: #b2bdc8; --rule: #3d4853; --frame: #8b97a3; --pale: #1c242c; --main: #8fc9e8; --on-main: #0d1a22;
    --alert: #ffb199; --alert-ground: #2d1a15; --good: #8fd6a8;
  }
}
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: none; text-size-adjust: none; scroll-padding-top: 1rem; }
body {
  background: var(--ground); border-top: 0.375rem solid var(--main); color: var(--ink); margin: 0 auto; min-height: 100vh; overflow-wrap: anywhere;
  font: 1.0625rem/1.6 system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif;
}
header, main, footer { margin: 0 auto; max-width: 44rem; padding-inline: 1rem; }
a { color: var(--main); text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
a:hover { text-decoration-thickness: 3px; }
:focus-visible { border-radius: 3px; outline: 3px solid var(--main); outline-offset: 2px; }
main:focus { outline: none; }
.skip { background: var(--main); border-radius: 0 0 6px 0; color: var(--on-main); left: 0; padding: 0.75rem 1rem; position: absolute; top: 0; transform: translateY(-120%); z-index: 1; }
.skip:focus { transform: none; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.75rem; font-weight: 700; letter-spacing: -0.01em; margin: 0 0 0.75rem; }
h2 { font-size: 1.25rem; font-weight: 700; margin: 2rem 0 0.5rem; }
p, ul, ol, dl { margin: 0 0 1rem; }
ul, ol { padding-inline-start: 1.5rem; }
li { margin-bottom: 0.375rem; }
li::marker { color: var(--soft); }
.lead { font-size: 1.1875rem; line-height: 1.5; }
.soft { color: var(--soft); }
.hint { color: var(--soft); font-size: 1rem; margin: 0; }

header { align-items: center; display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; justify-content: space-between; padding-block: 0.75rem; }
.controller { color: var(--main); font-weight: 700; margin: 0; }
header ul { display: flex; gap: 0.25rem; list-style: none; margin: 0 -0.5rem; padding: 0; }
header li { margin: 0; }
header li, header a { align-items: center; display: flex; min-height: 2.75rem; }
header li:not(:has(a)), header a { padding-inline: 0.5rem; }
header [aria-current] { font-weight: 700; }
main { padding-block: 1.25rem 2.5rem; }

.panel { background: var(--pale); border-radius: var(--corner); margin: 1.25rem 0; padding: 1rem 1.125rem; }
.panel > :first-child { margin-top: 0; }
.panel > :last-child { margin-bottom: 0; }
.panel h2 { font-size: 1.125rem; }
.ticks { list-style: none; padding: 0; }
.ticks li { padding-inline-start: 1.75rem; position: relative; }
.ticks li::before { border: solid var(--good); border-width: 0 0.1875rem 0.1875rem 0; content: ''; height: 0.875rem; inset-inline-start: 0.375rem; position: absolute; top: 0.3rem; transform: rotate(42deg); width: 0.4375rem; }

fieldset { border: 0; margin: 0; min-width: 0; padding: 0; }
legend { padding: 0; width: 100%; }
.part { border-top: 1px solid var(--rule); margin-top: 2rem; padding-top: 1.5rem; }
.part > legend, .part > h2, .choices > legend h2 { font-size: 1.375rem; font-weight: 700; line-height: 1.25; margin: 0 0 0.5rem; }
.choices { margin-bottom: 1.25rem; }
.choices > legend { font-weight: 600; margin-bottom: 0.5rem; }
.choices > legend h2 { margin: 0; }
.choice { background: var(--ground); border: 1px solid var(--frame); border-radius: var(--corner); column-gap: 0.75rem; display: grid; grid-template-columns: 1.5rem minmax(0, 1fr); margin-bottom: 0.5rem; min-height: 2.75rem; padding: 0.625rem 0.875rem; position: relative; }
.choice:has(:checked) { background: var(--pale); border-color: var(--main); box-shadow: inset 0 0 0 1px var(--main); }
.choice:has(:focus-visible) { outline: 3px solid var(--main); outline-offset: 2px; }
.choice input { accent-color: var(--main); height: 1.375rem; margin: 0.125rem 0 0; outline: none; width: 1.375rem; }
.choice label { font-weight: 600; }
.choice label::after { content: ''; inset: 0; position: absolute; }
.choice .hint { grid-column: 2; }
.choices + .hint { margin: -0.5rem 0 1.5rem; }
.field { margin-bottom: 1.25rem; }
.field > label { display: block; font-weight: 600; }
.field .hint { margin-bottom: 0.25rem; }
.field input, .field textarea { background: var(--ground); border: 1px solid var(--frame); border-radius: 6px; color: var(--ink); display: block; font: inherit; margin-top: 0.25rem; min-height: 3rem; padding: 0.5rem 0.75rem; width: 100%; }
.field textarea { field-sizing: content; min-height: 5rem; resize: vertical; }
.field input:focus, .field textarea:focus { border-color: var(--main); outline: 3px solid var(--main); outline-offset: 0; }
.field input[inputmode=numeric] { font-size: 1.375rem; font-variant-numeric: tabular-nums; letter-spacing: 0.15em; max-width: 14rem; }
.faulty { border-inline-start: 4px solid var(--alert); padding-inline-start: 0.875rem; }
.faulty input, .faulty textarea { border: 2px solid var(--alert); }
.fault { color: var(--alert); font-weight: 600; margin: 0; }
.problems, .offline { background: var(--alert-ground); border: 2px solid var(--alert); border-radius: var(--corner); margin-bottom: 1.5rem; padding: 1rem 1.125rem; }
.problems h2 { color: var(--alert); font-size: 1.125rem; margin: 0 0 0.5rem; }
.problems ul { margin: 0; }
.problems a { color: var(--alert); font-weight: 600; }
form:has(#f-requester-self:checked, #f-requester-minor_self:checked) .other { display: none; }
details { margin-bottom: 1.25rem; }
summary { align-items: center; color: var(--main); cursor: pointer; display: flex; font-weight: 600; gap: 0.625rem; min-height: 2.75rem; }
summary::before { border: solid currentcolor; border-width: 0 0.15rem 0.15rem 0; content: ''; flex: none; height: 0.55rem; margin-inline: 0.25rem; transform: rotate(-45deg); width: 0.55rem; }
details[open] > summary::before { transform: translateY(-0.15rem) rotate(45deg); }
summary::-webkit-details-marker { display: none; }
details > div { padding-top: 0.75rem; }

.button { -webkit-appearance: none; appearance: none; align-items: center; background: var(--main); border: 2px solid var(--main); border-radius: var(--corner); color: var(--on-main); cursor: pointer; display: inline-flex; font: inherit; font-weight: 700; justify-content: center; line-height: 1.3; min-height: 3rem; padding: 0.625rem 1.25rem; text-align: center; text-decoration: none; width: 100%; }
.button:hover { box-shadow: 0 0 0 3px color-mix(in srgb, var(--main) 35%, transparent); text-decoration: underline; text-decoration-thickness: 2px; }
.button.plain { background: transparent; color: var(--main); }
.button.grave { background: var(--alert); border-color: var(--alert); color: var(--ground); }
.actions { display: grid; gap: 0.75rem; margin: 1.5rem 0; }
.actions form { display: contents; }
.copy { margin: -0.25rem 0 1rem; min-height: 2.75rem; width: auto; }
.fetching { background: var(--pale); border-radius: var(--corner); margin: 1rem 0; padding: 1rem 1.125rem; }
.fetching .said { margin: 0.5rem 0 0.75rem; }
progress { accent-color: var(--main); display: block; height: 1.25rem; width: 100%; }
.working:not(:empty) { background: var(--pale); border-radius: var(--corner); margin: 0.75rem 0 0; padding: 0.75rem 1rem; }

.facts > div, footer dl > div { border-bottom: 1px solid var(--rule); padding: 0.5rem 0; }
.facts { border-top: 1px solid var(--rule); }
dt { color: var(--soft); font-size: 1rem; }
dd { margin: 0; }
.facts dd { font-weight: 600; }
.code { background: var(--pale); border: 2px dashed var(--main); border-radius: var(--corner); display: block; font: 700 2rem/1.2 ui-monospace, 'DejaVu Sans Mono', monospace; letter-spacing: 0.08em; margin: 0.5rem 0 1rem; overflow-wrap: normal; padding: 1rem 0.5rem; text-align: center; }
code { background: var(--pale); border-radius: 4px; font: 0.9375rem/1.6 ui-monospace, 'DejaVu Sans Mono', monospace; padding: 0.1em 0.35em; }

.steps { display: grid; list-style: none; margin: 1.25rem 0 1.75rem; padding: 0; }
.steps li { color: var(--soft); margin: 0; min-height: 2.5rem; padding-inline-start: 2.5rem; position: relative; }
.steps li::before { background: var(--ground); border: 2px solid var(--frame); border-radius: 50%; content: ''; display: grid; font-size: 0.9375rem; font-weight: 700; height: 1.625rem; inset-inline-start: 0; line-height: 1; place-items: center; position: absolute; top: 0.0625rem; width: 1.625rem; z-index: 1; }
.steps li:not(:last-child)::after { border-inline-start: 2px solid var(--rule); content: ''; height: 100%; inset-inline-start: 0.75rem; position: absolute; top: 0.875rem; }
.steps .done, .steps .current { color: var(--ink); }
.steps .current { font-weight: 700; }
.steps .done::before { background: var(--main); border-color: var(--main); color: var(--on-main); content: '✓' / ''; }
.steps .done:not(:last-child)::after { border-color: var(--main); }
.steps .current::before { border-color: var(--main); box-shadow: inset 0 0 0 0.25rem var(--ground), inset 0 0 0 1rem var(--main); }
.state { border-inline-start: 4px solid var(--main); padding-inline-start: 1rem; }
.state h2 { margin-top: 0; }
.state > :last-child { margin-bottom: 0; }
blockquote { border-inline-start: 4px solid var(--main); font-size: 1.125rem; margin: 0 0 1rem; padding-inline-start: 1rem; }
time { white-space: nowrap; }
.panel .actions:last-child, .panel form { margin-bottom: 0; }
.events { list-style: none; padding: 0; }
.events li { border-bottom: 1px solid var(--rule); margin: 0; padding: 0.5rem 0; }
.events time { color: var(--soft); display: block; font-size: 1rem; }
.unseen { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }

footer { border-top: 1px solid var(--rule); font-size: 1rem; padding-block: 0.5rem 3rem; }
footer h2 { font-size: 1.0625rem; margin-top: 1.25rem; }
footer dl { margin-bottom: 1rem; }
footer dl a { align-items: center; display: inline-flex; min-height: 2.75rem; }
footer dl > div:has(a) dd { margin-block: -0.5rem; }
.links { display: flex; flex-wrap: wrap; gap: 0 1.5rem; list-style: none; margin: 1.5rem 0 0; padding: 0; }
.links a { align-items: center; display: flex; min-height: 2.75rem; padding: 0; }

@media (min-width: 40rem) {
  header, main, footer { padding-inline: 1.5rem; }
  main { padding-block: 2rem 3.5rem; }
  h1 { font-size: 2.25rem; }
  .panel { padding: 1.25rem 1.5rem; }
  .pair { display: grid; gap: 0 1.25rem; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .button { width: auto; }
  .actions { display: flex; flex-wrap: wrap; }
  .facts > div { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); }
  .code { font-size: 2.75rem; padding: 1.25rem; }
  .steps { grid-auto-columns: minmax(0, 1fr); grid-auto-flow: column; }
  .steps li { padding: 2rem 0.5rem 0 0; }
  .steps li:not(:last-child)::after { border-inline-start: 0; border-top: 2px solid var(--rule); height: 0; inset-inline-start: 1.5rem; inset-inline-end: 0; top: 0.8125rem; }
  footer { column-gap: 2.5rem; display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); }
  footer .links { grid-column: span 2; }
  .events li { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 2fr) minmax(0, 5fr); }
}
@media (min-width: 64rem) { header, main, footer { max-width: 50rem; } }
@media (forced-colors: active) {
  .button, .panel, .state { border: 2px solid; }
  .choice:has(:checked) { outline: 2px solid Highlight; }
  .steps .done::before { background: CanvasText; }
}
@media (prefers-reduced-motion: no-preference) { .skip { transition: transform 0.1s; } }
@page { margin: 18mm; }
@media print {
  body { border: 0; font-size: 11pt; min-height: 0; }
  header, main, footer { max-width: none; padding-inline: 0; }
  .skip, .actions, .fetching, header nav, .links, button { display: none !important; }
  h1 { font-size: 20pt; }
  h2 { break-after: avoid; font-size: 13pt; }
  .panel, .code, section, li { break-inside: avoid; }
  a { color: inherit; }
  .code { border-color: #000; }
  .steps .done::before, .steps .current::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
