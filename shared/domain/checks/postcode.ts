/** @param country ISO 3166-1 alpha-2. Belgian postcodes are 1000 to 9999; others are only checked for length. */
export function isPostcode(text: string, country: string): boolean {
  return country === 'BE' ? /^[1-9]\d{3}$/.test(text) : text.length <= 12;
}
