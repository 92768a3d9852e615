import { Skeleton } from "@/components/ui/skeleton";

type TableSkeletonProps = { rows: number; rowClass?: string };

/** A table on its way, with its head, rows and pages as high as they will be. */
export function TableSkeleton({ rows, rowClass = "h-[4.31rem]" }: TableSkeletonProps) {
  return (
    <div className="flex flex-col gap-px overflow-hidden rounded-xl border">
      <Skeleton className="h-11 rounded-none" />
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing ever moves here
        <Skeleton key={row} className={`rounded-none ${rowClass}`} />
      ))}
      <Skeleton className="h-16 rounded-none" />
    </div>
  );
}
