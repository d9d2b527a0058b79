// The link holds the whole page: seed, panes and values. A value is of all panes, or of one.

export const letters = ['a', 'b', 'c', 'd'];

export class Link {
  constructor(text) { this.query = new URLSearchParams(text.replace(/^#/, '')); }

  panes() { return letters.filter((letter) => this.query.has(letter)); }

  // get returns the value of a key in a pane, or undefined where it has its default. In a branch it
  // is the value after its tick.
  get(key, pane) {
    const names = [`then:${pane}:${key}`, `then:${key}`, `${pane}:${key}`, key];
    return names.map((name) => this.query.get(name)).find((value) => value !== null);
  }

  // name is where a value is: of one pane or of all, and of a branch if there is one.
  name(key, pane) {
    const then = this.query.has('then') && key.includes('/') ? 'then:' : '';
    return then + (pane === undefined ? key : `${pane}:${key}`);
  }

  // set gives a key a value in one pane, or in all where pane is undefined. An undefined value is
  // the default.
  set(key, value, pane) {
    const name = this.name(key, pane);
    if (value === undefined) this.query.delete(name);
    else this.query.set(name, value);
  }

  // unlinked reports whether some pane has a value of its own. In a branch that is one from then
  // on, unless all have the same from then on.
  unlinked(key) {
    const own = (then) => letters.some((pane) => this.query.has(`${then}${pane}:${key}`));
    return own('then:') || (!this.query.has(`then:${key}`) && own(''));
  }

  // unlink gives each pane a value of its own, and relink takes it away.
  unlink(key, value) {
    for (const pane of this.panes()) this.set(key, this.get(key, pane) ?? value, pane);
    this.query.delete(this.name(key));
  }

  relink(key, value) {
    const first = this.get(key, 'a');
    for (const pane of letters) this.query.delete(this.name(key, pane));
    this.set(key, first);
    if (this.unlinked(key)) this.set(key, first ?? value);
  }

  // turn switches a kind on or off.
  turn(key, on, pane) {
    this.set(key, on ? '1' : undefined, pane);
    if (!on && this.get(key, pane ?? 'a') === '1') this.set(key, '0', pane);
  }

  // clear gives a key its default everywhere. In a branch it may take a value to get there.
  clear(key, value) {
    for (const pane of [undefined, ...letters]) this.query.delete(this.name(key, pane));
    const left = this.panes().filter((pane) => (this.get(key, pane) ?? value) !== value);
    for (const pane of this.unlinked(key) ? left : left.slice(0, 1).map(() => undefined)) {
      this.set(key, value, pane);
    }
  }

  // base returns the link without its branch.
  base() {
    const base = new Link(this.text());
    for (const key of [...base.query.keys()]) {
      if (key === 'then' || key.startsWith('then:')) base.query.delete(key);
    }
    return base;
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
