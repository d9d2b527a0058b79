// Frames, as Go encodes them (pane/frame.go).

const head = 16;

// decode returns the frames in a buffer. shape says how many metrics, people and units each has.
export function decode(buffer, shape) {
  const frames = [];
  const view = new DataView(buffer);
  for (let at = 0; at < buffer.byteLength;) {
    const size = view.getUint32(at, true);
    frames.push(decodeOne(buffer, view, at, shape));
    at += size;
  }
  return frames;
}

function decodeOne(buffer, view, start, { metrics, people, units }) {
  const frame = {
    tick: view.getUint32(start + 4, true),
    hash: view.getBigUint64(start + 8, true).toString(16).padStart(16, '0'),
    values: [],
  };
  let at = start + head;
  for (let i = 0; i < metrics; i++, at += 8) {
    const value = view.getFloat64(at, true);
    frame.values.push(Number.isNaN(value) ? null : value);
  }
  for (const name of ['said', 'objectified', 'taken']) {
    frame[name] = view.getUint32(at, true);
    at += 4;
  }
  for (const [name, count] of [['right', people], ['agrees', people], ['moved', people],
    ['norms', units], ['changed', units]]) {
    frame[name] = new Uint8Array(buffer, at, count);
    at += count;
  }
  if (view.getUint8(at++) === 1) frame.lines = decodeLines(view, at);
  return frame;
}

function decodeLines(view, at) {
  const lines = [];
  for (let n = view.getUint32(at, true); n > 0; n--) {
    lines.push([view.getUint32(at + 4, true), view.getUint32(at + 8, true)]);
    at += 8;
  }
  return lines;
}
