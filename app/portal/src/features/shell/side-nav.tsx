import { Link } from "@tanstack/react-router";
import { Brand } from "@/components/brand";
import { useMe } from "@/features/accounts/session";
import { navigationOf } from "@/features/shell/navigation";
import { cn } from "@/lib/cn";

/** The menu beside the page, on wide screens. */
export function SideNav() {
  const { role } = useMe();
  return (
    <nav
      aria-label="Main"
      className="sticky top-0 hidden h-dvh w-64 shrink-0 flex-col gap-8 overflow-y-auto bg-sidebar px-4 py-6 text-sidebar-foreground [--ring:var(--sidebar-accent)] lg:flex"
    >
      <Link to="/" aria-label="PetInsure360, home" className="rounded-lg px-2 text-white">
        <Brand />
      </Link>
      <ul className="flex flex-col gap-1.5">
        {navigationOf(role).map(({ to, label, Icon, isCall }) => (
          <li key={to} className={cn(isCall && "my-2")}>
            <Link
              to={to}
              activeOptions={{ exact: to === "/" }}
              className={cn(
                "flex h-11 items-center gap-3 rounded-lg px-3 font-medium transition-colors",
                isCall
                  ? "bg-coral font-semibold text-coral-foreground hover:bg-coral-hover"
                  : "hover:bg-sidebar-active/60 aria-[current=page]:bg-sidebar-active aria-[current=page]:text-sidebar-active-foreground",
              )}
            >
              <Icon aria-hidden className="size-5" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-auto px-3 text-sidebar-muted text-sm">
        A demonstration. Every customer, pet and claim is invented.
      </p>
    </nav>
  );
}
