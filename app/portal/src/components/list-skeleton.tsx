import { Skeleton } from "@/components/ui/skeleton";

/** A list on its way. */
export function ListSkeleton({ rows }: { rows: number }) {
  return (
    <div className="flex flex-col gap-px overflow-hidden rounded-xl border">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing ever moves here
        <Skeleton key={row} className="h-21 rounded-none" />
      ))}
    </div>
  );
}
