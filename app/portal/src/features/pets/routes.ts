import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { PetsPage } from "@/features/pets/pets-page";
import { only, signedInRoute } from "@/features/shell/routes";

const petsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/pets",
  beforeLoad: only("customer"),
  component: PetsPage,
});

const addPetRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/pets/new",
  beforeLoad: only("customer"),
  component: lazyRouteComponent(() => import("@/features/pets/add-pet-page"), "AddPetPage"),
});

const petRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/pets/$petId",
  beforeLoad: only("customer"),
  component: lazyRouteComponent(() => import("@/features/pets/pet-page"), "PetPage"),
});

export const petsRoutes = [petsRoute, addPetRoute, petRoute] as const;
