import { Skeleton } from "@/components/ui/skeleton";

const many = (howMany: number, className: string) =>
  Array.from({ length: howMany }, (_, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: nothing ever moves here
    <Skeleton key={place} className={className} />
  ));

/** The key figures on their way: tiles and charts as large as they will be. */
export function KpisSkeleton() {
  return (
    <>
      <div className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2 min-[87.5rem]:grid-cols-4">
          {many(4, "h-[10.06rem] rounded-xl lg:h-[10.53rem]")}
        </div>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {many(6, "h-[8.75rem] rounded-xl")}
        </div>
        <Skeleton className="h-15 max-w-2xl sm:h-5" />
      </div>
      <Skeleton className="mt-8 mb-4 h-[8.5rem] w-72 sm:h-[3.53rem]" />
      <div className="grid gap-6 lg:grid-cols-2">{many(6, "h-[27.9rem] rounded-xl")}</div>
    </>
  );
}
