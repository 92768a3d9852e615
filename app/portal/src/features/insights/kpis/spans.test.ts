import { describe, expect, it } from "vitest";
import { unfinishedMonth, within } from "@/features/insights/kpis/spans";

const months = ["2026-08", "2026-09", "2026-10", "2026-11", "2026-12", "2027-01"].map(
  (year_month) => ({ year_month }),
);

describe("a span", () => {
  it("counts the months up to the one in which the data ends, whatever is known ahead", () => {
    const found = within(months, 12, "2026-11").map(({ year_month }) => year_month);
    expect(found).toEqual(months.map(({ year_month }) => year_month));
    const older = [{ year_month: "2025-11" }, ...Array(8).fill({ year_month: "2026-01" })];
    expect(within([...older, ...months], 12, "2026-11")).toHaveLength(12 + 2);
  });

  it("ends with the month that is not over", () => {
    expect(unfinishedMonth("2026-11-25")).toBe("2026-11");
  });
});
