import type { JSX } from 'preact';
import { Button } from '../../ui/Button.tsx';
import type { Door } from './door.ts';
import { PartIcon, type PartIconName } from './PartIcon.tsx';

interface PartButtonProps<Props> {
  door: Door<Props>;
  icon: PartIconName;
  label: string;
}

/** Opens a part of the reader, and closes it. */
export function PartButton<Props>({ door, icon, label }: PartButtonProps<Props>): JSX.Element {
  return (
    <Button label={label} iconOnly pressed={door.isOpen.value} onClick={door.toggle}>
      <PartIcon name={icon} />
    </Button>
  );
}
