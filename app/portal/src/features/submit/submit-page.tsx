import { PageHeader } from "@/components/page-header";

export function SubmitPage() {
  return <PageHeader title="Submit a claim" />;
}
