import { Skeleton } from "@/components/ui/skeleton";
import { SqlButton } from "@/features/insights/sql/sql-button";
import type { Source } from "@/features/insights/types";

type HeaderSqlProps = {
  query: { data: { sources: readonly Source[] } | undefined; error: unknown };
  title: string;
  parts: readonly string[];
};

/** The SQL of a page's first numbers, in its head; its place is held until they are there. */
export function HeaderSql({ query, title, parts }: HeaderSqlProps) {
  if (query.data) return <SqlButton title={title} sources={query.data.sources} parts={parts} />;
  return query.error ? null : <Skeleton className="-my-1 h-9 w-28" />;
}
