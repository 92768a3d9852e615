import type { Source } from "@/features/insights/types";

type Value = Source["parameters"][number];

/** A value as SQL writes it. */
export function literal(value: Value): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  return String(value).toUpperCase();
}

/** A query with its parameters filled in, to be run as it stands; text in quotes is left alone. */
export function runnable({ sql, parameters }: Pick<Source, "sql" | "parameters">): string {
  return sql.replace(/'(?:[^']|'')*'|\$(\d+)/g, (found, place: string | undefined) => {
    const value = place === undefined ? undefined : parameters[Number(place) - 1];
    return value === undefined ? found : literal(value);
  });
}
