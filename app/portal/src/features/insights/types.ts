import type { components } from "@/api/schema";

type Schemas = components["schemas"];

export type Source = Schemas["Source"];

export type Kpis = Schemas["Kpis"];
export type Headline = Schemas["Headline"];
export type Month = Schemas["Month"];

export type CustomerRow = Schemas["CustomerRow"];
export type Customer360 = Schemas["Customer360"];
export type Tier = CustomerRow["customer_value_tier"];

export type Claims = Schemas["Claims"];
export type ClaimRow = Schemas["ClaimRow"];
export type ClaimGroup = Schemas["ClaimGroup"];

export type Risk = Schemas["Risk"];
export type RiskRow = Schemas["RiskRow"];
export type RiskCategory = RiskRow["risk_category"];
export type ComponentRisk = Schemas["ComponentRisk"];

export type CrossSell = Schemas["CrossSell"];
export type Opportunity = Schemas["Opportunity"];

export type Providers = Schemas["Providers"];
export type ProviderRow = Schemas["ProviderRow"];
export type NetworkGroup = Schemas["NetworkGroup"];
