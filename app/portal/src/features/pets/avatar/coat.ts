/** How a coat lies on a face. */
export type Pattern = "plain" | "blaze" | "points" | "tan" | "tabby" | "patches" | "speckled";

/** A pet's coat: the main colour, a second one, a shade of the first for outlines, the pattern. */
export type Coat = { base: string; second: string; shade: string; pattern: Pattern };

const HUES: Readonly<Record<string, string>> = {
  apricot: "#e0aa76",
  black: "#34363c",
  blenheim: "#b0623a",
  blue: "#7f8d9c",
  brindle: "#8a6242",
  brown: "#80573b",
  buff: "#d9bb8c",
  calico: "#f4eee3",
  chocolate: "#5f3d2b",
  cinnamon: "#ad6c42",
  cream: "#eedfc3",
  dapple: "#8f9099",
  fawn: "#d8b182",
  gold: "#cf9f4e",
  golden: "#d7a257",
  grey: "#8f959b",
  harlequin: "#f1ece2",
  havana: "#5d3d2b",
  landseer: "#34363c",
  lemon: "#ecd596",
  lilac: "#9d8a8a",
  liver: "#6d4432",
  mahogany: "#8a4b2b",
  merle: "#93a0ad",
  orange: "#dd9149",
  pied: "#f1ece2",
  pink: "#e9b9a6",
  red: "#b4613b",
  ruby: "#a3522f",
  ruddy: "#b56d3f",
  rust: "#b56c3d",
  sable: "#a6733f",
  salt: "#9c9c99",
  seal: "#43352c",
  silver: "#b8bdc2",
  snow: "#eee6d9",
  tan: "#c99b67",
  tortoiseshell: "#4a3a31",
  tricolor: "#b4733f",
  tuxedo: "#34363c",
  white: "#f5f1e8",
  yellow: "#e4c78b",
};

const WHITE = "#faf7f0";
const TAN = "#c08a52";
const ORANGE = "#d98d49";
const CREAM = "#efe3d0";
const PATCHED = /calico|tortoiseshell|pied|harlequin|parti|blenheim/;
const SPECKLED = /merle|dapple|brindle|spotted|pepper/;
const TANNED = /and (tan|rust|gold|mahogany|silver)$/;

/** The coat that a colour's name describes, such as "Brown Tabby" or "Black and Tan". */
export function coatOf(colour: string | null | undefined, species: string): Coat {
  const name = (colour ?? (species === "Cat" ? "grey tabby" : "golden")).toLowerCase();
  const hue = hueIn(name) ?? "#b58f66";
  const base = name.includes("point") ? CREAM : hue;
  const of = (pattern: Pattern, second: string): Coat => ({
    base,
    second,
    shade: mixed(base, "#10201d", 0.28),
    pattern,
  });
  if (name.includes("point")) return of("points", mixed(hue, "#2b211b", 0.2));
  if (name.includes("tabby")) return of("tabby", mixed(base, "#1d120a", 0.42));
  if (PATCHED.test(name)) {
    return of("patches", name === "blenheim" || name === "pied" ? WHITE : ORANGE);
  }
  if (SPECKLED.test(name)) return of("speckled", mixed(base, "#1d120a", 0.45));
  if (TANNED.test(name)) return of("tan", hueIn(name.split(" and ")[1] ?? "") ?? TAN);
  if (name.includes("white") && name !== "white") return of("blaze", WHITE);
  if (/tuxedo|landseer|tricolor/.test(name)) return of("blaze", WHITE);
  return of("plain", mixed(base, "#ffffff", 0.4));
}

function hueIn(name: string): string | undefined {
  for (const word of name.split(/[\s-]+/)) {
    const hue = HUES[word];
    if (hue) return hue;
  }
  return undefined;
}

/** A colour with so much (0 to 1) of another in it; both as #rrggbb. */
function mixed(colour: string, other: string, amount: number): string {
  const part = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  const channel = (at: number): string =>
    Math.round(part(colour, at) * (1 - amount) + part(other, at) * amount)
      .toString(16)
      .padStart(2, "0");
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
