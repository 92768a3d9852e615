import { Skeleton } from "@/components/ui/skeleton";

/** Claims analytics on their way. */
export function ClaimsSkeleton() {
  return (
    <div className="flex flex-col gap-6">
      <div className="grid grid-cols-2 gap-4 md:grid-cols-3">
        {["claims", "claimed", "paid", "average", "approved", "suspected"].map((tile) => (
          <Skeleton key={tile} className="h-[5.44rem] rounded-xl sm:h-[6.2rem] lg:h-[6.7rem]" />
        ))}
      </div>
      <Skeleton className="h-10 w-72" />
      <Skeleton className="h-[29.4rem] rounded-xl sm:h-[27.9rem]" />
      <div className="grid gap-6 lg:grid-cols-3">
        {["type", "status", "size"].map((panel) => (
          <Skeleton key={panel} className="h-[27.9rem] rounded-xl" />
        ))}
      </div>
      <Skeleton className="h-[88.9rem] rounded-xl sm:h-[48rem] lg:h-[33.3rem]" />
    </div>
  );
}
