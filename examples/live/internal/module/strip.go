package module

import (
	"bytes"
	"encoding/binary"
	"slices"
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

// strip clears what only traces need. To recover, a function counts those that called it, so what
// was inlined stays where functions recover, or were made by Go.
func (t *functionTable) strip(all []function, recovers func(k int) bool) {
	var used []uint32
	for _, f := range all {
		used = append(used, f.data...)
	}
	names, tables := heap{at: map[string]uint32{}}, heap{at: map[string]uint32{}}
	names.out, tables.out = []byte{0}, []byte{0} // there is nothing at 0
	for k, f := range all {
		made := f.fixed[madeAt] == wrapper
		little.PutUint32(f.fixed[nameAt:], names.add(neededName(t.name(f), made)))
		clear(f.fixed[filesAt:tablesAt])
		clear(f.fixed[unitAt:madeAt])
		little.PutUint32(f.fixed[frameAt:],
			tables.add(t.table(little.Uint32(f.fixed[frameAt:]))))
		all[k] = t.pruned(f, &tables, made || recovers(k))
	}
	if len(names.out) > len(t.names) || len(tables.out) > len(t.tables) {
		return // they overlapped
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

// neededName returns what stays of a name, with a 0 at its end. Functions that Go made keep theirs:
// runtime.panicwrap says it, and the collector knows reflect.makeFuncStub and
// reflect.methodValueCall by it. A goroutine is one of Go's own, and so no part of
// runtime.NumGoroutine, if the name of its first function begins with runtimeNames.
func neededName(name []byte, made bool) []byte {
	switch {
	case made:
		return slices.Concat(name, []byte{0})
	case bytes.HasPrefix(name, []byte(runtimeNames)):
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

// forget clears the data that no function uses any more. Each reaches up to the next.
func (t *functionTable) forget(before []uint32, after []function) {
	needed := map[uint32]bool{none: true}
	for _, f := range after {
		for _, at := range f.data {
			needed[at] = true
		}
	}
	slices.Sort(before)
	before = slices.Compact(before)
	for i, at := range before[:max(len(before)-1, 0)] {
		if next := before[i+1]; !needed[at] && next != none && int(next) <= len(t.data) {
			clear(t.data[at:next])
		}
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
