import type { Claim } from "@/api/types";
import { Code } from "@/components/code";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogTitle,
} from "@/components/ui/dialog";
import type { DecisionForm } from "@/features/decisions/form";
import { VERBS } from "@/features/decisions/wording";
import { dollars } from "@/format/money";

type ConfirmProps = {
  /** The decision that is asked about; undefined while none is. */
  asked: DecisionForm | undefined;
  paid: number;
  claim: Claim;
  onConfirm: (decided: DecisionForm) => void;
  onClose: () => void;
};

/** Asks once more: a decision stands. */
export function Confirm({ asked, paid, claim, onConfirm, onClose }: ConfirmProps) {
  const isDenied = asked?.decision === "deny";
  return (
    <Dialog open={asked !== undefined} onOpenChange={(isOpen) => !isOpen && onClose()}>
      {asked && (
        <DialogContent>
          <DialogTitle>
            {isDenied
              ? "Deny this claim?"
              : `Pay ${dollars(paid)} of ${dollars(claim.claim_amount)}?`}
          </DialogTitle>
          <DialogDescription>
            {isDenied && `Reason: ${asked.denial_reason}. `}
            The decision lands in raw as the next revision of{" "}
            <Code>{`${claim.claim_id}.json`}</Code>. The customer sees it at once, gold counts it
            with the next run, and it stands: a claim is decided once.
          </DialogDescription>
          <div className="mt-2 flex flex-wrap justify-end gap-3">
            <DialogClose asChild>
              <Button variant="outline">Back</Button>
            </DialogClose>
            <Button variant={isDenied ? "destructive" : "coral"} onClick={() => onConfirm(asked)}>
              {VERBS[asked.decision]}
            </Button>
          </div>
        </DialogContent>
      )}
    </Dialog>
  );
}
