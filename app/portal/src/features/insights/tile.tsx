import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Figure } from "@/features/insights/figure";

type TileProps = {
  label: string;
  /** Of the figure, for tests: "claims.total.claims". */
  name: string;
  value: number | null;
  show: (value: number) => ReactNode;
  note?: ReactNode;
};

/** One figure of an area, to be read from afar. */
export function Tile({ label, name, value, show, note }: TileProps) {
  return (
    <Card className="flex flex-col gap-1 p-4 lg:p-5">
      <h2 className="font-medium font-sans text-base text-muted-foreground tracking-normal">
        {label}
      </h2>
      <p className="font-display font-semibold text-xl leading-tight tracking-tight sm:text-2xl lg:text-3xl">
        <Figure name={name} value={value} show={show} />
      </p>
      {note && <p className="text-muted-foreground text-sm">{note}</p>}
    </Card>
  );
}
