import { describe, expect, it } from "vitest";
import { customersSearch, kpisSearch, providersSearch } from "@/features/insights/search";

describe("search", () => {
  it("keeps filters that make sense", () => {
    const shared = {
      page: 3,
      search: "okafor",
      tier: "Gold",
      sort: "loss_ratio",
      direction: "asc",
    };
    expect(customersSearch.parse(shared)).toEqual(shared);
    expect(kpisSearch.parse({ months: 12 })).toEqual({ months: 12 });
    expect(providersSearch.parse({ network: "out" })).toEqual({ network: "out" });
  });

  it("drops what no page could answer, and nothing else", () => {
    const typed = { page: -1, tier: "Wood", sort: "phone", direction: "up", search: "okafor" };
    expect(customersSearch.parse(typed)).toEqual({ search: "okafor" });
    expect(kpisSearch.parse({ months: 13 })).toEqual({});
  });

  it("takes a number for text, as an address has it bare", () => {
    expect(customersSearch.parse({ search: 2663 }).search).toBe("2663");
  });
});
