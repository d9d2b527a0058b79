package module

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// Go's tables of functions: runtime.pcHeader, runtime.moduledata and runtime._func of Go 1.20 on.
const (
	tableMagic    = "\xf1\xff\xff\xff\x00\x00\x01\x08" // the version, and sizes in WebAssembly
	tableHeader   = 72
	dataAt        = 320    // where moduledata says where the data of functions begin
	sizeAt        = 112    // where it says how large the last part of the tables is
	firstFunction = 0x1000 // the number of the first function
	fixedBytes    = 44     // of a function
	maxTables     = 16     // of a function
	assembled     = 4      // a flag: it is written in assembly
)

// Places in the fixed bytes of a function.
const (
	nameAt, defersAt, frameAt, filesAt       = 4, 12, 16, 20
	tablesAt, unitAt, madeAt, flagAt, manyAt = 28, 32, 40, 41, 43
)

var little = binary.LittleEndian

// functionTable is where a memory holds what Go knows of its functions.
type functionTable struct {
	count               int
	names, units, files []byte
	tables              []byte // tables by counter, of all functions
	entries             []byte // which functions there are, and each of them
	data                []byte // of functions, as where pointers are in frames
}

// function is what Go knows of one function: its fixed bytes, and where in the tables and data the
// rest is.
type function struct {
	fixed        []byte
	tables, data []uint32
}

// findFunctions returns the table, or nil if there is none of the form that is known.
func findFunctions(memory []byte) *functionTable {
	header := bytes.Index(memory, []byte(tableMagic))
	if header < 0 || header+tableHeader > len(memory) {
		return nil
	}
	var at [6]int // names, units, files, tables, entries, and their end
	for i := range 5 {
		at[i] = header + int(little.Uint32(memory[header+tableHeader-8*(5-i):]))
	}
	modules := bytes.Index(memory, little.AppendUint64(little.AppendUint64(nil, uint64(header)),
		uint64(at[0])))
	if modules < 0 || modules+dataAt+8 > len(memory) {
		return nil
	}
	at[5] = at[4] + int(little.Uint32(memory[modules+sizeAt:]))
	data := int(little.Uint32(memory[modules+dataAt:]))
	if at[0] < header+tableHeader || !slices.IsSorted(at[:]) || max(at[5], data) > len(memory) {
		return nil
	}
	t := &functionTable{count: int(little.Uint32(memory[header+8:])), names: memory[at[0]:at[1]],
		units: memory[at[1]:at[2]], files: memory[at[2]:at[3]], tables: memory[at[3]:at[4]],
		entries: memory[at[4]:at[5]], data: memory[data:]}
	if !t.numbered() {
		return nil
	}
	return t
}

// numbered tells whether the entries are of the form that is known.
func (t *functionTable) numbered() bool {
	if 8*t.count > len(t.entries) {
		return false
	}
	for k := range t.count {
		if little.Uint32(t.entries[8*k:]) != uint32(firstFunction+k) {
			return false
		}
	}
	return true
}

// read returns all functions, or nil if something does not fit.
func (t *functionTable) read() []function {
	all := make([]function, t.count)
	end := 8 * t.count
	for k := range all {
		at := int(little.Uint32(t.entries[8*k+4:]))
		if at < end || at > len(t.entries) {
			return nil
		}
		r := reader{rest: t.entries[at:]}
		fixed := slices.Clone(r.bytes(fixedBytes))
		if r.bad || little.Uint32(fixed[tablesAt:]) > maxTables ||
			int(little.Uint32(fixed[nameAt:])) >= len(t.names) {
			return nil
		}
		all[k] = function{fixed: fixed, tables: r.words(int(little.Uint32(fixed[tablesAt:]))),
			data: r.words(int(fixed[manyAt]))}
		if r.bad || !t.holds(all[k]) {
			return nil
		}
		end = len(t.entries) - len(r.rest)
	}
	return all
}

// holds tells whether all that a function points to is there.
func (t *functionTable) holds(f function) bool {
	for _, at := range append(f.tables, little.Uint32(f.fixed[frameAt:])) {
		if at != 0 && t.table(at) == nil {
			return false
		}
	}
	for _, at := range f.data {
		if at != none && int(at) >= len(t.data) {
			return false
		}
	}
	return true
}

func (r *reader) words(n int) []uint32 {
	words := make([]uint32, n)
	for i := range words {
		if b := r.bytes(4); !r.bad {
			words[i] = little.Uint32(b)
		}
	}
	return words
}

// write puts functions in the place of those that were there, which took as many bytes or more.
func (t *functionTable) write(all []function) {
	if len(all) == 0 {
		return
	}
	at := int(little.Uint32(t.entries[4:]))
	for k, f := range all {
		little.PutUint32(f.fixed[tablesAt:], uint32(len(f.tables)))
		f.fixed[manyAt] = byte(len(f.data))
		little.PutUint32(t.entries[8*k+4:], uint32(at))
		at += copy(t.entries[at:], f.fixed)
		for _, word := range slices.Concat(f.tables, f.data) {
			little.PutUint32(t.entries[at:], word)
			at += 4
		}
	}
	clear(t.entries[at:])
}

// name returns the name of a function.
func (t *functionTable) name(f function) []byte {
	name, _, _ := bytes.Cut(t.names[little.Uint32(f.fixed[nameAt:]):], []byte{0})
	return name
}
