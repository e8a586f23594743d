import { Component, type ErrorInfo, type ReactNode } from 'react';
import { failure } from '../strings/failure.ts';
import { FailedPart } from './failed-part.tsx';

interface PartBoundaryProps {
  /** Called before the part is tried again. */
  onAgain?: () => void;
  children: ReactNode;
}

interface PartBoundaryState {
  failed: { error: unknown; componentStack: string } | null;
  /** How often it was tried again. */
  tries: number;
}

/**
 * Keeps the failure of a part of the page to that part: an exception of what is in it puts a message in its place, with a button
 * that tries it again, from which the focus comes back to the part.
 */
export class PartBoundary extends Component<PartBoundaryProps, PartBoundaryState> {
  override state: PartBoundaryState = { failed: null, tries: 0 };

  static getDerivedStateFromError(error: unknown): Partial<PartBoundaryState> {
    return { failed: { error, componentStack: '' } };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ failed: { error, componentStack: componentStack ?? '' } });
  }

  readonly tryAgain = (): void => {
    this.props.onAgain?.();
    this.setState(({ tries }) => ({ failed: null, tries: tries + 1 }));
  };

  override render(): ReactNode {
    const { failed, tries } = this.state;
    if (failed) return <FailedPart {...failed} onAgain={this.tryAgain} />;
    return (
      <>
        {tries > 0 && (
          <span
            key={tries}
            ref={(element) => element?.focus()}
            tabIndex={-1}
            className="visually-hidden"
          >
            {failure.back}
          </span>
        )}
        {this.props.children}
      </>
    );
  }
}
