import { describe, expect, it } from "vitest";
import { runnable } from "@/features/insights/sql/runnable";

describe("runnable", () => {
  it("fills in parameters of every kind", () => {
    const sql = "SELECT * FROM v WHERE a = $1 AND b = $2 AND c IS $3 LIMIT $4 OFFSET $10";
    const parameters = ["O'Hara", true, null, 20, 0, 0, 0, 0, 0, 1.5];
    expect(runnable({ sql, parameters })).toBe(
      "SELECT * FROM v WHERE a = 'O''Hara' AND b = TRUE AND c IS NULL LIMIT 20 OFFSET 1.5",
    );
  });

  it("leaves text alone, and what a parameter itself brings along", () => {
    const sql = "SELECT 'costs $1, isn''t it' AS t, $1 AS given, $2 AS missing";
    expect(runnable({ sql, parameters: ["$2"] })).toBe(
      "SELECT 'costs $1, isn''t it' AS t, '$2' AS given, $2 AS missing",
    );
  });
});
