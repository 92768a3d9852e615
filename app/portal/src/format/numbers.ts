const COUNT = new Intl.NumberFormat("en-US");
const ONE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

/** A whole number with thousands: 15,040. */
export const count = (value: number): string => COUNT.format(value);

/** A number with at most one decimal: 97.5. */
export const decimal = (value: number): string => ONE.format(value);

/** Per cent: 68.1%. */
export const percent = (value: number): string => `${ONE.format(value)}%`;

/** So many things: "1 claim", "3 claims". */
export const plural = (value: number, one: string, many: string = `${one}s`): string =>
  `${COUNT.format(value)} ${value === 1 ? one : many}`;

/** A file's size: 812 bytes, 1.4 KB. */
export function fileSize(bytes: number): string {
  if (bytes < 1_024) return plural(bytes, "byte");
  if (bytes < 1_048_576) return `${ONE.format(bytes / 1_024)} KB`;
  return `${ONE.format(bytes / 1_048_576)} MB`;
}

/** Milliseconds a person can read: 84 ms, 1.2 s. */
export const duration = (milliseconds: number): string =>
  milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${ONE.format(milliseconds / 1_000)} s`;
