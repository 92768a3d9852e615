import { describe, expect, it } from "vitest";
import { RETRIED, RequestKey } from "@/api/idempotency";
import { Problem } from "@/api/problem";

describe("RequestKey", () => {
  it("stays while the content stays", () => {
    const key = new RequestKey();
    expect(key.for({ amount: "62.00" })).toBe(key.for({ amount: "62.00" }));
  });

  it("changes with the content, and after it is done with", () => {
    const key = new RequestKey();
    const first = key.for({ amount: "62.00" });
    const second = key.for({ amount: "72.00" });
    key.renew();
    const third = key.for({ amount: "72.00" });
    expect(new Set([first, second, third]).size).toBe(3);
  });

  it("is what the API takes", () => {
    expect(new RequestKey().for({})).toMatch(/^[\x21-\x7e]{8,128}$/);
  });
});

describe("RETRIED", () => {
  const problem = (status: number) => new Problem({ status, title: "", detail: "" });

  it("tries again when the server is away or storage is down, not when it refuses", () => {
    expect([0, 503].every((status) => RETRIED.retry(0, problem(status)))).toBe(true);
    expect([401, 409, 422].some((status) => RETRIED.retry(0, problem(status)))).toBe(false);
    expect(RETRIED.retry(3, problem(503))).toBe(false);
  });
});
