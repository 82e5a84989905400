import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-admin';
import { Failure } from './Failure.tsx';

/** Keeps the frame standing when a page throws; leaving the page clears it. */
export function FailureBoundary({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return <Boundary key={pathname}>{children}</Boundary>;
}

// React catches errors of rendering only in a class.
class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Failure error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}
