import { Skeleton } from "@/components/ui/skeleton";
import { TableSkeleton } from "@/features/insights/table-skeleton";

/** The network on its way. */
export function ProvidersSkeleton({ rows }: { rows: number }) {
  return (
    <div className="flex flex-col gap-6">
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        {["preferred", "standard", "watch", "unrated"].map((card) => (
          <Skeleton key={card} className="h-44 rounded-xl" />
        ))}
      </div>
      <Skeleton className="h-80 rounded-xl" />
      <TableSkeleton rows={rows} />
    </div>
  );
}
