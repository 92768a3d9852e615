import { toast } from "sonner";
import type { Notification } from "@/api/types";

const QUIET: ReadonlySet<Notification["kind"]> = new Set(["table_finished"]);
/** Older news is in the list; a toast would be late. Milliseconds. */
const FRESH = 120_000;

/**
 * Show a message as a toast. A claim has one toast that tells of each layer as it is reached;
 * its decision has its own, and so has whatever the pipeline does.
 */
export function toastOf(notification: Notification, follow: (claimId: string) => unknown): void {
  const { kind, claim_id, created_at, title, body, read } = notification;
  if (read || QUIET.has(kind) || Date.now() - Date.parse(created_at) > FRESH) return;
  const isTravelling = claim_id !== null && kind !== "claim_decided";
  toast(title, {
    id: isTravelling ? `claim:${claim_id}` : `notification:${notification.cursor}`,
    description: body,
    ...(claim_id !== null && {
      action: { label: "Follow it", onClick: () => void follow(claim_id) },
    }),
  });
}
