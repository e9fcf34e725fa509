/** Of the page alone: no font and no picture comes from anywhere. */
export const REPORT_STYLES = `
:root {
  color-scheme: light dark;
  --page: #f5f6f4; --card: #ffffff; --text: #1c2321; --soft: #5a6662; --line: #dfe4e1; --accent: #1f5f5b; --track: #e9edeb;
  --created: #2f8f6b; --updated: #3b74c9; --unchanged: #9aa8a3; --edited: #c08a1e; --rejected: #c9473f; --left: #7f6bb0; --elsewhere: #4b9aa8;
  --good: #1f7a55; --bad: #b5342c; --good-back: #e2f3ea; --bad-back: #fbe7e5; --note-back: #fbf3df; --note: #7a5a12;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #121615; --card: #1b2120; --text: #e8eeeb; --soft: #9fb0aa; --line: #2d3634; --accent: #6fc2b8; --track: #2a3331;
    --created: #4cb98d; --updated: #6b9fec; --unchanged: #6f7f7a; --edited: #dfae4b; --rejected: #ea7068; --left: #a392d6; --elsewhere: #6cbac7;
    --good: #7fdcb4; --bad: #ff9b93; --good-back: #16332a; --bad-back: #3d1f1d; --note-back: #3a301a; --note: #f0cd7c;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 32px 20px 64px; }
header h1 { margin: 0 0 4px; font-size: 28px; line-height: 1.2; letter-spacing: -0.015em; text-wrap: balance; }
header p { margin: 0; color: var(--soft); overflow-wrap: anywhere; }
.badge { display: inline-block; padding: 2px 10px; border-radius: 999px; font-size: 13px; font-weight: 600; background: var(--track); color: var(--text); vertical-align: 4px; margin-left: 8px; }
.badge.good { background: var(--good-back); color: var(--good); }
.badge.bad { background: var(--bad-back); color: var(--bad); }
.badge.note { background: var(--note-back); color: var(--note); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(132px, 1fr)); gap: 12px; margin: 24px 0 8px; padding: 0; list-style: none; }
.tiles li { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 12px 16px; }
.tiles strong { display: block; font-size: 24px; line-height: 1.25; font-weight: 650; font-variant-numeric: tabular-nums; letter-spacing: -0.01em; }
.tiles span { color: var(--soft); font-size: 13px; }
.tiles .bad strong { color: var(--bad); }
.tiles .good strong { color: var(--good); }
section { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 20px 22px 22px; margin-top: 20px; }
h2 { margin: 0 0 2px; font-size: 18px; letter-spacing: -0.01em; }
h3 { margin: 20px 0 6px; font-size: 15px; }
section > p, section > div > p { margin: 0 0 14px; color: var(--soft); max-width: 70ch; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 0 0 16px; padding: 0; list-style: none; font-size: 13px; color: var(--soft); }
.legend i, .key { display: inline-block; width: 10px; height: 10px; border-radius: 3px; margin-right: 6px; }
.bars { display: grid; gap: 10px; margin: 0; }
.bar { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 3px 12px; align-items: baseline; }
.bar .name { overflow-wrap: anywhere; font-size: 14px; }
.bar .number { font-variant-numeric: tabular-nums; font-size: 13px; color: var(--soft); }
.track { grid-column: 1 / -1; display: flex; gap: 1px; height: 12px; border-radius: 4px; background: var(--track); overflow: hidden; }
.track i { display: block; min-width: 2px; }
.scroll { overflow-x: auto; margin: 0 -4px; padding: 0 4px; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; }
th, td { text-align: left; padding: 7px 12px 7px 0; border-top: 1px solid var(--line); vertical-align: top; }
thead th { border-top: 0; color: var(--soft); font-weight: 600; font-size: 12.5px; white-space: nowrap; }
td { overflow-wrap: anywhere; min-width: 72px; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td:last-child, th:last-child { padding-right: 0; }
code, pre { font: 12.5px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { overflow-wrap: anywhere; }
pre { margin: 12px 0 0; padding: 14px; border-radius: 10px; background: var(--page); overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
details { margin-top: 14px; }
summary { cursor: pointer; color: var(--accent); font-weight: 600; font-size: 14px; border-radius: 4px; }
summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
.empty { color: var(--soft); }
footer { margin-top: 28px; color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
@media (max-width: 560px) {
  main { padding: 20px 12px 40px; }
  section { padding: 16px 14px 18px; border-radius: 12px; }
  header h1 { font-size: 23px; }
  .tiles { grid-template-columns: repeat(2, 1fr); gap: 8px; }
}
@media print {
  :root { --page: #fff; --card: #fff; --text: #000; --soft: #444; --line: #bbb; --track: #eee; }
  main { max-width: none; padding: 0; }
  section { border-radius: 0; border-width: 1px 0 0; padding: 14px 0; break-inside: avoid-page; }
  .track, .track i, .legend i, .key, .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  tr, .bar { break-inside: avoid; }
}
`
