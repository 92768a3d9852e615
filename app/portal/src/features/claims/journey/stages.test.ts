import { describe, expect, it } from "vitest";
import type { Stage } from "@/api/types";
import { progressAt, STAGES } from "@/features/claims/journey/stages";

const along = (reached: Stage, stops_at: Stage | null = null): string[] =>
  STAGES.map(({ stage }) => progressAt({ reached, stops_at }, stage));

describe("progressAt", () => {
  it("waits for bronze once the file has landed", () => {
    expect(along("raw")).toEqual(["reached", "next", "ahead", "ahead"]);
  });

  it("is through in gold", () => {
    expect(along("gold")).toEqual(["reached", "reached", "reached", "reached"]);
  });

  it("waits for nothing behind the layer where it stops", () => {
    expect(along("silver", "silver")).toEqual(["reached", "reached", "stopped", "ahead"]);
  });
});
