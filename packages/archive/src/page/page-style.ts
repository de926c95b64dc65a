/** The page's whole style, named by its hash in the page's policy. Readable on paper, on a telephone, and in the dark. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
.banner { border: 3px solid; padding: 0.75rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
dd { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
caption { font-weight: bold; padding: 0.25rem 0; text-align: start; }
th, td { border: 1px solid; padding: 0.25rem 0.5rem; text-align: start; vertical-align: top; }
td.number { text-align: end; }
bdi { overflow-wrap: anywhere; }
@media print { thead { display: table-header-group; } tr { break-inside: avoid; } }
`;
