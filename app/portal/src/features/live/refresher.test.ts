import type { QueryKey } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PAUSE, Refresher } from "@/features/live/refresher";

const LIST: QueryKey = ["get", "/api/claims"];
const journeyOf = (claim: number): QueryKey => ["get", "/api/claims/{claim_id}/journey", claim];

describe("Refresher", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const made = () => {
    const asked: QueryKey[] = [];
    return { asked, refresher: new Refresher((key) => asked.push(key)) };
  };

  it("asks at once for the first message", () => {
    const { asked, refresher } = made();
    refresher.add([LIST, journeyOf(1)]);
    expect(asked).toEqual([LIST, journeyOf(1)]);
  });

  it("asks once for what a burst outdates again and again, and loses nothing of it", () => {
    const { asked, refresher } = made();
    for (let claim = 1; claim <= 40; claim += 1) refresher.add([LIST, journeyOf(claim)]);
    vi.advanceTimersByTime(PAUSE);
    expect(asked.filter((key) => key === LIST)).toHaveLength(2);
    expect(asked.filter((key) => key !== LIST)).toHaveLength(40);
  });

  it("is as quick as ever after a pause", () => {
    const { asked, refresher } = made();
    refresher.add([LIST]);
    vi.advanceTimersByTime(PAUSE);
    refresher.add([LIST]);
    expect(asked).toHaveLength(2);
  });

  it("asks for nothing once stopped", () => {
    const { asked, refresher } = made();
    refresher.add([LIST]);
    refresher.add([LIST]);
    refresher.stop();
    vi.advanceTimersByTime(PAUSE * 2);
    expect(asked).toHaveLength(1);
  });
});
