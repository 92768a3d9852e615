import type { Journey } from "@/api/types";
import { Code } from "@/components/code";
import { Facts } from "@/components/facts";
import { CommitLine } from "@/features/claims/journey/commit-line";
import { moment } from "@/format/dates";

const QUALITY: Readonly<Record<string, string>> = {
  parsed: "read in full",
  rescued: "read, with fields that nobody expected",
  corrupt: "could not be read",
};

export function BronzeHop({ row }: { row: Journey["bronze"][number] }) {
  return (
    <Facts
      facts={[
        ["Table", <Code key="table">{row.table}</Code>],
        ["Batch", <Code key="batch">{row.batch_id}</Code>],
        ["Taken in", moment(row.ingestion_timestamp)],
        ["The file was", QUALITY[row.quality] ?? row.quality],
        ["Delta", <CommitLine key="commit" commit={row.commit} />],
      ]}
    />
  );
}
