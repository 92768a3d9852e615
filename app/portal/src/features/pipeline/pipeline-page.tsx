import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";

export function PipelinePage() {
  return (
    <>
      <PageHeader title="Pipeline" />
      <EmptyState title="Nothing here yet" />
    </>
  );
}
