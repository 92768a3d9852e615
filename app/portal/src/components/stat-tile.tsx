import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type StatTileProps = { label: string; value: ReactNode; note?: ReactNode; icon?: ReactNode };

/** One figure with its name, to be read from afar. */
export function StatTile({ label, value, note, icon }: StatTileProps) {
  return (
    <Card className="flex flex-col gap-1 p-5">
      <h3 className="flex items-center gap-2 font-medium font-sans text-base text-muted-foreground tracking-normal [&_svg]:size-5">
        {icon}
        {label}
      </h3>
      <p className="font-display font-semibold text-4xl tabular-nums leading-tight tracking-tight">
        {value}
      </p>
      {note && <p className="text-muted-foreground">{note}</p>}
    </Card>
  );
}
