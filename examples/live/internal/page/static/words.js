// Words, and the files that the page is made of. In a page of one file they are in the document.

let dictionary = {};

// load returns the text of a file of the page.
export async function load(name) {
  const inDocument = document.getElementById(name);
  if (inDocument) return inDocument.textContent;
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.text();
}

// useWords sets what t looks up.
export function useWords(words) { dictionary = words; }

// t returns a text with values in place of {names}.
export function t(key, values = {}) {
  const text = dictionary[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// share formats a number as papers do: .512.
export function share(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return t('missing');
  return value.toFixed(3).replace(/^(-?)0\./, '$1.');
}

// element makes an element with attributes, listeners (onclick) and children.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function' || key === 'value' || key === 'checked') made[key] = value;
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}
