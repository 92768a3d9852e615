/** The areas of insights, in the order of the menu. */
export const AREAS = [
  { to: "/insights", label: "Key figures" },
  { to: "/insights/customers", label: "Customers" },
  { to: "/insights/claims", label: "Claims" },
  { to: "/insights/risk", label: "Risk" },
  { to: "/insights/cross-sell", label: "Cross-sell" },
  { to: "/insights/providers", label: "Providers" },
] as const;
