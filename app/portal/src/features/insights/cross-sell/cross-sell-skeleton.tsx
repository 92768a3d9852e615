import { Skeleton } from "@/components/ui/skeleton";
import { TableSkeleton } from "@/features/insights/table-skeleton";

/** Cross-sell on its way. */
export function CrossSellSkeleton({ rows }: { rows: number }) {
  return (
    <div className="flex flex-col gap-6">
      <div className="grid gap-4 sm:grid-cols-2">
        <Skeleton className="h-24 rounded-xl" />
        <Skeleton className="h-24 rounded-xl" />
      </div>
      <Skeleton className="h-96 rounded-xl" />
      <TableSkeleton rows={rows} />
    </div>
  );
}
