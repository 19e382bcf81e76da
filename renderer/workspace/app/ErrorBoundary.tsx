import { Component, type ErrorInfo, type ReactNode } from 'react';
import type { Services } from './services.ts';

interface ErrorBoundaryProps {
  readonly services: Services;
  readonly children: ReactNode;
  /** What is shown instead, with a way back. */
  readonly fallback: (again: () => void) => ReactNode;
}

interface ErrorBoundaryState {
  readonly failed: boolean;
}

/** A defect in the page: logged once, told in words, and the call goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    const { main, journal } = this.props.services;
    journal.flushAll();
    const stack = `${error.stack ?? ''}\n${info.componentStack ?? ''}`;
    main.call('log.defect', { message: error.message.slice(0, 2000), stack: stack.slice(0, 10_000) }).catch(() => undefined);
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback(() => this.setState({ failed: false })) : this.props.children;
  }
}
