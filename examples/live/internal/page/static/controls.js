// The controls: a slider for every parameter, from the catalog of the library.
import { element, t } from './words.js';

const roles = ['mechanism', 'reality', 'event', 'beliefs', 'experience', 'externalize', 'objectify',
  'internalize', 'participate', 'agenda', 'relay', 'timing'];

// rangeOf says how far a slider goes, or what a choice or a switch is one of.
function rangeOf(field) {
  if (field.Type === 'choice' || field.Type === 'switch') return field.Range;
  const beyond = field.Most > field.High ? t('beyond') : '';
  return t('range', { low: field.Low, high: field.High, beyond });
}

// limitless reports whether the default is beyond the slider: a field that limits nothing.
const limitless = (field) => field.Type === 'whole' && field.Default > field.High;

export class Controls {
  constructor(box, catalog, onchange) {
    Object.assign(this, { box, catalog, onchange, kinds: new Map() });
    for (const kind of catalog.Kinds) this.kinds.set(kind.Key, kind);
  }

  // show builds the controls of a link. name says what a pane is called.
  show(link, name) {
    Object.assign(this, { link, name, rows: [] });
    const open = new Set([...this.box.querySelectorAll('details[open]')].map((d) => d.dataset.of));
    const conditions = this.conditions();
    this.box.replaceChildren(
      element('h2', { id: 'controls-title', class: 'hidden' }, t('controls')), this.later(),
      ...(conditions ? [conditions] : []), this.organizations(),
      ...roles.map((role) => this.role(role, open.has(role))));
  }

  // later is the choice to change things from this tick on.
  later() {
    const checked = this.link.query.has('then');
    const box = element('input', { type: 'checkbox', id: 'branch', checked,
      onchange: () => this.onchange('branch', box.checked) });
    return element('p', { class: 'switch', 'data-kind': 'branch' }, element('label', {
      for: 'branch' }, box,
      checked ? t('branchOn', { tick: this.link.query.get('then') }) : t('branch')));
  }

  // conditions are shared, but a published model has its own. What changes no pane is left out.
  conditions() {
    const takes = (pane, field) =>
      !this.kinds.get(this.link.query.get(pane))?.Ignores.includes(field.Key);
    const rows = this.kinds.get('conditions/conditions').Fields
      .map((field) => [field, this.link.panes().filter((pane) => takes(pane, field))])
      .filter(([, panes]) => panes.length > 0);
    if (rows.length === 0) return null;
    const all = rows.every(([, panes]) => panes.length === this.link.panes().length);
    return element('fieldset', {}, element('legend', {}, t(all ? 'conditions' : 'conditionsOf')),
      ...rows.map(([field, panes]) => this.row(field, panes)));
  }

  // organizations are the fields of the organizations that stand there, each once.
  organizations() {
    const panes = this.link.panes();
    const fields = [];
    for (const of of new Set(panes.map((pane) => this.link.query.get(pane)))) {
      const those = panes.filter((pane) => this.link.query.get(pane) === of);
      const kind = this.kinds.get(of);
      if (!kind) continue;
      fields.push(element('p', { class: 'help' }, `${kind.Name}: ${kind.Sentence}`));
      fields.push(...kind.Fields.map((field) => this.row(field, those,
        `${kind.Name}: ${field.Name}`)));
    }
    return element('fieldset', {}, element('legend', {}, t('organizations')), ...fields);
  }

  // role is what can be switched on, folded up.
  role(role, open) {
    const kinds = this.catalog.Kinds.filter((kind) => kind.Role === role && kind.Switched);
    const on = kinds.filter((kind) => this.isOn(kind)).length;
    const title = element('summary', {}, t(`role-${role}`), on ? ` (${on})` : '');
    const details = element('details', { 'data-of': role, open: open || on > 0 }, title,
      ...kinds.map((kind) => this.kind(kind)));
    return details;
  }

  isOn(kind) { return this.link.panes().some((pane) => this.link.get(kind.Key, pane) === '1'); }

  // kind is a switch with what it says, and the fields where it is on.
  kind(kind) {
    const panes = this.link.panes();
    const apart = this.link.unlinked(kind.Key);
    const boxes = (apart ? panes : [undefined]).map((pane) => this.box1(kind, pane));
    const help = element('p', { class: 'help' }, kind.Sentence);
    const made = element('div', { class: 'kind', 'data-kind': kind.Key }, ...boxes,
      this.linker(kind.Key, panes, '0', kind.Name), help);
    if (this.isOn(kind)) made.append(...kind.Fields.map((field) => this.row(field, panes)));
    return made;
  }

