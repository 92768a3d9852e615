import { ArrowDown, ArrowUp } from "lucide-react";
import { type Column, TableRows } from "@/components/data-table";
import { Table, TableHead } from "@/components/ui/table";
import { cn } from "@/lib/cn";

export type Direction = "asc" | "desc";

export type SortableColumn<Row, Sort extends string> = Column<Row> & {
  sort?: Sort;
  /** Where one begins: names with A, numbers with the largest. */
  first?: Direction;
};

type SortableTableProps<Row, Sort extends string> = {
  label: string;
  columns: readonly SortableColumn<Row, Sort>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  direction?: Direction;
  onSort?: (sort: Sort, direction: Direction) => void;
  /** The rows are those of the choice before; the others are on their way. */
  stale?: boolean;
};

/**
 * Rows under named columns, in the order of the column that one clicks.
 * A column that gives way on narrow screens stays while the rows are in its order.
 */
export function SortableTable<Row, Sort extends string>(props: SortableTableProps<Row, Sort>) {
  const { label, rows, rowKey, sort, direction, onSort, stale } = props;
  const columns = props.columns.map((column) =>
    column.sort !== undefined && column.sort === sort ? { ...column, className: "" } : column,
  );
  return (
    <Table
      label={label}
      aria-busy={stale}
      className={cn("transition-opacity", stale && "opacity-50")}
    >
      <thead>
        <tr>
          {columns.map(({ header, numeric, className, sort: by, first = "desc" }) => {
            const isSorted = by !== undefined && by === sort;
            const next = isSorted ? (direction === "asc" ? "desc" : "asc") : first;
            const Arrow = direction === "asc" ? ArrowUp : ArrowDown;
            return (
              <TableHead
                key={header}
                aria-sort={
                  isSorted ? (direction === "asc" ? "ascending" : "descending") : undefined
                }
                className={cn(numeric && "text-right", className)}
              >
                {by === undefined || !onSort ? (
                  header
                ) : (
                  <button
                    type="button"
                    className={cn(
                      "inline-flex items-center gap-1 rounded-sm font-semibold hover:text-foreground",
                      isSorted && "text-foreground",
                      numeric && "flex-row-reverse",
                    )}
                    onClick={() => onSort(by, next)}
                  >
                    {header}
                    {/* Its place is held, so that no column moves when it comes. */}
                    <Arrow aria-hidden className={cn("size-4", !isSorted && "invisible")} />
                  </button>
                )}
              </TableHead>
            );
          })}
        </tr>
      </thead>
      <TableRows columns={columns} rows={rows} rowKey={rowKey} />
    </Table>
  );
}
