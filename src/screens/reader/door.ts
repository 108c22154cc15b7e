import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ComponentType } from 'preact';

/** A part of the reader that is loaded when it is first wanted. */
export interface Door<Props> {
  isOpen: Signal<boolean>;
  /** Null until it was loaded. */
  part: ReadonlySignal<ComponentType<Props> | null>;
  /** Loads the part and leaves it closed. */
  load(): Promise<void>;
  toggle(): void;
}

export function createDoor<Props>(fetchPart: () => Promise<ComponentType<Props>>): Door<Props> {
  const isOpen = signal(false);
  const part = signal<ComponentType<Props> | null>(null);
  const load = async (): Promise<void> => {
    part.value ??= await fetchPart();
  };
  return {
    isOpen,
    part,
    load,
    toggle() {
      isOpen.value = !isOpen.value;
      if (isOpen.value) void load();
    },
  };
}
