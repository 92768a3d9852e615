import { Skeleton } from "@/components/ui/skeleton";
import { TableSkeleton } from "@/features/insights/table-skeleton";

/** Customers on their way. */
export function CustomersSkeleton({ rows }: { rows: number }) {
  return (
    <>
      <Skeleton className="mb-4 h-10 w-[34rem] max-w-full" />
      <TableSkeleton rows={rows} />
    </>
  );
}
