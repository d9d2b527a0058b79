// The focus stays where it is when what holds it is made anew.
const holders = ['data-field', 'data-kind', 'data-pane'];

// keepFocus makes something anew. Then what stands where the focus was has it: in the same row or
// pane, the element of the same place among those of its name. If that cannot take it, the first of
// the row does.
export function keepFocus(make) {
  const was = document.activeElement;
  const box = was?.closest(holders.map((name) => `[${name}]`).join());
  const name = holders.find((holder) => box?.hasAttribute(holder));
  const at = box ? [...box.querySelectorAll(was.tagName)].indexOf(was) : -1;
  make();
  if (!box || box.isConnected) return;
  const now = document.querySelector(`[${name}="${CSS.escape(box.getAttribute(name))}"]`);
  if (!now) return;
  const same = now.querySelectorAll(was.tagName)[at];
  for (const element of [same, now.querySelector('input, select')]) {
    element?.focus({ preventScroll: true });
    if (document.activeElement === element) return;
  }
}
