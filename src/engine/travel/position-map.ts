/** Values by position; numbers are told apart as they are, without a text to be made of them. */
export class PositionMap<T> {
  readonly #columns = new Map<number, Map<number, T>>();
  /** How many positions have a value. */
  size = 0;

  /** The value of a position, made when there is none. */
  get(x: number, y: number, make: () => T): T {
    let column = this.#columns.get(x);
    if (!column) {
      column = new Map();
      this.#columns.set(x, column);
    }
    const known = column.get(y);
    if (known !== undefined) return known;
    const value = make();
    column.set(y, value);
    this.size++;
    return value;
  }
}
