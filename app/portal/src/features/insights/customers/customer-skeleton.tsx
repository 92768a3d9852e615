import { Skeleton } from "@/components/ui/skeleton";

/** One customer on their way. */
export function CustomerSkeleton() {
  return (
    <div className="flex flex-col gap-6">
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        {["premium", "claims", "paid", "ratio"].map((tile) => (
          <Skeleton key={tile} className="h-[8.2rem] rounded-xl" />
        ))}
      </div>
      <div className="grid gap-6 lg:grid-cols-2 xl:grid-cols-3">
        <Skeleton className="h-[27.75rem] rounded-xl lg:h-[33.5rem]" />
        <Skeleton className="h-[33.5rem] rounded-xl" />
        <Skeleton className="h-[19.2rem] rounded-xl lg:h-[33.5rem]" />
      </div>
      <Skeleton className="h-96 rounded-xl" />
    </div>
  );
}
