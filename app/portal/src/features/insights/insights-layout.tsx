import { Link, Outlet } from "@tanstack/react-router";
import { AREAS } from "@/features/insights/areas";

/** The areas of insights above whichever is open. */
export function InsightsLayout() {
  return (
    <>
      <nav aria-label="Insights" className="mb-6">
        <ul className="grid grid-cols-3 gap-1 rounded-lg bg-muted p-1 sm:flex sm:w-fit">
          {AREAS.map(({ to, label }) => (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ exact: to === "/insights", includeSearch: false }}
                className="block whitespace-nowrap rounded-md px-2 py-1.5 text-center font-semibold text-muted-foreground hover:text-foreground aria-[current=page]:bg-card aria-[current=page]:text-foreground aria-[current=page]:shadow-card sm:px-4"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </>
  );
}
