import type { components } from "@/api/schema";

type Schemas = components["schemas"];

export type Me = Schemas["Me"];
export type Role = Me["role"];
export type DemoLogin = Schemas["DemoLogin"];

export type Pet = Schemas["Pet"];
export type Policy = Schemas["Policy"];
export type Quote = Schemas["Quote"];
export type Claim = Schemas["Claim"];
export type Catalog = Schemas["Catalog"];
export type Provider = Schemas["Provider"];
export type ScenarioOption = Schemas["ScenarioOption"];
export type ClaimDraft = Schemas["ClaimDraft-Input"];
export type FilledDraft = Schemas["ClaimDraft-Output"];
export type NewCustomer = Schemas["NewCustomer"];
export type NewPet = Schemas["NewPet"];
export type NewPolicy = Schemas["NewPolicy"];
export type Receipt = Schemas["Receipt"];

export type Journey = Schemas["Journey"];
export type Stage = Journey["reached"];
export type BrokenRule = Schemas["BrokenRule"];
export type CommitSeen = Schemas["CommitSeen"];

export type Notification = Schemas["Notification"];
export type NotificationList = Schemas["NotificationList"];

export type StreamFrame = Schemas["StreamFrame"];

export type Pipeline = Schemas["Pipeline"];
export type TableProgress = Pipeline["tables"][number];
export type PastRun = Pipeline["last_runs"][number];
export type RunOrder = Schemas["RunOrder"];

export type OpenClaim = Schemas["OpenClaim"];
export type Proposal = Schemas["Proposal"];
export type Decision = Schemas["Decision"];
export type Decided = Schemas["Decided"];
