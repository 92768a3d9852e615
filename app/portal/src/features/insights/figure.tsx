import { type ReactNode, useState } from "react";
import { cn } from "@/lib/cn";

type FigureProps = {
  /** Where the number stands, such as "claims.by_type.Illness.claims". */
  name: string;
  value: number | null;
  show: (value: number) => ReactNode;
  className?: string;
};

/** A number for people, and the same as it is for whoever compares it with SQL. */
export function Figure({ name, value, show, className }: FigureProps) {
  const [first] = useState(value);
  const plain = value ?? "";
  return (
    <data
      key={value}
      value={plain}
      data-testid={name}
      data-value={plain}
      // What has changed under one's eyes moves a little.
      className={cn("inline-block tabular-nums", value !== first && "animate-rise", className)}
    >
      {value === null ? "–" : show(value)}
    </data>
  );
}
