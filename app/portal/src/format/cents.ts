/**
 * Cents of an amount as typed, such as "1,204.5" or "$86"; null where it is no amount.
 * Whole cents only: sums of floats would be off by a cent sooner or later.
 */
export function centsOf(text: string): number | null {
  const match = /^\s*(-?)\s*\$?\s*(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{0,2}))?\s*$/.exec(text);
  if (!match) return null;
  const [, sign, whole, fraction] = match;
  if (whole === undefined && !fraction) return null;
  const cents =
    Number((whole ?? "0").replaceAll(",", "")) * 100 + Number((fraction ?? "").padEnd(2, "0"));
  if (!Number.isSafeInteger(cents)) return null;
  return sign === "-" && cents !== 0 ? -cents : cents;
}

/** The sum of typed amounts in cents; what is no amount yet counts nothing. */
export function sumOfCents(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (centsOf(text) ?? 0), 0);
}

/** Cents as the API takes amounts: "1204.50". */
export function decimalOf(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
