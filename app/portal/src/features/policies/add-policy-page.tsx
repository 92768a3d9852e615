import { PageHeader } from "@/components/page-header";

export function AddPolicyPage() {
  return <PageHeader title="Insure a pet" />;
}
