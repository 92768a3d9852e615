import type { Journey } from "@/api/types";
import { Code } from "@/components/code";
import { Facts } from "@/components/facts";
import { CommitLine } from "@/features/claims/journey/commit-line";
import { RuleList } from "@/features/claims/journey/rule-list";
import { decimal } from "@/format/numbers";

type SilverRow = Journey["silver"][number];

/** The verdict of silver: score, rules broken, and whether the row goes on. */
export function SilverHop({ row, claimId }: { row: SilverRow; claimId: string }) {
  return (
    <div className="flex flex-col gap-3">
      <p className="flex items-baseline gap-3">
        <span className="font-display font-semibold text-4xl tabular-nums">
          {decimal(row.quality_score)}
        </span>
        <span className="text-muted-foreground">
          of 100 for quality; {row.is_valid ? "valid" : "not valid, so it goes no further"}
        </span>
      </p>
      {row.rules_broken.length > 0 && <RuleList rules={row.rules_broken} />}
      <Facts
        facts={[
          ["Table", <Code key="table">{row.table}</Code>],
          ["Rules", row.rules_broken.length === 0 ? "every one is kept" : null],
          ["Repaired", row.repairs.join(", ")],
          ["Duplicate", duplicateText(row, claimId)],
          ["Delta", <CommitLine key="commit" commit={row.commit} />],
        ]}
      />
    </div>
  );
}

function duplicateText(row: SilverRow, claimId: string): string | null {
  if (!row.is_duplicate) return null;
  return row.duplicate_of === claimId || row.duplicate_of === null
    ? "a later revision stands for this one"
    : `of ${row.duplicate_of}`;
}
