import { createRoot } from 'react-dom/client';
import './ui/tokens.css';
import './ui/base.css';
import { followPage } from './app/follow-page.ts';
import { Root } from './app/Root.tsx';
import { createServices } from './app/services.ts';
import { storePort } from './app/store-port.ts';
import { createTexts } from './i18n/i18n.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');

const services = createServices({ ...window.balie, store: storePort(window) });
followPage(services);
createRoot(root).render(<Root services={services} texts={createTexts('nl')} />);
