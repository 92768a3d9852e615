import type { CommitSeen } from "@/api/types";
import { moment } from "@/format/dates";

/** The commit of a Delta table that brought a row: its version, when, and by whom. */
export function CommitLine({ commit }: { commit: CommitSeen | null }) {
  if (!commit) return <>not known</>;
  return (
    <>
      <strong className="tabular-nums">version {commit.version}</strong>, {moment(commit.at)}
      {commit.by && `, by ${commit.by}`}
    </>
  );
}
