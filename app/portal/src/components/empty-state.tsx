import type { ReactNode } from "react";

type EmptyStateProps = {
  title: string;
  children?: ReactNode;
  picture?: ReactNode;
  /** The next step, as a button or link. */
  action?: ReactNode;
};

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, children, picture, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-xl border border-input/70 border-dashed px-6 py-12 text-center">
      {picture}
      <p className="font-display font-semibold text-xl">{title}</p>
      {children && <p className="max-w-prose text-muted-foreground">{children}</p>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
