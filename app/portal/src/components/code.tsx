import { cn } from "@/lib/cn";

/** A path, a table, an id: set in mono, and broken where it must. */
export function Code({ children, className }: { children: string; className?: string }) {
  return (
    <code
      className={cn(
        "break-all rounded-sm bg-sunken px-1.5 py-0.5 font-mono text-[0.92em]",
        className,
      )}
    >
      {children}
    </code>
  );
}
