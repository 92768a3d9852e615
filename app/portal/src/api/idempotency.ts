import { asProblem } from "@/api/problem";

/**
 * The `Idempotency-Key` of what is about to be sent. The same content keeps its key, however often
 * it is sent; other content, and the next filling of the form, gets a new one.
 */
export class RequestKey {
  #content = "";
  #key = "";

  for(content: unknown): string {
    const text = JSON.stringify(content);
    if (text !== this.#content || !this.#key) {
      this.#content = text;
      this.#key = randomKey();
    }
    return this.#key;
  }

  /** What was sent is done with; the same content would be a new request. */
  renew(): void {
    this.#key = "";
  }
}

/** 32 hex digits; crypto.randomUUID exists on secure origins only. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Options of a mutation that may be sent again: what is only passing is tried three times more. */
export const RETRIED = {
  retry: (failures: number, error: unknown): boolean => failures < 3 && asProblem(error).isPassing,
  retryDelay: (attempt: number): number => 600 * 2 ** attempt,
} as const;
