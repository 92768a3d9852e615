import { ChevronsUpDown } from "lucide-react";
import { type ReactNode, type Ref, useState } from "react";
import type { ControlProps } from "@/components/field";
import {
  Command,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from "@/components/ui/command";
import { FIELD_CLASSES } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { cn } from "@/lib/cn";

export type ComboboxOption = {
  value: string;
  label: string;
  /** A second line, searched as well. */
  note?: string;
};

type ComboboxProps = {
  label: string;
  placeholder: string;
  searchPlaceholder: string;
  /** What stands in the field: the chosen option in words. */
  shown: ReactNode;
  groups: readonly { heading?: string; options: readonly ComboboxOption[] }[];
  onChoose: (option: ComboboxOption) => void;
  /** Where the server searches: what is typed goes there, and its answer is shown as it is. */
  onSearch?: (text: string) => void;
  empty?: ReactNode;
  control: ControlProps & { ref?: Ref<HTMLButtonElement> };
};

/** A choice among many, with a search. */
export function Combobox(props: ComboboxProps) {
  const { label, placeholder, searchPlaceholder, shown, groups, onChoose, onSearch } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger
        type="button"
        {...props.control}
        className={cn(FIELD_CLASSES, "flex items-center justify-between gap-3 text-left")}
      >
        <span className={cn("truncate", !shown && "text-muted-foreground")}>
          <span className="sr-only">{label}: </span>
          {shown || placeholder}
        </span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      </PopoverTrigger>
      <PopoverContent
        aria-label={label}
        className="w-[max(var(--radix-popover-trigger-width),min(24rem,calc(100vw-2rem)))] overflow-hidden"
      >
        <Command label={label} shouldFilter={!onSearch}>
          <CommandInput
            placeholder={searchPlaceholder}
            {...(onSearch && { onValueChange: onSearch })}
          />
          <CommandList label={label}>
            <CommandEmpty>{props.empty ?? "Nothing fits."}</CommandEmpty>
            {groups.map(({ heading, options }) => (
              <CommandGroup key={heading ?? ""} heading={heading}>
                {options.map((option) => (
                  <CommandItem
                    key={option.value}
                    value={`${option.label} ${option.note ?? ""} ${option.value}`}
                    onSelect={() => {
                      onChoose(option);
                      setOpen(false);
                    }}
                  >
                    <span className="min-w-0">
                      <span className="block leading-snug">{option.label}</span>
                      {option.note && (
                        <span className="block text-muted-foreground text-sm">{option.note}</span>
                      )}
                    </span>
                  </CommandItem>
                ))}
              </CommandGroup>
            ))}
          </CommandList>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
