package module

import (
	"encoding/binary"
	"slices"
	"strings"
)

// For each function Go keeps what its traces say (names, files, lines, which calls became part of
// it) beside what it needs to run: how large its frames are, and where pointers are in them. Strip
// leaves the latter. So a program that stops does not say where. It can be run outside.

// The numbers of a function's tables by counter, and of its data: abi.PCDATA_ and abi.FUNCDATA_.
const (
	mapsTable, inlinedTable, boundsTable = 1, 2, 4
	argumentMaps, localMaps, objects     = 0, 1, 2
	inlinedData, deferredData            = 3, 4
)

// wrapper marks a function that Go made: abi.FuncIDWrapper.
const wrapper = 23

// none is the place of data that a function does not have.
const none = ^uint32(0)

// uses is what a function does for which it needs more than its frames.
type uses struct {
	recovers bool // it calls recover
	wraps    bool // it calls runtime.panicwrap, which says its name
}

// strip clears what only traces need. A function that recovers counts the functions that called it,
// but for those that Go made. So what was inlined into it and into those stays.
func (t *functionTable) strip(all []function, use func(k int) uses) {
	var used []uint32
	for _, f := range all {
		used = append(used, f.data...)
	}
	names, tables := heap{at: map[string]uint32{}}, heap{at: map[string]uint32{}}
	names.out, tables.out = []byte{0}, []byte{0} // there is nothing at 0
	for k, f := range all {
		u := use(k)
		little.PutUint32(f.fixed[nameAt:], names.add(neededName(t.name(f), u.wraps)))
		clear(f.fixed[filesAt:tablesAt])
		clear(f.fixed[unitAt:madeAt])
		little.PutUint32(f.fixed[frameAt:],
			tables.add(t.table(little.Uint32(f.fixed[frameAt:]))))
		all[k] = t.pruned(f, &tables, u.recovers || f.fixed[madeAt] == wrapper)
	}
	if len(names.out) > len(t.names) || len(tables.out) > len(t.tables) {
		return // there were names or tables that overlap, and now take more bytes
	}
	t.forget(used, all)
	for _, part := range [][]byte{t.units, t.files, t.names, t.tables} {
		clear(part)
	}
	copy(t.names, names.out)
	copy(t.tables, tables.out)
	t.write(all)
}

// runtimeNames is how the names of the functions of package runtime begin.
const runtimeNames = "runtime."

// neededName returns what stays of a name, with a 0 at its end. It stays if runtime.panicwrap says
// it, or if the garbage collector looks for it. And if the first function of a goroutine has a name
// that begins with runtimeNames, then it is one of Go's own: runtime.NumGoroutine leaves it out.
func neededName(name []byte, wraps bool) []byte {
	switch text := string(name); {
	case wraps, text == "reflect.makeFuncStub", text == "reflect.methodValueCall":
		return []byte(text + "\x00")
	case strings.HasPrefix(text, runtimeNames):
		return []byte(runtimeNames + "\x00")
	}
	return nil
}

// pruned returns a function with the tables and data that it needs to run.
func (t *functionTable) pruned(f function, tables *heap, inlined bool) function {
	for i, at := range f.tables {
		f.tables[i] = 0
		if i == mapsTable || i == boundsTable || i == inlinedTable && inlined {
			f.tables[i] = tables.add(t.table(at))
		}
	}
	for i := range f.data {
		if i > objects && i != deferredData && !(i == inlinedData && inlined) {
			f.data[i] = none
		}
	}
	f.tables, f.data = trim(f.tables, 0), trim(f.data, none)
	return f
}

func trim(list []uint32, empty uint32) []uint32 {
	for len(list) > 0 && list[len(list)-1] == empty {
		list = list[:len(list)-1]
	}
	return list
}

// forget clears the data that no function uses any more, and names and lines in the rest. The data
// at each place reach up to the next place.
func (t *functionTable) forget(before []uint32, after []function) {
	needed, inlined := map[uint32]bool{none: true}, map[uint32]bool{}
	for _, f := range after {
		for i, at := range f.data {
			needed[at] = true
			inlined[at] = inlined[at] || i == inlinedData
		}
	}
	slices.Sort(before)
	before = slices.Compact(before)
	for i, at := range before[:max(len(before)-1, 0)] {
		next := before[i+1]
		switch {
		case next == none || int(next) > len(t.data):
		case !needed[at]:
			clear(t.data[at:next])
		case inlined[at]:
			unname(t.data[at:next])
		}
	}
}

// unname clears where inlined calls have their names and first lines: in the second and the fourth
// of the four numbers of each (runtime.inlinedCall).
func unname(calls []byte) {
	for ; len(calls) >= 16; calls = calls[16:] {
		clear(calls[4:8])
		clear(calls[12:16])
	}
}

// table returns a table by counter: pairs of numbers, and a 0. The first number may be 0.
func (t *functionTable) table(at uint32) []byte {
	if at == 0 || int(at) >= len(t.tables) {
		return nil
	}
	end := int(at)
	for first := true; ; first = false {
		value, n := binary.Uvarint(t.tables[end:])
		if n <= 0 {
			return nil
		}
		if end += n; value == 0 && !first {
			return t.tables[at:end]
		}
		if _, n = binary.Uvarint(t.tables[end:]); n <= 0 {
			return nil
		}
		end += n
	}
}

// heap holds texts, each once.
type heap struct {
	out []byte
	at  map[string]uint32
}

func (h *heap) add(text []byte) uint32 {
	if len(text) == 0 {
		return 0
	}
	at, ok := h.at[string(text)]
	if !ok {
		at = uint32(len(h.out))
		h.at[string(text)] = at
		h.out = append(h.out, text...)
	}
	return at
}
