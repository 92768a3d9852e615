import { Skeleton } from "@/components/ui/skeleton";
import { TableSkeleton } from "@/features/insights/table-skeleton";

/** Risk on its way. */
export function RiskSkeleton({ rows }: { rows: number }) {
  return (
    <div className="flex flex-col gap-6">
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        {["low", "medium", "high", "critical"].map((card) => (
          <Skeleton key={card} className="h-48 rounded-xl lg:h-[11.7rem]" />
        ))}
      </div>
      <Skeleton className="h-[34rem] rounded-xl sm:h-[29.9rem]" />
      <TableSkeleton rows={rows} headClass="h-76 sm:h-[11.8rem]" />
    </div>
  );
}
