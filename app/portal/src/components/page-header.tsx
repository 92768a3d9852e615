import type { ReactNode } from "react";
import { TITLE_ID } from "@/features/shell/focus";

type PageHeaderProps = {
  title: string;
  /** Shown as the title, where it is more than words. */
  heading?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
};

/** Top of every page: names the tab, takes the focus after navigation, holds the page's actions. */
export function PageHeader({ title, heading, lead, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4 lg:mb-8">
      <title>{`${title} · PetInsure360`}</title>
      <div className="min-w-0">
        <h1 id={TITLE_ID} tabIndex={-1} className="text-3xl leading-tight lg:text-4xl">
          {heading ?? title}
        </h1>
        {lead && <p className="mt-1.5 max-w-prose text-lg text-muted-foreground">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </header>
  );
}
