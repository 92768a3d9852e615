import { describe, expect, it } from "vitest";
import {
  briefly,
  changeText,
  inUnit,
  monthName,
  share,
  shortMonth,
} from "@/features/insights/format";

describe("inUnit", () => {
  it("keeps every digit that the views have", () => {
    expect(inUnit("usd", 4_582_600.13)).toBe("$4,582,600.13");
    expect(inUnit("percent", 73.05)).toBe("73.05%");
    expect(inUnit("days", 5.49)).toBe("5.49 days");
    expect(inUnit("count", 14_650)).toBe("14,650");
    expect(inUnit("percent", 90.3)).toBe("90.30%");
  });

  it("is shortened only where the amount is large", () => {
    expect(briefly("usd", 1_353_210.68)).toBe("$1.353M");
    expect(briefly("usd", 312.8)).toBe("$312.80");
    expect(briefly("count", 8_096)).toBe("8,096");
  });
});

describe("changeText", () => {
  it("tells the direction with a sign, and percentages in points", () => {
    expect(changeText("count", 80.25)).toBe("+80.25%");
    expect(changeText("percent", -1.17)).toBe("−1.17 pts");
    expect(changeText("usd", 0)).toBe("±0%");
  });
});

describe("months", () => {
  it("are named wherever one reads them", () => {
    expect(monthName("2026-10")).toBe("Oct 2026");
    expect(shortMonth("2024-01")).toBe("Jan ’24");
    expect(monthName("Unknown")).toBe("Unknown");
    expect(shortMonth("Unknown")).toBe("Unknown");
  });
});

describe("share", () => {
  it("is a part of the whole, and none of nothing", () => {
    expect(share(1, 3)).toBe(33.3);
    expect(share(0, 0)).toBe(0);
  });
});
