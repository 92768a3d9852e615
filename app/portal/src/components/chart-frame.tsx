import type { ReactNode } from "react";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { cn } from "@/lib/cn";

type ChartFrameProps = {
  title: string;
  lead?: ReactNode;
  /** What the chart shows in one sentence, for those who cannot see it. */
  summary: string;
  /** The same figures as a table, behind a fold. */
  table?: ReactNode;
  actions?: ReactNode;
  className?: string;
  /** Height of the chart, as a class; the place is held before the data is there. */
  height?: string;
  children: ReactNode;
};

/** A chart in its card: named, described, of a fixed height, and readable as a table too. */
export function ChartFrame({
  title,
  lead,
  summary,
  table,
  actions,
  className,
  height = "h-72",
  children,
}: ChartFrameProps) {
  return (
    <Card className={className}>
      <CardHeader>
        <CardTitle className="min-w-0 flex-1">{title}</CardTitle>
        {actions}
        {lead && <p className="w-full text-muted-foreground">{lead}</p>}
      </CardHeader>
      <CardContent>
        <div role="img" aria-label={summary} className={cn("w-full", height)}>
          {children}
        </div>
        {table && (
          <details className="mt-3">
            <summary className="w-fit font-semibold text-primary">As a table</summary>
            <div className="mt-2">{table}</div>
          </details>
        )}
      </CardContent>
    </Card>
  );
}
