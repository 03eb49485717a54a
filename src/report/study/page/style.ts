/*
 * The style of the page. The hues are those of Okabe and Ito (2008, Color universal design), which people
 * with any kind of colour blindness can tell apart, lightened where the paper is dark.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1a1a1a; --quiet: #595959; --line: #d9d9d9; --shade: #f4f4f2;
  --hue-1: #0072b2; --hue-2: #b35300; --hue-3: #00795a; --hue-4: #a3497d; --hue-5: #6b6200; --hue-6: #333;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161616; --ink: #ececec; --quiet: #adadad; --line: #3c3c3c; --shade: #222;
    --hue-1: #56b4e9; --hue-2: #e69f00; --hue-3: #2fbf94; --hue-4: #e08fbe; --hue-5: #d9cc3c; --hue-6: #ddd;
  }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --shade: #fff;
    --hue-1: #0072b2; --hue-2: #b35300; --hue-3: #00795a; --hue-4: #a3497d; --hue-5: #6b6200; --hue-6: #333;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .4rem; overflow-wrap: anywhere; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 2.6rem 0 .4rem; padding-top: .8rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .2rem; overflow-wrap: anywhere; }
p { margin: .4rem 0; max-width: 44rem; }
.quiet, figcaption, .meaning { color: var(--quiet); }
.outcome { font-size: 1.1rem; font-weight: 600; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; margin: .8rem 0; padding: 0; }
a { color: inherit; }
dl { display: grid; grid-template-columns: fit-content(11rem) minmax(0, 1fr); gap: .3rem 1rem; margin: .6rem 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
code { font: .87em ui-monospace, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.command { display: block; padding: .45rem .6rem; background: var(--shade); border: 1px solid var(--line); border-radius: 3px; white-space: pre-wrap; }
figure { margin: 1rem 0 1.8rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .4rem 2rem; align-items: start; }
figure > * { min-width: 0; }
figcaption { max-width: 44rem; }
figcaption h3 { color: var(--ink); margin: 0; }
figcaption p { font-size: .92rem; margin: .2rem 0; }
svg { display: block; max-width: 100%; height: auto; }
svg text { font-family: inherit; }
@media (min-width: 56rem), print {
  figure.drawn { grid-template-columns: 22rem minmax(0, 1fr); }
  figure.drawn > figcaption { grid-column: 1 / -1; }
}
.scroll {
  overflow-x: auto;
  /* A shade at an edge says that there is more; the covers move with the table and hide it where there is not. */
  background:
    linear-gradient(to right, var(--paper) 50%, transparent) 0 0 / 2.4rem 100% local no-repeat,
    linear-gradient(to left, var(--paper) 50%, transparent) 100% 0 / 2.4rem 100% local no-repeat,
    linear-gradient(to right, var(--line), transparent) 0 0 / .8rem 100% scroll no-repeat,
    linear-gradient(to left, var(--line), transparent) 100% 0 / .8rem 100% scroll no-repeat;
}
.scroll:focus-visible { outline: 2px solid var(--hue-1); outline-offset: 2px; }
table { border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; font-weight: normal; white-space: nowrap; }
thead th { color: var(--quiet); border-bottom: 1px solid var(--quiet); vertical-align: bottom; white-space: normal; }
th:first-child, .text td, .text thead th { text-align: left; }
tbody th { white-space: normal; min-width: 6rem; max-width: 24rem; }
.text td { white-space: normal; }
.text td code { overflow-wrap: normal; }
.text td code.long { display: block; min-width: 20rem; }
.text td code:not(.long) { white-space: nowrap; }
.verdict { font-weight: 600; white-space: nowrap; }
details > summary { cursor: pointer; color: var(--quiet); font-size: .92rem; }
@media screen and (max-width: 44rem) {
  .text, .text tbody { display: block; }
  .text thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .text tr { display: grid; grid-template-columns: fit-content(45%) minmax(0, 1fr); gap: 0 .8rem; padding: .35rem 0; border-bottom: 1px solid var(--line); }
  .text tbody th { max-width: none; min-width: 0; padding: 0; border: 0; }
  /* The label and what it is of, side by side; what a row begins with needs none. */
  .text td { display: contents; }
  .text td:not(:first-of-type)::before { content: attr(data-label); color: var(--quiet); }
  .text td code.long, .text td code:not(.long) { min-width: 0; white-space: normal; overflow-wrap: anywhere; align-self: baseline; }
}
@media print {
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  nav { display: none; }
  h2, h3, figcaption { break-after: avoid; }
  figure, tr, li { break-inside: avoid; }
  .scroll { overflow: visible; background: none; }
  td, th, thead th { white-space: normal; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  details > summary { list-style: none; }
}
`.trim();
