"""Style: the report's own sheet, in the colours and the type of portal and walkthrough."""

from __future__ import annotations

import base64
from pathlib import Path

from dashboards.theme import font_files, theme

NAMES = (
    "background", "foreground", "card", "sunken", "muted-foreground", "border", "primary",
    "accent", "accent-foreground", "coral", "coral-soft", "coral-soft-foreground", "sidebar",
    "sidebar-foreground", "sidebar-muted", "sidebar-active", "good", "good-soft",
    "destructive", "destructive-soft", "warning", "warning-soft",
    "chart-1", "chart-2", "chart-3", "chart-4", "chart-5",
)  # fmt: skip

RULES = """
@page { size: A4 landscape; margin: 11mm 12mm 13mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1240px; padding: 28px; background: var(--background);
  color: var(--foreground); font: 15px/1.5 var(--body);
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1, h2, h3 { font-family: var(--display); font-weight: 650; line-height: 1.15; margin: 0; }
code { font-size: .92em; background: var(--sunken); padding: 0 .25em; border-radius: 4px; }
ul { margin: 0; padding-left: 1.1em; }
li { margin: .15em 0; }
.num { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }

.cover { background: var(--sidebar); color: var(--sidebar-foreground); border-radius: 22px;
  padding: 44px 48px 40px; }
.cover .brand { display: flex; align-items: center; gap: 14px; font-family: var(--display);
  font-weight: 600; font-size: 20px; }
.cover .brand svg { width: 44px; height: 44px; }
.cover h1 { font-size: 54px; margin: 44px 0 10px; color: #fff; letter-spacing: -.02em; }
.cover p { font-size: 18px; margin: 0; max-width: 46em; color: var(--sidebar-foreground); }
.verdict { display: inline-block; margin-top: 26px; padding: 9px 18px; border-radius: 99px;
  font-weight: 650; background: var(--good-soft); color: var(--good); }
.verdict.red { background: var(--destructive-soft); color: var(--destructive); }
.tiles { display: flex; flex-wrap: wrap; gap: 14px; margin-top: 30px; }
.tile { flex: 1; min-width: 150px; background: var(--sidebar-active); border-radius: 14px;
  padding: 14px 18px; }
.tile b { display: block; font: 650 27px/1.2 var(--display); color: #fff;
  font-variant-numeric: tabular-nums; }
.tile span { color: var(--sidebar-muted); font-size: 14px; }

.budget { margin: 34px 0 0; }
.budget h2 { font-size: 23px; margin-bottom: 4px; }
.lead { color: var(--muted-foreground); margin: 0 0 14px; }
.bars { display: flex; gap: 5px; margin-bottom: 16px; }
.bar { background: var(--sunken); border-radius: 9px; overflow: hidden; height: 44px;
  position: relative; border: 1px solid var(--border); }
.bar i { display: block; height: 100%; opacity: .9; }
.bar b { position: absolute; inset: 0; padding: 0 12px; line-height: 42px; font-size: 14px;
  white-space: nowrap; overflow: hidden; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th { text-align: left; font-weight: 600; color: var(--muted-foreground); }
th, td { padding: 6px 10px 6px 0; border-bottom: 1px solid var(--border); vertical-align: top; }
th.num { text-align: right; }

.failures { margin-top: 26px; background: var(--destructive-soft); color: var(--destructive);
  border-radius: 16px; padding: 18px 24px; }
.failures h2 { font-size: 20px; margin-bottom: 6px; }

.part { margin: 46px 0 18px; display: flex; align-items: baseline; gap: 16px;
  border-bottom: 3px solid var(--tone); padding-bottom: 8px; }
.part h2 { font-size: 30px; }
.part span { color: var(--muted-foreground); }
.step { --words: color-mix(in srgb, var(--tone) 62%, var(--foreground));
  background: var(--card); border: 1px solid var(--border); border-radius: 18px;
  border-top: 5px solid var(--tone); padding: 20px 24px 22px; margin: 0 0 26px; }
.step.red { border-color: var(--destructive); }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 6px 14px;
  margin-bottom: 14px; }
.head h3 { font-size: 24px; }
.head .where { color: var(--words); font-weight: 700; }
.pill { font-size: 13px; font-weight: 600; padding: 2px 11px; border-radius: 99px;
  background: var(--sunken); color: var(--muted-foreground); white-space: nowrap; }
.pill.must { background: var(--coral-soft); color: var(--coral-soft-foreground); }
.pill.good { background: var(--good-soft); color: var(--good); }
.pill.red { background: var(--destructive-soft); color: var(--destructive); }
.body { display: grid; grid-template-columns: 1.62fr 1fr; gap: 24px; }
figure { margin: 0; break-inside: avoid; }
figure img { width: 100%; display: block; border-radius: 10px; border: 1px solid var(--border); }
figcaption { font-size: 12.5px; color: var(--muted-foreground); margin-top: 4px; }
.more { display: grid; grid-template-columns: 1fr 1fr; gap: 14px; margin-top: 14px; }
.text h4 { font: 650 13px/1.3 var(--body); color: var(--words); margin: 0 0 4px; }
.text section { margin-bottom: 15px; break-inside: avoid; }
.say { font-size: 16px; }
.aside { color: var(--muted-foreground); font-size: 14px; }
.acts { list-style: none; padding: 0; font-size: 14px; }
.acts li { display: flex; justify-content: space-between; gap: 12px; }
.checks { columns: 2; column-gap: 28px; font-size: 12.5px; margin-top: 16px;
  border-top: 1px solid var(--border); padding-top: 10px; list-style: none; padding-left: 0; }
.checks li { break-inside: avoid; padding-left: 18px; position: relative; margin: 1px 0; }
.checks li::before { content: "✓"; position: absolute; left: 0; color: var(--good);
  font-weight: 700; }
.checks li.red { color: var(--destructive); font-weight: 600; }
.checks li.red::before { content: "✗"; color: var(--destructive); }
.checks em { color: var(--muted-foreground); font-style: normal; }
.error { color: var(--destructive); font-weight: 600; }

@media (max-width: 800px) {
  body { padding: 14px; } .body { grid-template-columns: 1fr; } .checks { columns: 1; }
  .cover { padding: 26px; } .cover h1 { font-size: 36px; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; background: #fff; }
  .cover { padding: 34px 40px 30px; } .cover h1 { font-size: 40px; margin-top: 26px; }
  .budget { margin: 0; break-before: page; }
  .part { margin-top: 0; break-before: page; break-after: avoid; }
  .step { break-before: page; border-radius: 12px; margin: 0; padding: 14px 18px; }
  .part + .step { break-before: avoid; }
  .say { font-size: 11pt; } .acts, .aside { font-size: 9pt; }
  .checks { font-size: 7.4pt; columns: 3; }
  .body { grid-template-columns: 1.25fr 1fr; gap: 18px; }
  .more { grid-template-columns: 1fr 1fr 1fr; gap: 9px; }
  .head { margin-bottom: 9px; } figcaption { font-size: 7.4pt; }
}
"""


def sheet(fonts: Path) -> str:
    """The sheet with its colours and fonts in it; nothing is fetched."""
    light = theme().light
    colors = "".join(f"--{name}: {light[name]}; " for name in NAMES)
    stacks = f"--body: {theme().body}; --display: {theme().display};"
    return f"{_faces(fonts)}\n:root {{ {colors}{stacks} }}\n{RULES}"


def tone(number: int | None) -> str:
    """The colour of a part."""
    return theme().light["primary" if number is None else f"chart-{number}"]


def _faces(fonts: Path) -> str:
    found = []
    for family, file in font_files(fonts).items():
        data = base64.b64encode(file.read_bytes()).decode()
        found.append(
            f'@font-face {{ font-family: "{family}"; font-weight: 200 800; '
            f'src: url("data:font/woff2;base64,{data}") format("woff2"); }}'
        )
    return "\n".join(found)
