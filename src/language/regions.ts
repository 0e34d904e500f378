import { tokens } from './text.ts'

/** Québec's 17 administrative regions, by their official numbers, with towns by which people name them. */
const REGIONS: Readonly<Record<string, { readonly name: string; readonly towns: readonly string[] }>> = {
  '01': { name: 'Bas-Saint-Laurent', towns: ['Rimouski', 'Rivière-du-Loup', 'Matane', 'Mont-Joli', 'La Pocatière'] },
  '02': {
    name: 'Saguenay–Lac-Saint-Jean',
    towns: ['Saguenay', 'Chicoutimi', 'Jonquière', 'Alma', 'Roberval', 'Dolbeau-Mistassini', 'Lac-Saint-Jean'],
  },
  '03': {
    name: 'Capitale-Nationale',
    towns: [
      'Ville de Québec',
      'Québec City',
      'Ciudad de Québec',
      'Charlesbourg',
      'Beauport',
      'Baie-Saint-Paul',
      'La Malbaie',
    ],
  },
  '04': { name: 'Mauricie', towns: ['Trois-Rivières', 'Shawinigan', 'La Tuque'] },
  '05': { name: 'Estrie', towns: ['Sherbrooke', 'Magog', 'Granby', 'Lac-Mégantic', 'Cowansville', 'Coaticook'] },
  '06': { name: 'Montréal', towns: ['Montréal-Nord', 'Dorval', 'Lachine', 'Verdun', 'LaSalle', 'Saint-Laurent'] },
  '07': { name: 'Outaouais', towns: ['Gatineau', 'Hull', 'Aylmer', 'Maniwaki'] },
  '08': { name: 'Abitibi-Témiscamingue', towns: ['Abitibi', 'Rouyn-Noranda', 'Val-d’Or', 'Amos'] },
  '09': { name: 'Côte-Nord', towns: ['Sept-Îles', 'Baie-Comeau', 'Port-Cartier'] },
  '10': { name: 'Nord-du-Québec', towns: ['Chibougamau', 'Matagami', 'Kuujjuaq', 'Chisasibi'] },
  '11': {
    name: 'Gaspésie–Îles-de-la-Madeleine',
    towns: ['Gaspésie', 'Gaspé', 'Îles-de-la-Madeleine', 'Chandler', 'New Richmond'],
  },
  '12': {
    name: 'Chaudière-Appalaches',
    towns: ['Lévis', 'Saint-Georges', 'Thetford Mines', 'Montmagny', 'Sainte-Marie'],
  },
  '13': { name: 'Laval', towns: ['Chomedey', 'Sainte-Rose'] },
  '14': { name: 'Lanaudière', towns: ['Repentigny', 'Terrebonne', 'Joliette', 'Mascouche'] },
  '15': {
    name: 'Laurentides',
    towns: ['Saint-Jérôme', 'Blainville', 'Mirabel', 'Saint-Eustache', 'Boisbriand', 'Mont-Laurier', 'Mont-Tremblant'],
  },
  '16': {
    name: 'Montérégie',
    towns: [
      'Longueuil',
      'Brossard',
      'Saint-Hyacinthe',
      'Saint-Jean-sur-Richelieu',
      'Châteauguay',
      'Salaberry-de-Valleyfield',
      'Valleyfield',
      'Vaudreuil-Dorion',
      'Sorel-Tracy',
      'Boucherville',
      'Rive-Sud',
    ],
  },
  '17': { name: 'Centre-du-Québec', towns: ['Drummondville', 'Victoriaville', 'Bécancour', 'Nicolet', 'Plessisville'] },
}

/** The official names, by number, in the order of the alphabet; they are proper names, and the same in every language. */
export const REGION_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(REGIONS)
    .map(([id, { name }]) => [id, name] as const)
    .sort(([, one], [, other]) => one.localeCompare(other, 'fr')),
)

/** How Arabic writes the places that people name most. */
const IN_ARABIC: readonly (readonly [id: string, place: string])[] = [
  ['06', 'مونتريال'],
  ['03', 'مدينة كيبيك'],
  ['13', 'لافال'],
  ['07', 'غاتينو'],
  ['05', 'شيربروك'],
]

const PLACES: readonly { readonly id: string; readonly words: readonly string[] }[] = [
  ...Object.entries(REGIONS).flatMap(([id, { name, towns }]) => [name, ...towns].map((place) => [id, place] as const)),
  ...IN_ARABIC,
]
  .map(([id, place]) => ({ id, words: tokens(place) }))
  .sort((one, other) => other.words.length - one.words.length)

/**
 * The number of the region that an answer names, by itself or by one of its towns; the longest name counts, so that
 * « Nord-du-Québec » is not the city of Québec. Nothing where it names none, or places of several regions.
 */
export function regionIn(answer: string): string | undefined {
  const said = tokens(answer).map((word) => (word === 'st' ? 'saint' : word === 'ste' ? 'sainte' : word))
  const found = new Set<string>()
  for (const { id, words } of PLACES) {
    const at = said.findIndex((_, from) => words.every((word, nth) => said[from + nth] === word))
    if (at < 0) continue
    found.add(id)
    said.fill('', at, at + words.length)
  }
  const [region, ...others] = found
  return others.length ? undefined : region
}
