import type { Journey } from "@/api/types";
import { Code } from "@/components/code";
import { Facts } from "@/components/facts";
import { moment } from "@/format/dates";
import { fileSize } from "@/format/numbers";

export function RawHop({ file }: { file: Journey["raw"][number] }) {
  return (
    <Facts
      facts={[
        ["File", <Code key="path">{file.path}</Code>],
        ["Size", fileSize(file.size)],
        ["Stored", moment(file.modified)],
      ]}
    />
  );
}
