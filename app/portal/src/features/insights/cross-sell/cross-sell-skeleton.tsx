import { Skeleton } from "@/components/ui/skeleton";
import { TableSkeleton } from "@/features/insights/table-skeleton";

/** Cross-sell on its way. */
export function CrossSellSkeleton({ rows }: { rows: number }) {
  return (
    <div className="flex flex-col gap-6">
      <div className="grid gap-4 sm:grid-cols-2">
        <Skeleton className="h-[5.44rem] rounded-xl sm:h-[6.2rem] lg:h-[6.7rem]" />
        <Skeleton className="h-[5.44rem] rounded-xl sm:h-[6.2rem] lg:h-[6.7rem]" />
      </div>
      <Skeleton className="h-[31.75rem] rounded-xl sm:h-[25.2rem]" />
      <TableSkeleton rows={rows} headClass="h-[14.2rem]" />
    </div>
  );
}
