import { Badge, type Tone } from "@/components/ui/badge";

const TONES: Readonly<Record<string, Tone>> = {
  Submitted: "info",
  "In Review": "warning",
  Approved: "good",
  "Partially Approved": "brand",
  Denied: "destructive",
};

/** What has been decided about a claim. */
export function StatusBadge({ status }: { status: string }) {
  return <Badge tone={TONES[status] ?? "neutral"}>{status}</Badge>;
}
