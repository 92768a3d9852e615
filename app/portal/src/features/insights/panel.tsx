import type { ReactNode } from "react";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { SqlButton } from "@/features/insights/sql/sql-button";
import type { Source } from "@/features/insights/types";
import { cn } from "@/lib/cn";

type PanelProps = {
  title: string;
  lead?: ReactNode;
  sources: readonly Source[];
  parts: readonly string[];
  className?: string;
  /** Tables reach the panel's edges. */
  flush?: boolean;
  children: ReactNode;
};

/** Some numbers in their card, with the way to the SQL behind them. */
export function Panel(props: PanelProps) {
  const { title, lead, sources, parts, className, flush, children } = props;
  return (
    <Card className={cn("min-w-0 overflow-hidden", className)}>
      <CardHeader>
        <CardTitle className="min-w-0 flex-1">{title}</CardTitle>
        <SqlButton title={title} sources={sources} parts={parts} />
        {lead && <p className="w-full text-muted-foreground">{lead}</p>}
      </CardHeader>
      <CardContent className={cn(flush && "px-0 pt-3 pb-0")}>{children}</CardContent>
    </Card>
  );
}
