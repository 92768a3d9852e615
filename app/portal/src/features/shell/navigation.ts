import {
  Bell,
  ChartColumn,
  FilePlus2,
  FileText,
  Gavel,
  House,
  type LucideIcon,
  PawPrint,
  ShieldCheck,
  Workflow,
} from "lucide-react";
import type { Role } from "@/api/types";

export type NavItem = {
  to: "/" | "/pets" | "/policies" | "/claims" | "/submit" | "/notifications" | StaffPath;
  label: string;
  Icon: LucideIcon;
  roles: readonly Role[];
  /** The one thing to do: stands out wherever it is shown. */
  isCall?: true;
};

type StaffPath = "/insights" | "/pipeline" | "/decisions";

const CUSTOMER = ["customer"] as const;
const PRESENTER = ["presenter"] as const;

/** Every page of the menu, in its order, with the roles that have it. */
const ITEMS: readonly NavItem[] = [
  { to: "/", label: "Home", Icon: House, roles: CUSTOMER },
  { to: "/pets", label: "Pets", Icon: PawPrint, roles: CUSTOMER },
  { to: "/submit", label: "Submit a claim", Icon: FilePlus2, roles: CUSTOMER, isCall: true },
  { to: "/pipeline", label: "Pipeline", Icon: Workflow, roles: PRESENTER },
  { to: "/decisions", label: "Decisions", Icon: Gavel, roles: PRESENTER },
  { to: "/claims", label: "Claims", Icon: FileText, roles: ["customer", "presenter"] },
  { to: "/policies", label: "Policies", Icon: ShieldCheck, roles: CUSTOMER },
  { to: "/insights", label: "Insights", Icon: ChartColumn, roles: ["analyst", "presenter"] },
  { to: "/notifications", label: "Notifications", Icon: Bell, roles: ["analyst", "presenter"] },
];

/** What a role finds in its menu. */
export const navigationOf = (role: Role): readonly NavItem[] =>
  ITEMS.filter(({ roles }) => roles.includes(role));

/** Where a role begins. */
export const START: Readonly<Record<Role, "/" | StaffPath>> = {
  customer: "/",
  presenter: "/pipeline",
  analyst: "/insights",
};