  box1(kind, pane) {
    const id = `${pane ?? 'all'}:${kind.Key}`;
    const on = this.link.get(kind.Key, pane ?? 'a') === '1';
    const box = element('input', { type: 'checkbox', id, checked: on, 'data-switch': kind.Key,
      onchange: () => {
        this.link.turn(kind.Key, box.checked, pane);
        this.onchange('link', { key: kind.Key, pane });
      } });
    return element('label', { class: 'switch', for: id }, box, kind.Name,
      pane ? ` · ${this.name(pane)}` : '');
  }

  // linker unlinks a value over panes and links it again.
  linker(key, panes, value, name) {
    if (panes.length < 2) return null;
    const apart = this.link.unlinked(key);
    return element('button', { type: 'button', class: 'small', 'aria-pressed': String(apart),
      'aria-label': t(apart ? 'relinkOf' : 'unlinkOf', { name }),
      onclick: () => {
        if (apart) this.link.relink(key, value);
        else this.link.unlink(key, value);
        this.onchange('link');
      } }, t(apart ? 'relink' : 'unlink'));
  }

  // row is a field: a slider for all panes, or one for each.
  row(field, panes, name = field.Name) {
    const apart = this.link.unlinked(field.Key);
    const inputs = (apart ? panes : [undefined]).map((pane) => this.input(field, pane, name));
    const changed = panes.some((pane) => (this.link.get(field.Key, pane) ?? String(field.Default))
      !== String(field.Default));
    const reset = element('button', { type: 'button', class: 'small', hidden: !changed,
      'aria-label': t('resetOf', { name }),
      onclick: () => this.reset(field) }, t('reset'));
    const unit = field.Unit && field.Unit !== field.Name ? ` (${field.Unit})` : '';
    const title = element('div', { class: 'title' }, element('span', {}, name, unit), reset,
      this.linker(field.Key, panes, String(field.Default), name));
    return element('div', { class: 'row', 'data-field': field.Key }, title, ...inputs,
      element('p', { class: 'help' }, t('help', { sentence: field.Sentence, range: rangeOf(field),
        default: limitless(field) ? t('noLimit') : String(field.Default) })));
  }

  reset(field) {
    this.link.clear(field.Key, String(field.Default));
    this.onchange('link');
  }

  input(field, pane, name) {
    const value = this.link.get(field.Key, pane ?? 'a') ?? String(field.Default);
    const label = pane ? `${name}, ${this.name(pane)}` : name;
    if (field.Type === 'choice') return this.choice(field, pane, value, label);
    if (field.Type === 'switch') return this.toggle(field, pane, value, label);
    return this.slider(field, pane, value, label);
  }

  choice(field, pane, value, label) {
    const select = element('select', { 'aria-label': label,
      onchange: () => this.set(field.Key, select.value, pane, true) },
    ...field.Words.map((word) => element('option', { value: word }, word)));
    select.value = value;
    return select;
  }

  toggle(field, pane, value, label) {
    const box = element('input', { type: 'checkbox', 'aria-label': label, checked: value === '1',
      onchange: () => this.set(field.Key, box.checked ? '1' : '0', pane, true) });
    return box;
  }

  // slider is a range for the hand, and a number for what is beyond it.
  slider(field, pane, value, label) {
    const whole = field.Type === 'whole';
    const step = whole ? 1 : (field.High - field.Low) / 100;
    const range = element('input', { type: 'range', min: field.Low, max: field.High, step,
      'aria-label': label, 'data-slider': `${pane ?? ''}${field.Key}`, value,
      oninput: () => put(range.value) });
    const number = element('input', { type: 'number', min: field.Least, max: field.Most,
      step: whole ? 1 : 'any', 'aria-label': t('exact', { name: label }),
      placeholder: limitless(field) && t('noLimit'),
      value: limitless(field) && value === String(field.Default) ? '' : value,
      onchange: () => put(number.value) });
    const put = (text) => {
      if (text === '') { // nothing, or no number: what was before stays
        number.value = this.link.get(field.Key, pane ?? 'a')
          ?? (limitless(field) ? '' : String(field.Default));
        return;
      }
      const rounded = String(whole ? Math.round(Number(text)) : Number(Number(text).toFixed(6)));
      [range.value, number.value] = [rounded, rounded];
      this.set(field.Key, rounded, pane, false, field);
    };
    const tag = pane ? element('span', { class: `tag tag-${pane}` }, pane) : null;
    return element('div', { class: 'slider' }, tag, range, number);
  }

  set(key, value, pane, anew, field) {
    this.link.set(key, value, pane);
    this.onchange(anew ? 'link' : 'value', { key, pane, field, value });
  }

  // offer disables what cannot be switched over in any pane.
  offer(runs) {
    for (const box of this.box.querySelectorAll('[data-switch]')) {
      const key = box.dataset.switch;
      const known = runs.filter((run) => key in run.offered);
      const none = known.length > 0 && known.every((run) => run.offered[key] === false);
      box.disabled = none && !box.checked;
      box.closest('.kind').classList.toggle('impossible', box.disabled);
    }
  }
}
