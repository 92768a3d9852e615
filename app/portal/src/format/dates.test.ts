import { describe, expect, it } from "vitest";
import { age, ago, day, today } from "@/format/dates";

describe("dates", () => {
  it("shows a calendar day as it is written, in every zone", () => {
    expect(day("2026-11-03")).toBe("Nov 3, 2026");
  });

  it("tells how long ago something was", () => {
    const now = Date.parse("2026-11-03T12:00:00Z");
    expect(ago("2026-11-03T11:59:40Z", now)).toBe("just now");
    expect(ago("2026-11-03T11:57:00Z", now)).toBe("3 minutes ago");
    expect(ago("2026-11-02T11:00:00Z", now)).toBe("yesterday");
    expect(ago("2026-11-13T12:00:00Z", now)).toBe("next week");
  });

  it("counts age in months, then in years", () => {
    const now = new Date(2026, 10, 3);
    expect(age("2026-10-20", now)).toBe("newborn");
    expect(age("2026-06-03", now)).toBe("5 months");
    expect(age("2026-06-04", now)).toBe("4 months");
    expect(age("2025-10-03", now)).toBe("13 months");
    expect(age("2023-11-04", now)).toBe("2 years");
  });

  it("takes today from the reader's own calendar", () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
  });
});
