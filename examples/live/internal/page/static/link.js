// The link holds the whole page: seed, panes and values. A value is of all panes, or of one.

export const letters = ['a', 'b', 'c', 'd'];

export class Link {
  constructor(text) { this.query = new URLSearchParams(text.replace(/^#/, '')); }

  panes() { return letters.filter((letter) => this.query.has(letter)); }

  // get returns the value of a key in a pane, or undefined where it has its default.
  get(key, pane) {
    return this.query.get(`${pane}:${key}`) ?? this.query.get(key) ?? undefined;
  }

  // set gives a key a value in one pane, or in all where pane is undefined. An undefined value is
  // the default.
  set(key, value, pane) {
    const name = pane === undefined ? key : `${pane}:${key}`;
    if (value === undefined) this.query.delete(name);
    else this.query.set(name, value);
  }

  // unlinked reports whether some pane has a value of its own.
  unlinked(key) { return letters.some((pane) => this.query.has(`${pane}:${key}`)); }

  // unlink gives each pane a value of its own, and relink takes it away.
  unlink(key, value) {
    for (const pane of this.panes()) this.set(key, this.get(key, pane) ?? value, pane);
    this.query.delete(key);
  }

  relink(key) {
    const value = this.get(key, 'a');
    for (const pane of letters) this.query.delete(`${pane}:${key}`);
    this.set(key, value);
  }

  // addPane and removePane keep the names of panes in order.
  addPane(of) {
    const free = letters[this.panes().length];
    if (free) this.query.set(free, of);
  }

  removePane(gone) {
    const panes = this.panes();
    const kept = panes.filter((pane) => pane !== gone);
    const next = new URLSearchParams();
    for (const [key, value] of this.query) {
      const [, then, pane, rest] = key.match(/^(then:)?(?:([a-d])(?=:|$))?(.*)$/);
      const number = kept.indexOf(pane);
      if (pane === undefined) next.set(key, value);
      else if (number >= 0) next.set((then ?? '') + letters[number] + rest, value);
    }
    this.query = next;
  }

  text() { return this.query.toString().replace(/%2F/g, '/').replace(/%3A/g, ':'); }
}
