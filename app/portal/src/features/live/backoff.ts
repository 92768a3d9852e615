const FIRST = 400;
const MOST = 8_000;

/**
 * Milliseconds before the next attempt: doubling, at most eight seconds, and between half and all
 * of that by chance, so that a hall full of browsers does not come back in one instant.
 */
export function backoff(attempt: number, chance: number = Math.random()): number {
  const longest = Math.min(FIRST * 2 ** attempt, MOST);
  return longest / 2 + (longest / 2) * chance;
}
