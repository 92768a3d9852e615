import { describe, expect, it } from "vitest";
import { FIGURES, FIRST, newsOf, OTHERS } from "@/features/insights/kpis/figures";

describe("figures", () => {
  it("are all shown, each once", () => {
    const shown = [...FIRST, ...OTHERS];
    expect(new Set(shown)).toEqual(new Set(Object.keys(FIGURES)));
    expect(shown).toHaveLength(Object.keys(FIGURES).length);
  });

  it("make a higher loss ratio bad news, and more premium good news", () => {
    expect(newsOf("loss_ratio", 2.04)).toBe("bad");
    expect(newsOf("loss_ratio", -4.54)).toBe("good");
    expect(newsOf("earned_premium", 4)).toBe("good");
    expect(newsOf("total_claims", 80)).toBe("none");
    expect(newsOf("customers", 0)).toBe("none");
  });
});
