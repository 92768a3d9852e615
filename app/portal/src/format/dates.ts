const DAY = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });
const TIME = new Intl.DateTimeFormat("en-US", { timeStyle: "medium" });
const MOMENT = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "medium" });
const AGO = new Intl.RelativeTimeFormat("en-US", { numeric: "auto" });

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** A calendar day such as "2026-11-03": Nov 3, 2026, wherever one reads it. */
export const day = (isoDate: string): string =>
  DAY.format(new Date(`${isoDate.slice(0, 10)}T00:00Z`));

/** The time of day of a moment, to the second, in the reader's zone. */
export const timeOfDay = (isoMoment: string): string => TIME.format(new Date(isoMoment));

/** A moment in the reader's zone, to the second. */
export const moment = (isoMoment: string): string => MOMENT.format(new Date(isoMoment));

/** How long ago a moment was: "just now", "3 minutes ago", "yesterday". */
export function ago(isoMoment: string, now: number = Date.now()): string {
  const seconds = (new Date(isoMoment).getTime() - now) / 1_000;
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return AGO.format(Math.round(seconds / size), unit);
  }
  return "just now";
}

/** Today where the reader is, as "2026-11-03". */
export function today(now: Date = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Age of someone born on a day: "5 months", "3 years". */
export function age(birth: string, now: Date = new Date()): string {
  const born = new Date(`${birth}T00:00`);
  const months =
    (now.getFullYear() - born.getFullYear()) * 12 +
    (now.getMonth() - born.getMonth()) -
    (now.getDate() < born.getDate() ? 1 : 0);
  if (months < 1) return "newborn";
  const [count, unit] = months < 24 ? [months, "month"] : [Math.floor(months / 12), "year"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
