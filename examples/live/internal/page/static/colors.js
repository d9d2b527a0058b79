// Colours. Those of panes are in the style sheet; shares go from dark to light as cividis does
// (Nuñez, Anderton and Renslow 2018, PLoS ONE 13:e0199239), which survives colour blindness and
// grey.

const cividis = [[0, 34, 78], [31, 59, 110], [76, 85, 108], [108, 110, 114], [143, 136, 119],
  [182, 164, 105], [222, 195, 77], [254, 232, 56]];

// shade returns the colour of a share of 0 to 254.
const shades = Array.from({ length: 255 }, (_, i) => {
  const at = (i / 254) * (cividis.length - 1);
  const low = Math.min(Math.floor(at), cividis.length - 2);
  const mixed = cividis[low].map((c, k) => Math.round(c + (cividis[low + 1][k] - c) * (at - low)));
  return `rgb(${mixed.join(' ')})`;
});

export function shade(value) { return shades[Math.min(value, 254)]; }

// style returns a variable of the style sheet. They are kept, because canvases ask often.
const styles = new Map();

export function style(name) {
  if (!styles.has(name)) {
    const all = getComputedStyle(document.documentElement);
    styles.set(name, all.getPropertyValue(`--${name}`).trim());
  }
  return styles.get(name);
}

// onScheme calls a function when the page turns dark or light.
export function onScheme(call) {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    styles.clear();
    call();
  });
}

// dashes tell the lines of panes apart in grey.
export const dashes = [[], [8, 4], [2, 3], [10, 3, 2, 3]];
