import type { ReactNode } from "react";
import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";
import { cn } from "@/lib/cn";

export type Column<Row> = {
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand to the right, digit under digit. */
  numeric?: boolean;
  className?: string;
};

type TableRowsProps<Row> = {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
};

type DataTableProps<Row> = TableRowsProps<Row> & {
  /** What the table shows, for those who cannot see it. */
  label: string;
};

/** Rows under named columns. */
export function DataTable<Row>({ label, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <Table label={label}>
      <thead>
        <tr>
          {columns.map(({ header, numeric, className }) => (
            <TableHead key={header} className={cn(numeric && "text-right", className)}>
              {header}
            </TableHead>
          ))}
        </tr>
      </thead>
      <TableRows columns={columns} rows={rows} rowKey={rowKey} />
    </Table>
  );
}

/** A table's body: a row for each of `rows`. */
export function TableRows<Row>({ columns, rows, rowKey }: TableRowsProps<Row>) {
  return (
    <tbody>
      {rows.map((row) => (
        <TableRow key={rowKey(row)}>
          {columns.map(({ header, cell, numeric, className }) => (
            <TableCell key={header} className={cn(numeric && "text-right tabular-nums", className)}>
              {cell(row)}
            </TableCell>
          ))}
        </TableRow>
      ))}
    </tbody>
  );
}
