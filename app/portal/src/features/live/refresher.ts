import { hashKey, type QueryKey } from "@tanstack/react-query";

/** Least time between two refreshes of the same burst, in milliseconds. */
export const PAUSE = 250;

/**
 * Asks anew for what messages have outdated: at once for the first, then once a pause for all that
 * came meanwhile. A run that moves forty claims would else ask for the same list forty times.
 */
export class Refresher {
  readonly #refresh: (key: QueryKey) => void;
  readonly #waiting = new Map<string, QueryKey>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(refresh: (key: QueryKey) => void) {
    this.#refresh = refresh;
  }

  add(keys: readonly QueryKey[]): void {
    for (const key of keys) this.#waiting.set(hashKey(key), key);
    if (this.#timer === undefined) this.#flush();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.clear();
  }

  #flush(): void {
    this.#timer = undefined;
    if (this.#waiting.size === 0) return;
    const due = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#timer = setTimeout(() => this.#flush(), PAUSE);
    for (const key of due) this.#refresh(key);
  }
}
