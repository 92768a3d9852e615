import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { Field } from "@/components/field";
import { Input } from "@/components/ui/input";

/** Milliseconds of silence after which what was typed is searched for. */
const PAUSE = 250;
/** The server takes no longer text. */
const LONGEST = 100;

type SearchBoxProps = {
  label: string;
  placeholder: string;
  value: string | undefined;
  onSearch: (text: string | undefined) => void;
};

/** Searches as one types. */
export function SearchBox({ label, placeholder, value = "", onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    // Someone else changed it: the back button, or a link.
    setGiven(value);
    if (typed.trim() !== value) setTyped(value);
  }
  useEffect(() => {
    const text = typed.trim();
    if (text === value) return;
    const timer = setTimeout(() => onSearch(text || undefined), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  return (
    <Field label={label}>
      {(control) => (
        <span className="relative block">
          <Search
            aria-hidden
            className="absolute top-1/2 left-3.5 size-4 -translate-y-1/2 text-muted-foreground"
          />
          <Input
            type="search"
            placeholder={placeholder}
            maxLength={LONGEST}
            className="pl-10"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            {...control}
          />
        </span>
      )}
    </Field>
  );
}
