import { describe, expect, it } from "vitest";
import { centsOf, decimalOf, sumOfCents } from "@/format/cents";

describe("centsOf", () => {
  it.each([
    ["86", 8_600],
    ["86.5", 8_650],
    ["86.50", 8_650],
    [".75", 75],
    ["$1,204.05", 120_405],
    ["248000.00", 24_800_000],
    ["-72.00", -7_200],
    ["0", 0],
  ])("reads %s", (text, cents) => {
    expect(centsOf(text)).toBe(cents);
  });

  it.each(["", " ", ".", "-", "abc", "1.234", "1,20", "1e3", "12.50.1", "NaN", "9".repeat(20)])(
    "refuses %j",
    (text) => {
      expect(centsOf(text)).toBeNull();
    },
  );
});

describe("sumOfCents", () => {
  it("is exact where floats are not", () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(sumOfCents(["0.10", "0.20"])).toBe(30);
    expect(sumOfCents(Array<string>(1_000).fill("0.10"))).toBe(10_000);
  });

  it("leaves out what is no amount yet", () => {
    expect(sumOfCents(["62.00", "", "abc", "124.40"])).toBe(18_640);
  });
});

describe("decimalOf", () => {
  it.each([
    [18_640, "186.40"],
    [5, "0.05"],
    [0, "0.00"],
    [-7_205, "-72.05"],
  ])("writes %i cents", (cents, text) => {
    expect(decimalOf(cents)).toBe(text);
    expect(centsOf(text)).toBe(cents);
  });
});
