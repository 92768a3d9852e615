import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { CustomersSearch } from "@/features/insights/search";

type CustomerLinkProps = {
  id: string;
  name: string | null;
  /** A second line below. */
  note?: ReactNode;
  /** The list's filters, for the way back. */
  search?: CustomersSearch;
};

/** A customer's name, leading to all there is to know of them. */
export function CustomerLink({ id, name, note, search = {} }: CustomerLinkProps) {
  return (
    <span className="block min-w-36">
      <Link
        to="/insights/customers/$customerId"
        params={{ customerId: id }}
        search={search}
        className="font-semibold text-primary underline-offset-4 hover:underline"
      >
        {name ?? id}
      </Link>
      <span className="block text-muted-foreground text-sm">{note ?? id}</span>
    </span>
  );
}
