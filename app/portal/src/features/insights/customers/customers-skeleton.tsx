import { Skeleton } from "@/components/ui/skeleton";
import { TableSkeleton } from "@/features/insights/table-skeleton";

/** Customers on their way. */
export function CustomersSkeleton({ rows }: { rows: number }) {
  return (
    <>
      <Skeleton className="mb-4 h-28 w-[34rem] sm:h-[2.53rem] max-w-full" />
      <TableSkeleton rows={rows} rowClass="h-[4.83rem] sm:h-[4.26rem]" />
    </>
  );
}
