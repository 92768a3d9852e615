export type Token = { kind: "word" | "keyword" | "text" | "number" | "rest"; text: string };

const KEYWORDS: ReadonlySet<string> = new Set(
  `ALL AND AS ASC BETWEEN BY CASE CAST COUNT COALESCE DATE DESC DISTINCT ELSE END FALSE FILTER FIRST
   FROM GROUP HAVING IN INTERVAL IS JOIN LAST LIMIT MONTH NOT NULL NULLIF NULLS OFFSET ON OR ORDER
   SELECT THEN TRUE VALUES VARCHAR BOOLEAN WHEN WHERE WITH`.split(/\s+/),
);
const PIECES = /('(?:[^']|'')*')|([A-Za-z_]\w*)|(\$?\d+(?:\.\d+)?)|([^'A-Za-z_$\d]+|.)/gs;

/** SQL in pieces, for colours only: put together again they are the text, letter for letter. */
export function tokens(sql: string): Token[] {
  return [...sql.matchAll(PIECES)].map(([text, quoted, word, number]) => {
    if (quoted) return { kind: "text", text };
    // Keywords stand in capitals here; a column may be called `month`.
    if (word) return { kind: KEYWORDS.has(word) ? "keyword" : "word", text };
    return { kind: number ? "number" : "rest", text };
  });
}
