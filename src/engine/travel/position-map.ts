/** Values by position; numbers are told apart as they are, without a text to be made of them. */
export class PositionMap<T> {
  readonly #columns = new Map<number, Map<number, T>>();
  /** How many positions have a value. */
  size = 0;

  /** The value of a position, undefined when it has none. */
  get(x: number, y: number): T | undefined {
    return this.#columns.get(x)?.get(y);
  }

  /** Gives a value to a position that has none. */
  add(x: number, y: number, value: T): void {
    const column = this.#columns.get(x);
    if (column) column.set(y, value);
    else this.#columns.set(x, new Map([[y, value]]));
    this.size++;
  }
}
