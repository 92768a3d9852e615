const CENTS = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const WHOLE = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 0,
});
const SHORT = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  notation: "compact",
  maximumFractionDigits: 1,
});

/** Dollars to the cent: $1,234.50. */
export const dollars = (amount: number): string => CENTS.format(amount);

/** Whole dollars: $1,235. */
export const wholeDollars = (amount: number): string => WHOLE.format(amount);

/** Dollars for an axis: $1.2M. */
export const shortDollars = (amount: number): string => SHORT.format(amount);
