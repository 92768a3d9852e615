import { describe, expect, it } from "vitest";
import { tokens } from "@/features/insights/sql/tokens";

const SQL =
  "SELECT month, sum(x) AS \"it's\"\nFROM vw_a WHERE n = 'Bob''s FROM' AND m < $1 -- 3.5é";

describe("tokens", () => {
  it("lose no letter", () => {
    expect(
      tokens(SQL)
        .map(({ text }) => text)
        .join(""),
    ).toBe(SQL);
  });

  it("know keywords from columns and from text", () => {
    const kinds = Object.fromEntries(
      tokens("SELECT month FROM 'FROM' LIMIT $2").map((t) => [t.text, t.kind]),
    );
    expect(kinds).toMatchObject({
      SELECT: "keyword",
      month: "word",
      "'FROM'": "text",
      $2: "number",
    });
  });
});
