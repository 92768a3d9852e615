import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";

export function InsightsPage() {
  return (
    <>
      <PageHeader title="Insights" />
      <EmptyState title="Nothing here yet" />
    </>
  );
}
