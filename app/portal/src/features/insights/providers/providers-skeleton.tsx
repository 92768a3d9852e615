import { Skeleton } from "@/components/ui/skeleton";
import { TableSkeleton } from "@/features/insights/table-skeleton";

/** The network on its way. */
export function ProvidersSkeleton({ rows }: { rows: number }) {
  return (
    <div className="flex flex-col gap-6">
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        {["preferred", "standard", "watch", "unrated"].map((card) => (
          <Skeleton key={card} className="h-[12.6rem] rounded-xl lg:h-[11.7rem]" />
        ))}
      </div>
      <Skeleton className="h-192 rounded-xl sm:h-[27rem] xl:h-[17.9rem]" />
      <TableSkeleton
        rows={rows}
        headClass="h-108 lg:h-[14.2rem]"
        rowClass="h-[5.85rem] sm:h-[4.26rem]"
      />
    </div>
  );
}
