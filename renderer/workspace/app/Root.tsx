import { QueryClientProvider } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { StrictMode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { App } from './App.tsx';
import { DefectPage } from './DefectPage.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { ServicesContext, type Services } from './services.ts';

interface RootProps {
  readonly services: Services;
  readonly texts: I18n;
}

/** What every component stands in. */
export function Root({ services, texts }: RootProps) {
  return (
    <StrictMode>
      <I18nextProvider i18n={texts}>
        <QueryClientProvider client={services.queries}>
          <ServicesContext value={services}>
            <ErrorBoundary services={services} fallback={(again) => <DefectPage onAgain={again} />}>
              <App />
            </ErrorBoundary>
          </ServicesContext>
        </QueryClientProvider>
      </I18nextProvider>
    </StrictMode>
  );
}
