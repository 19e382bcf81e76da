import towns from './belgian-towns.json' with { type: 'json' };

/**
 * Names of towns in the languages that have one of their own, beside bpost's list, which has Dutch and French
 * for Brussels and the communes with facilities only. The first is the official one.
 */
const otherNames: readonly (readonly string[])[] = [
  ['Aalst', 'Alost'], ['Antwerpen', 'Anvers', 'Antwerp'], ['Arlon', 'Aarlen', 'Arel'], ['Ath', 'Aat'], ['Bastogne', 'Bastenaken', 'Bastnach'],
  ["Braine-l'Alleud", 'Eigenbrakel'], ['Braine-le-Comte', "'s-Gravenbrakel"], ['Brugge', 'Bruges', 'Brügge'], ['Brussel', 'Bruxelles', 'Brüssel', 'Brussels'],
  ['Dendermonde', 'Termonde'], ['Diksmuide', 'Dixmude'], ['Doornik', 'Tournai'], ['Enghien', 'Edingen'], ['Gent', 'Gand', 'Ghent'], ['Geraardsbergen', 'Grammont'],
  ['Halle', 'Hal'], ['Huy', 'Hoei'], ['Ieper', 'Ypres', 'Ypern'], ['Jodoigne', 'Geldenaken'], ['Kortrijk', 'Courtrai'], ['Leuven', 'Louvain', 'Löwen'],
  ['Liège', 'Luik', 'Lüttich'], ['Lier', 'Lierre'], ['Limbourg', 'Limburg'], ['Malmedy', 'Malmünd'], ['Mechelen', 'Malines', 'Mecheln'], ['Mons', 'Bergen'],
  ['Namur', 'Namen', 'Namür'], ['Nieuwpoort', 'Nieuport'], ['Nivelles', 'Nijvel'], ['Oostende', 'Ostende', 'Ostend'], ['Oudenaarde', 'Audenarde'],
  ['Roeselare', 'Roulers'], ['Sint-Niklaas', 'Saint-Nicolas'], ['Sint-Truiden', 'Saint-Trond'], ['Soignies', 'Zinnik'], ['Tienen', 'Tirlemont'],
  ['Tongeren', 'Tongres'], ['Tournai', 'Doornik'], ['Tubize', 'Tubeke'], ['Veurne', 'Furnes'], ['Vilvoorde', 'Vilvorde'], ['Visé', 'Wezet'], ['Wavre', 'Waver'],
  ['Zoutleeuw', 'Léau'], ['Eupen', 'Néau'], ['Bütgenbach', 'Butgenbach'], ['Büllingen', 'Bullange'], ['Amel', 'Amblève'], ['Sankt-Vith', 'Saint-Vith', 'St. Vith'],
  ['Kelmis', 'La Calamine'], ['La Louvière', 'Zeeuws-Bergen'], ['Louvain-la-Neuve', 'Nieuw-Leuven'], ['Waremme', 'Borgworm'], ['Hannut', 'Hannuit'],
];

type Code = keyof typeof towns;

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
}

/** @returns a town's names, Dutch before French where the list has both, and what it is called elsewhere. */
function namesOf(entry: string): readonly string[] {
  const listed = entry.split('|');
  const keys = new Set(listed.map(folded));
  return [...listed, ...otherNames.filter((names) => names.some((name) => keys.has(folded(name)))).flat()];
}

/** @returns the towns of a Belgian postcode, as the language calls them where it has a name; empty where there is no such postcode. */
export function townsOf(postcode: string, language = 'nl'): readonly string[] {
  const entries: readonly string[] = Object.hasOwn(towns, postcode) ? towns[postcode as Code] : [];
  return entries.map((entry) => {
    const [first = '', second] = entry.split('|');
    return language === 'fr' && second !== undefined ? second : first;
  });
}

/** @returns whether a town, in any of its languages, can be of a Belgian postcode. */
export function isTownOf(postcode: string, town: string): boolean {
  const wanted = folded(town);
  const entries: readonly string[] = Object.hasOwn(towns, postcode) ? towns[postcode as Code] : [];
  return entries.some((entry) => namesOf(entry).some((name) => folded(name) === wanted));
}

/** @returns at most `limit` places whose name, in any language, or postcode begins with what was typed. */
export function findTowns(typed: string, limit: number): readonly { readonly postcode: string; readonly town: string }[] {
  const wanted = folded(typed);
  const digits = typed.trim();
  const found: { postcode: string; town: string }[] = [];
  for (const [postcode, entries] of Object.entries(towns)) {
    for (const entry of entries) {
      const fits = /^\d{2,}$/.test(digits) ? postcode.startsWith(digits) : wanted.length > 1 && namesOf(entry).some((name) => folded(name).startsWith(wanted));
      if (fits) found.push({ postcode, town: entry.split('|')[0] ?? entry });
      if (found.length === limit) return found;
    }
  }
  return found;
}
