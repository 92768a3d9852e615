import { cn } from "@/lib/cn";

/** The mark: a shield with a paw, one toe of it coral. */
export function BrandMark({ className }: { className?: string }) {
  return <img src="/mark.svg" alt="" width="48" height="48" className={cn("size-10", className)} />;
}

/** The mark with the name beside it. */
export function Brand({
  className,
  markClassName,
}: {
  className?: string;
  markClassName?: string;
}) {
  return (
    <span className={cn("flex items-center gap-3", className)}>
      <BrandMark className={cn(markClassName)} />
      <span className="font-bold font-display text-xl tracking-tight">
        PetInsure<span className="text-sidebar-accent">360</span>
      </span>
    </span>
  );
}
