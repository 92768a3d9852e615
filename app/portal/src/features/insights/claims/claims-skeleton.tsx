import { Skeleton } from "@/components/ui/skeleton";

/** Claims analytics on their way. */
export function ClaimsSkeleton() {
  return (
    <div className="flex flex-col gap-6">
      <div className="grid grid-cols-2 gap-4 md:grid-cols-3">
        {["claims", "claimed", "paid", "average", "approved", "suspected"].map((tile) => (
          <Skeleton key={tile} className="h-24 rounded-xl" />
        ))}
      </div>
      <Skeleton className="h-10 w-72" />
      <Skeleton className="h-[26.5rem] rounded-xl" />
      <div className="grid gap-6 lg:grid-cols-3">
        {["type", "status", "size"].map((panel) => (
          <Skeleton key={panel} className="h-[27rem] rounded-xl" />
        ))}
      </div>
    </div>
  );
}
