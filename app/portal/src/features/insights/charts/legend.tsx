type LegendProps = { entries: readonly { name: string; colour: string }[] };

/** What the colours of a chart mean. */
export function Legend({ entries }: LegendProps) {
  return (
    <span className="flex flex-wrap gap-x-5 gap-y-1">
      {entries.map(({ name, colour }) => (
        <span key={name} className="flex items-center gap-2">
          <span aria-hidden className="size-3 rounded-sm" style={{ background: colour }} />
          {name}
        </span>
      ))}
    </span>
  );
}
