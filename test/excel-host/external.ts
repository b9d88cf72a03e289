// The native bridge of desktop Excel, `window.external`, as the unmodified library expects it. Self-contained: it is
// also sent to a browser page as text, so it may use nothing from outside its own body.

export interface ExternalSettings {
  /** `GetSupportedMatrix`: requirement sets by name. */
  readonly matrix: Readonly<Record<string, string>>;
  readonly locale: string;
  readonly documentUrl: string;
}

export type Exchange = (
  body: string,
  flags: number,
) => Promise<{ readonly status: number; readonly body: string }>;
export type Fire = (nativeId: number, payload: readonly unknown[]) => void;

/** Puts the bridge in a window; answers how to raise native events there. */
export function installExternal(page: object, settings: ExternalSettings, exchange: Exchange): Fire {
  const list = (items: readonly unknown[]): object => ({
    toArray: () => items,
    dimensions: () => 1,
    getItem: (index: number) => items[index],
    lbound: () => 0,
    ubound: () => items.length - 1,
  });
  const handlers = new Map<number, (id: number, payload: object) => void>();
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "simulated",
    GetInstanceId: () => "simulated",
    GetCorrelationId: () => "00000000-0000-4000-8000-000000000000",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetHostFullVersion: () => "16.0.18000.0",
    GetAppUILocale: () => settings.locale,
    GetAppDataLocale: () => settings.locale,
    GetDocUrl: () => settings.documentUrl,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(settings.matrix),
    // Colours as numbers, as desktop Excel gives them; here its light theme.
    GetOfficeThemeInfo: () =>
      JSON.stringify({
        bodyBackgroundColor: 0xffffff,
        bodyForegroundColor: 0x262626,
        controlBackgroundColor: 0xffffff,
        controlForegroundColor: 0x262626,
      }),
    GetSettings: () => ({ Read: () => {}, Write: () => {} }),
  };
  const external = {
    GetContext: () => context,
    GetHostInfo: () => `Excel$Win32$16.01$${settings.locale}$telemetry$$disableLogging$0`,
    GetLoggingAllowed: () => false,
    Execute: (id: number, params: readonly unknown[], done: (answer: object) => void) => {
      if (id !== 93) {
        setTimeout(() => done(list([5001, null])), 0);
        return;
      }
      const message = params[0] as readonly unknown[];
      exchange(String(message[4]), Number(message[6])).then(
        (answer) =>
          done(list([answer.status, answer.status === 0 ? list([200, list([]), answer.body]) : null])),
        (error: unknown) => {
          setTimeout(() => {
            throw error;
          }, 0);
        },
      );
    },
    RegisterEvent: (
      id: number,
      _target: unknown,
      handler: (id: number, payload: object) => void,
      done: (status: number) => void,
    ) => {
      handlers.set(id, handler);
      setTimeout(() => done(0), 0);
    },
    UnregisterEvent: (id: number, _target: unknown, done: (status: number) => void) => {
      handlers.delete(id);
      setTimeout(() => done(0), 0);
    },
  };
  Object.defineProperty(page, "external", { value: external, configurable: true, writable: true });
  return (nativeId, payload) =>
    handlers.get(nativeId)?.(nativeId, nativeId === 33 ? list([list(payload)]) : list(payload));
}
