import type { ComponentChildren, JSX } from 'preact';
import styles from './controls.module.css';
import { Icon, type IconName } from './Icon.tsx';

interface ButtonProps {
  /** What it does, in words; the visible text unless only the icon shows. */
  label: string;
  icon?: IconName;
  iconOnly?: boolean;
  kind?: 'quiet' | 'main';
  pressed?: boolean;
  filled?: boolean;
  disabled?: boolean;
  onClick: () => void;
  children?: ComponentChildren;
}

/** A button with words, an icon, or both; its name for screen readers is always `label`. */
export function Button({
  label,
  icon,
  iconOnly,
  kind,
  pressed,
  filled,
  disabled,
  onClick,
  children,
}: ButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={kind === 'main' ? `${styles['button']} ${styles['main']}` : styles['button']}
      aria-pressed={pressed}
      aria-label={iconOnly || children !== undefined ? label : undefined}
      title={iconOnly ? label : undefined}
      disabled={disabled}
      onClick={onClick}
    >
      {icon && <Icon name={icon} filled={filled ?? false} />}
      {children ?? (iconOnly ? null : label)}
    </button>
  );
}
