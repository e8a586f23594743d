import type { LucideIcon } from 'lucide-react';

interface IconButtonProps {
  label: string;
  icon: LucideIcon;
  isDisabled?: boolean;
  onClick: () => void;
}

/** A button that shows a picture alone; its label is its name for those who do not see it, and its tooltip. */
export function IconButton({ label, icon: Icon, isDisabled, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      disabled={isDisabled}
      onClick={onClick}
    >
      <Icon size={16} aria-hidden="true" />
    </button>
  );
}
