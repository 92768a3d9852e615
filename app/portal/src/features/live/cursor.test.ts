import { describe, expect, it } from "vitest";
import { isNews } from "@/features/live/cursor";

describe("isNews", () => {
  it.each([
    ["a1:8", "a1:7", true],
    ["a1:7", "a1:7", false],
    ["a1:9", "a1:10", false],
    ["a1:10", "a1:9", true],
    ["b2:1", "a1:900", true],
    ["a1:1", null, true],
    ["no cursor", "a1:7", true],
    ["a1:2", "no cursor", true],
  ])("%s behind %s: %s", (cursor, last, expected) => {
    expect(isNews(cursor, last)).toBe(expected);
  });
});
