import * as z from "zod";
import type { NewCustomer } from "@/api/types";

const said = (missing: string) => z.string().trim().min(1, missing);

/** Only what cannot even be sent is stopped here; whether a password will do, the server says. */
export const registration = z.object({
  first_name: said("Your first name, please."),
  last_name: said("Your last name, please."),
  date_of_birth: z.string().min(1, "When were you born?"),
  email: z.email("An e-mail address, such as jo@example.com."),
  password: z.string().min(1, "Choose a password."),
  phone: z.string().regex(/^\s*[0-9()+ .-]{7,20}\s*$/, "A number, such as (978) 555-0100."),
  address_line1: said("Street and number, please."),
  city: said("Your town, please."),
  state: z.string().length(2, "Which state?"),
  zip_code: z.string().regex(/^\s*\d{5}\s*$/, "Five digits."),
  marketing_opt_in: z.boolean(),
});

export type Registration = z.infer<typeof registration>;

export const EMPTY: Registration = {
  first_name: "",
  last_name: "",
  date_of_birth: "",
  email: "",
  password: "",
  phone: "",
  address_line1: "",
  city: "",
  state: "",
  zip_code: "",
  marketing_opt_in: false,
};

/** The customer as the API takes them; what it does not ask for stays at its defaults. */
export const newCustomer = (form: Registration): NewCustomer => ({
  ...form,
  phone: form.phone.trim(),
  zip_code: form.zip_code.trim(),
  preferred_contact: "Email",
  referral_source: "Online Search",
});

/** Shortest password that the server takes, in characters. */
export const SHORTEST = 12;

/** What still lacks to a password's length, in characters as people count them. */
export const lacking = (password: string): number => Math.max(SHORTEST - [...password].length, 0);
