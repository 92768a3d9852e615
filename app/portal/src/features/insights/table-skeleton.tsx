import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";

type TableSkeletonProps = {
  rows: number;
  /** Height of what stands above the rows. */
  headClass?: string;
  rowClass?: string;
};

/** A table on its way, with its head, rows and pages as high as they will be. */
export function TableSkeleton(props: TableSkeletonProps) {
  const { rows, headClass = "h-11", rowClass = "h-[4.26rem]" } = props;
  return (
    <div className="flex flex-col gap-px overflow-hidden rounded-xl border">
      <Skeleton className={cn("rounded-none", headClass)} />
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing ever moves here
        <Skeleton key={row} className={cn("rounded-none", rowClass)} />
      ))}
      <Skeleton className="h-16 rounded-none" />
    </div>
  );
}
