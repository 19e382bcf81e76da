/** The Electron channel between workspace and main; the kit's envelope is all that travels on it. */
export const mainChannel = 'balie:main';
/** Main hands the workspace a port to the store process, again after each restart of that process. */
export const storePortChannel = 'balie:store-port';
/** Main tells the workspace that the store process has gone; a new port follows. */
export const storeGoneChannel = 'balie:store-gone';
/** Main hands the audio window its port, once for each load of its page. */
export const audioPortChannel = 'balie:audio-port';
