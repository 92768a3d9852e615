import { PageHeader } from "@/components/page-header";

export function ClaimPage() {
  return <PageHeader title="Claim" />;
}
