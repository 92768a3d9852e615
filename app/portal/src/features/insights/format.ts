import { dollars } from "@/format/money";
import { count } from "@/format/numbers";

export type Unit = "count" | "usd" | "percent" | "days";

const EXACT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const PERCENT = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const TENTH = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const COMPACT = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  notation: "compact",
  maximumSignificantDigits: 4,
});
const MONTH = new Intl.DateTimeFormat("en-US", {
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** A number as the views have it, to two decimals: 5.49. */
export const exact = (value: number): string => EXACT.format(value);

/** Per cent as the views have it: 73.05%. */
export const exactPercent = (value: number): string => `${PERCENT.format(value)}%`;

/** Points and ratings, which have one decimal: 39.3. */
export const tenths = (value: number): string => TENTH.format(value);

/** Days as the views have them: 5.49 days. */
export const exactDays = (value: number): string => `${EXACT.format(value)} days`;

/** A number in its unit. */
export function inUnit(unit: Unit, value: number): string {
  const shown = { count, usd: dollars, percent: exactPercent, days: exactDays };
  return shown[unit](value);
}

/** A number in its unit where there is little room: $1.353M. */
export const briefly = (unit: Unit, value: number): string =>
  unit === "usd" && Math.abs(value) >= 10_000 ? COMPACT.format(value) : inUnit(unit, value);

/** How a figure has changed: "+4.2%"; a percentage changes by points: "−1.17 pts". */
export function changeText(unit: Unit, change: number): string {
  const sign = change > 0 ? "+" : change < 0 ? "−" : "±";
  const size = EXACT.format(Math.abs(change));
  return unit === "percent" ? `${sign}${size} pts` : `${sign}${size}%`;
}

/** A month such as "2026-10": Oct 2026. */
export const monthName = (yearMonth: string): string => {
  const [year, month] = yearMonth.split("-").map(Number);
  if (!year || !month) return yearMonth;
  return MONTH.format(Date.UTC(year, month - 1));
};

/** Whether a month is not over yet, or has not even begun, where the data ends in `unfinished`. */
export const isOpen = (yearMonth: string, unfinished: string | undefined): boolean =>
  unfinished !== undefined && yearMonth >= unfinished;

/** A month by its name, and what its figures are worth: so far, or no more than known ahead. */
export function openMonth(yearMonth: string, unfinished: string | undefined): string {
  const name = monthName(yearMonth);
  if (!isOpen(yearMonth, unfinished)) return name;
  return `${name}, ${yearMonth === unfinished ? "so far" : "ahead"}`;
}

/** The same where there is little room: Oct ’26. */
export const shortMonth = (yearMonth: string): string => {
  const [month, year] = monthName(yearMonth).split(" ");
  return year ? `${month} ’${year.slice(2)}` : yearMonth;
};

/** A part of a whole, in per cent to one decimal; 0 of nothing. */
export const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1_000 * part) / whole) / 10;
