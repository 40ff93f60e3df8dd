import { createContext, useContext } from 'solid-js';
import type { Config } from './config.ts';

export const ConfigContext = createContext<Config>();

export function useConfig(): Config {
  const config = useContext(ConfigContext);
  if (!config) throw new Error('useConfig() is for components inside ConfigContext.');
  return config;
}
