import { Provider } from '@urql/solid';
import { render } from 'solid-js/web';
import { App } from './App.tsx';
import { askForSignIn } from './auth/auth-state.ts';
import { readToken, takeTokenFromAddress } from './auth/token.ts';
import { makeClient } from './client/client.ts';
import { makeSocket } from './client/socket.ts';
import { loadConfig } from './config/config.ts';
import { ConfigContext } from './config/config-context.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/surfaces.css';
import './styles/tables.css';

takeTokenFromAddress();
const root = document.getElementById('app') ?? document.body;
try {
  const config = await loadConfig(fetch, location.href);
  const client = makeClient({
    apiUrl: config.apiUrl,
    token: readToken,
    socket: makeSocket(config.socketUrl, readToken),
    onUnauthenticated: askForSignIn,
  });
  render(
    () => (
      <ConfigContext.Provider value={config}>
        <Provider value={client}>
          <App />
        </Provider>
      </ConfigContext.Provider>
    ),
    root,
  );
} catch (error) {
  root.textContent = error instanceof Error ? error.message : String(error);
}
