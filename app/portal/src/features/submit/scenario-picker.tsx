import { ChevronsUpDown, Sparkles } from "lucide-react";
import { useState } from "react";
import type { ScenarioOption } from "@/api/types";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import {
  Command,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from "@/components/ui/command";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { OutcomeBadge } from "@/features/submit/outcome-badge";

type ScenarioPickerProps = {
  scenarios: readonly ScenarioOption[];
  chosen: ScenarioOption | undefined;
  onChoose: (scenario: ScenarioOption) => void;
};

/** Stories ready to be told: one choice fills the whole form. */
export function ScenarioPicker({ scenarios, chosen, onChoose }: ScenarioPickerProps) {
  const [isOpen, setOpen] = useState(false);
  const groups = Object.entries(Object.groupBy(scenarios, ({ group }) => group));
  return (
    <Card aria-label="Scenario" className="mb-6 bg-accent p-5 text-accent-foreground">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <p className="flex min-w-0 flex-1 basis-72 items-start gap-3">
          <Sparkles aria-hidden className="mt-1 size-5 shrink-0" />
          <span aria-live="polite">
            <span className="block font-semibold text-lg leading-snug">
              {chosen ? chosen.title : "Start from a scenario"}
            </span>
            {chosen ? chosen.story : "It fills the whole form, and you can change all of it."}
          </span>
        </p>
        {chosen && <OutcomeBadge outcome={chosen.outcome} />}
        <Popover open={isOpen} onOpenChange={setOpen}>
          <PopoverTrigger asChild>
            <Button variant="outline">
              {chosen ? "Another scenario" : "Choose a scenario"} <ChevronsUpDown aria-hidden />
            </Button>
          </PopoverTrigger>
          <PopoverContent
            align="end"
            aria-label="Scenarios"
            className="w-[min(36rem,calc(100vw-2rem))] overflow-hidden"
          >
            <Command label="Scenarios">
              <CommandInput placeholder="Search the stories" />
              <CommandList label="Scenarios">
                <CommandEmpty>No story fits.</CommandEmpty>
                {groups.map(([group, members = []]) => (
                  <CommandGroup key={group} heading={group}>
                    {members.map((scenario) => (
                      <CommandItem
                        key={scenario.key}
                        value={`${scenario.title} ${scenario.story} ${scenario.key}`}
                        onSelect={() => {
                          onChoose(scenario);
                          setOpen(false);
                        }}
                      >
                        <span className="min-w-0 flex-1">
                          <span className="block font-semibold leading-snug">{scenario.title}</span>
                          <span className="line-clamp-1 text-muted-foreground text-sm">
                            {scenario.story}
                          </span>
                        </span>
                        <OutcomeBadge outcome={scenario.outcome} />
                      </CommandItem>
                    ))}
                  </CommandGroup>
                ))}
              </CommandList>
            </Command>
          </PopoverContent>
        </Popover>
      </div>
    </Card>
  );
}
