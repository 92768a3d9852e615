import { Fragment } from "react";
import { cn } from "@/lib/cn";

/** A path, a table, an id: set in mono, and broken where it may: after a slash, a dot, a dash below. */
export function Code({ children, className }: { children: string; className?: string }) {
  return (
    <code
      className={cn(
        "wrap-anywhere rounded-sm bg-sunken px-1.5 py-0.5 font-mono text-[0.92em]",
        className,
      )}
    >
      {children.split(/(?<=[/._])/).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which never move
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </code>
  );
}
