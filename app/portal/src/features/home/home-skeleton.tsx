import { Skeleton } from "@/components/ui/skeleton";

/** Home on its way, in the sizes of what comes. */
export function HomeSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-6">
      <span className="sr-only" role="status">
        Loading
      </span>
      <Skeleton className="h-80 rounded-xl sm:h-52" />
      <div className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Skeleton className="h-[40rem] rounded-xl" />
        <Skeleton className="h-[28rem] rounded-xl" />
      </div>
    </div>
  );
}
