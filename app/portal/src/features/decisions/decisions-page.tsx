import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";

export function DecisionsPage() {
  return (
    <>
      <PageHeader title="Decisions" />
      <EmptyState title="Nothing here yet" />
    </>
  );
}
