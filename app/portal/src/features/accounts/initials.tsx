import { cn } from "@/lib/cn";

/** A person's initials on a disc; beside the name, so it says nothing itself. */
export function Initials({ name, className }: { name: string; className?: string }) {
  const parts = name.split(/\s+/).filter(Boolean);
  const letters = [parts.at(0), parts.length > 1 ? parts.at(-1) : undefined]
    .map((part) => part?.[0]?.toUpperCase() ?? "")
    .join("");
  return (
    <span
      aria-hidden
      className={cn(
        "grid size-9 shrink-0 place-items-center rounded-full bg-primary font-semibold text-primary-foreground text-sm",
        className,
      )}
    >
      {letters}
    </span>
  );
}
