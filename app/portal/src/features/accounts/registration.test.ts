import { describe, expect, it } from "vitest";
import { EMPTY, lacking, newCustomer, registration } from "@/features/accounts/registration";

const jo = {
  ...EMPTY,
  first_name: " Jo ",
  last_name: "March",
  date_of_birth: "1990-11-29",
  email: "jo.march@example.com",
  password: "blue kettle walks home",
  phone: " (978) 555-0100",
  address_line1: "399 Lexington Road",
  city: "Concord",
  state: "MA",
  zip_code: "01742 ",
};

describe("registration", () => {
  it("asks for everything but consent", () => {
    const issues = registration.safeParse(EMPTY).error?.issues ?? [];
    const wanted = Object.keys(EMPTY).filter((name) => name !== "marketing_opt_in");
    expect(issues.map(({ path }) => path[0])).toEqual(wanted);
  });

  it("sends what people type with a space too many", () => {
    const form = registration.parse(jo);
    expect(newCustomer(form)).toMatchObject({
      first_name: "Jo",
      phone: "(978) 555-0100",
      zip_code: "01742",
    });
  });

  it("never touches the password", () => {
    expect(newCustomer(registration.parse({ ...jo, password: " a b " })).password).toBe(" a b ");
  });

  it.each([
    ["zip_code", "1742"],
    ["phone", "call me"],
    ["email", "jo@"],
    ["state", ""],
  ])("does not send a %s of %s", (field, value) => {
    expect(registration.safeParse({ ...jo, [field]: value }).success).toBe(false);
  });
});

describe("lacking", () => {
  it("counts characters, not code units", () => {
    expect([lacking(""), lacking("🐕🐕🐕"), lacking("blue kettle walks")]).toEqual([12, 9, 0]);
  });
});
