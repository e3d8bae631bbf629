/** The part of an editor's document symbol that says where it is. */
export interface Symbol {
  readonly name: string;
  readonly range: { readonly start: Place; readonly end: Place };
  readonly children: readonly Symbol[];
}

export interface Place {
  readonly line: number;
  readonly character: number;
}

/** The path of the symbols around a place, such as `image.tag` or `hosts[0]`; empty outside of all. */
export function symbolPath(symbols: readonly Symbol[], place: Place): string {
  const around = symbols.find(({ range }) => !isBefore(place, range.start) && !isBefore(range.end, place));
  if (!around) {
    return '';
  }
  const below = symbolPath(around.children, place);
  return below === '' || below.startsWith('[') ? around.name + below : `${around.name}.${below}`;
}

function isBefore(one: Place, other: Place): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
