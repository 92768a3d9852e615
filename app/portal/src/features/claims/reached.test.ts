import { describe, expect, it } from "vitest";
import { listedReach } from "@/features/claims/reached";

describe("listedReach", () => {
  it("knows a file that has landed", () => {
    const landed = listedReach({ in_lake: "landed", is_valid: null });
    expect(landed).toEqual({ reached: "raw", stops_at: null });
  });

  it("knows what silver stopped", () => {
    const stopped = listedReach({ in_lake: "silver", is_valid: false });
    expect(stopped).toEqual({ reached: "silver", stops_at: "silver" });
  });

  it("does not guess whether a valid claim is in gold already", () => {
    expect(listedReach({ in_lake: "silver", is_valid: true })).toBeUndefined();
  });
});
