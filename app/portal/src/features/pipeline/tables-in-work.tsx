import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/ui/card";
import { type Board, doneOf, type Layer } from "@/features/pipeline/board";
import { TableLine } from "@/features/pipeline/table-line";
import { cn } from "@/lib/cn";

const LAYERS: readonly { layer: Layer; name: string; what: string; ground: string }[] = [
  { layer: "bronze", name: "Bronze", what: "as delivered", ground: "bg-bronze-soft text-bronze" },
  { layer: "silver", name: "Silver", what: "checked", ground: "bg-silver-soft text-silver" },
  { layer: "gold", name: "Gold", what: "measured", ground: "bg-gold-soft text-gold" },
];

/** The run in view, layer by layer and table by table. */
export function TablesInWork({ board }: { board: Board }) {
  const { title, note, tables } = board;
  const done = doneOf(board);
  return (
    <section aria-label={title} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="font-semibold text-2xl">{title}</h2>
        {tables.length > 0 && (
          <p role="status" className="text-lg text-muted-foreground tabular-nums">
            {done} of {tables.length} tables done
          </p>
        )}
      </div>
      {note && <p className="text-muted-foreground">{note}</p>}
      {tables.length === 0 ? (
        <EmptyState title="No table yet">The tables of a run appear here as it begins.</EmptyState>
      ) : (
        <>
          <div aria-hidden className="h-2 overflow-hidden rounded-full bg-muted">
            <div
              className="h-full rounded-full bg-primary transition-[width] duration-500"
              style={{ width: `${(100 * done) / tables.length}%` }}
            />
          </div>
          <div className="grid items-start gap-6 md:grid-cols-3">
            {LAYERS.map(({ layer, name, what, ground }) => {
              const own = tables.filter((table) => table.layer === layer);
              if (own.length === 0) return null;
              return (
                <Card key={layer} className="overflow-hidden">
                  <h3 className={cn("flex items-baseline gap-2 px-4 py-2.5 text-lg", ground)}>
                    {name} <span className="font-normal font-sans text-base">{what}</span>
                  </h3>
                  <ul className="divide-y">
                    {own.map((table) => (
                      <TableLine key={table.table} table={table} />
                    ))}
                  </ul>
                </Card>
              );
            })}
          </div>
        </>
      )}
    </section>
  );
}
