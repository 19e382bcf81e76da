import { networkInterfaces } from 'node:os';

/** The addresses of this machine that lead somewhere; with the interface, for the same address on another one is another way. */
export interface Addresses {
  /** `interface address`, sorted. */
  readonly list: readonly string[];
  has(address: string): boolean;
}

/** Only interfaces that are up and running are listed. It costs a fifth of a millisecond. */
export function currentAddresses(): Addresses {
  const found = Object.entries(networkInterfaces()).flatMap(([name, addresses]) => (addresses ?? []).filter(({ internal }) => !internal).map(({ address }) => ({ name, address })));
  return addressesOf(found);
}

/** A description is only good for as long as this stays the same. */
export function fingerprintOf({ list }: Addresses): string {
  return list.join();
}

export function addressesOf(found: readonly { readonly name: string; readonly address: string }[]): Addresses {
  const bare = new Set(found.map(({ address }) => address));
  return { list: found.map(({ name, address }) => `${name} ${address}`).sort(), has: (address) => bare.has(address) };
}
