// Lock: package-lock.json without the addresses it does not need; npm runs this when it changes.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("package-lock.json", import.meta.url);
const before = readFileSync(file, "utf8");
const lock = JSON.parse(before);
for (const entry of Object.values(lock.packages)) {
  delete entry.funding;
  delete entry.resolved;
}
const after = `${JSON.stringify(lock, null, 2)}\n`;
const address = after.match(/"[^"]*:\/\/[^"]*"/);
if (address) throw new Error(`package-lock.json still names an address: ${address[0]}`);
if (after !== before) writeFileSync(file, after);
