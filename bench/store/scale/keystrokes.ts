import { belgian, seeded } from '../belgians.ts';

/** What stands in the box after each key, for customers chosen all over: names, places, numbers, in any order. */
export function keystrokes(count: number, atLeast: number): string[] {
  const random = seeded(42);
  const texts: string[] = [];
  while (texts.length < atLeast) {
    const { givenName, familyName, street, houseNumber, town, phone, customerNumber } = belgian(Math.floor(random() * count));
    const whole = [`${familyName} ${givenName} ${town}`, `${givenName} ${familyName}`, `${street} ${houseNumber} ${town}`, `${town} ${familyName}`, `0${phone.slice(3)}`, phone.slice(-6), customerNumber][Math.floor(random() * 7)] ?? '';
    for (let length = 1; length <= whole.length; length++) texts.push(whole.slice(0, length));
  }
  return texts;
}

/** Whole inputs that identify one customer. @param mistype with one letter of the family name wrong. */
export function fullInputs(count: number, tries: number, mistype: boolean): { readonly id: string; readonly text: string }[] {
  const random = seeded(7);
  return Array.from({ length: tries }, () => {
    const { id, givenName, familyName, street, houseNumber, town } = belgian(Math.floor(random() * count));
    const place = Math.floor(random() * familyName.length);
    const family = mistype ? `${familyName.slice(0, place)}x${familyName.slice(place + 1)}` : familyName;
    return { id, text: `${givenName} ${family} ${street} ${houseNumber} ${town}` };
  });
}

/** Numbers of customers chosen all over, none twice. */
export function numbers(count: number, howMany: number): string[] {
  return Array.from({ length: howMany }, (_, index) => belgian((index * 7_919 + 13) % count).phone);
}
