const variable = 'GDK_GL';

/**
 * On Linux GTK draws the dialogs of the system in main. When it opens the display it would load OpenGL for widgets that Balie does not
 * have: the driver, and without a graphics processor the compiler with it, 34 MB (docs/decisions/0055). Chromium's own drawing is in a
 * process of its own, which GTK's variable does not reach. To be called before Electron is ready; what somebody set themselves stays.
 * @param env the environment of this process.
 * @returns takes the variable back, so that no program that is opened from here inherits it; to be called when Electron is ready.
 */
export function withoutDialogGraphics(env: NodeJS.ProcessEnv): () => void {
  if (env[variable] !== undefined) return () => undefined;
  env[variable] = 'disable';
  return () => {
    delete env[variable];
  };
}
