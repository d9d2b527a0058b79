// Package module makes the WebAssembly modules of Go smaller. What they do stays the same, but for
// what they say of their own functions: a panic no longer says where it happened, and one of
// package reflect says "unknown method". runtime.Callers does not list inlined calls.
//
// Pack does four things, each where it finds the form in which Go 1.26 writes it. The first three
// are for modules of that version only:
//
//   - Jumps and addresses take fewer operations (jumps.go, stack.go). For example, a function of
//     Go jumps by the table at its head; where it jumps forward, a branch leads there.
//   - Operations that all functions share, at each call and at their heads, become calls of a few
//     helper functions (calls.go).
//   - The table of functions keeps what a program needs to run: frames, and where pointers are in
//     them. Names, files, lines and inlined calls go (strip.go).
//   - The table by which Go finds the function of a program counter is written when the module
//     starts. Each entry has 20 bytes for 4096 counters: the number of the first function there,
//     and 16 small differences. In WebAssembly a function has 65536 counters, so 16 entries are
//     equal, and all differences are 0. A function of some 40 bytes writes it.
//
// A program counter of Go, or counter for short, is the number of a function, and in its last 16
// bits the number of a block: a place in the function where it can go on.
//
// binary.go reads sections, ops.go operations, and functions.go Go's table of functions. shorten.go
// writes all functions anew.
package module

import (
	"bytes"
	"encoding/binary"
	"strings"
)

const (
	entryBytes  = 20
	entriesEach = 16
	least       = 64 * entriesEach // entries below which nothing is taken for the table
)

// Pack returns a module that does the same as a module of a version of Go, such as "go1.26.8", in
// fewer bytes. A module in which it does not find the table of program counters is returned as it
// is. It is an error if the module cannot be read.
func Pack(module []byte, version string) ([]byte, error) {
	sections, err := split(module)
	if err != nil {
		return nil, err
	}
	if sections[starting] != nil || sections[dataCount] != nil {
		return module, nil
	}
	memory, err := unfold(sections[data])
	if err != nil {
		return nil, err
	}
	at, entries := findTable(memory)
	if entries < least {
		return module, nil
	}
	clear(memory[at:][:entries*entryBytes])
	if Knows(version) {
		if err := sections.reduce(findFunctions(memory)); err != nil {
			return nil, err
		}
	}
	sections[data] = fold(memory)
	if err := sections.start(writer(at, entries)); err != nil {
		return nil, err
	}
	return sections.join(), nil
}

// Knows tells whether the functions of a version of Go, and the table of them, are of the form that
// is known here. Others lose only the table of program counters.
func Knows(version string) bool {
	return version == "go1.26" || strings.HasPrefix(version, "go1.26.")
}

// reduce writes functions in fewer bytes, and strips their table, if it is found.
func (s *sections) reduce(t *functionTable) error {
	if t == nil {
		return nil
	}
	all := t.read()
	functions := make([]known, len(all))
	for k, f := range all {
		functions[k] = known{name: string(t.name(f)), listed: f.fixed[flagAt]&assembled != 0 ||
			little.Uint32(f.fixed[defersAt:]) != 0}
	}
	used, err := s.shorten(functions)
	if err == nil && used != nil {
		t.strip(all, func(k int) uses { return used[k] })
	}
	return err
}

// findTable returns where the table of functions begins, and how many entries it has.
func findTable(memory []byte) (at, entries int) {
	var first []byte
	for k := range least {
		first = append(first, entry(k)...)
	}
	// Entries of the function 0 are zeros, and there may be more zeros before them.
	zeros := entriesEach * entryBytes
	at = bytes.Index(memory, first[zeros:]) - zeros
	if at < 0 || !bytes.HasPrefix(memory[at:], first) {
		return 0, 0
	}
	for rest := memory[at:]; bytes.HasPrefix(rest, entry(entries)); entries++ {
		rest = rest[entryBytes:]
	}
	return at, entries
}

// entry returns the entry k of the table as Go writes it.
func entry(k int) []byte {
	e := make([]byte, entryBytes)
	binary.LittleEndian.PutUint32(e, uint32(k/entriesEach))
	return e
}

// writer returns the code of a function that writes the table.
func writer(at, entries int) []byte {
	body := []byte{
		1, 1, 0x7f, // one local number, k
		0x03, 0x40, // loop
		0x20, 0, 0x41, entryBytes, 0x6c, // k * entryBytes
		0x20, 0, 0x41, 4, 0x76, // k >> 4: k / entriesEach
		0x36, 2, // store at this address and an offset, which follows
	}
	body = append(body, number(at)...)
	body = append(body, 0x20, 0, 0x41, 1, 0x6a, 0x22, 0, 0x41) // k = k + 1, and a constant:
	body = append(body, signed(entries)...)
	body = append(body, 0x49, 0x0d, 0, 0x0b, 0x0b) // again, if k < entries
	return append(number(len(body)), body...)
}

// start adds a function that runs when the module starts.
func (s *sections) start(body []byte) error {
	imported, err := countImports(s[importing])
	if err != nil {
		return err
	}
	types, err := s.add(typing, []byte{0x60, 0, 0}) // no arguments, no results
	if err != nil {
		return err
	}
	own, err := s.add(functions, number(types))
	if err != nil {
		return err
	}
	_, err = s.add(code, body)
	s[starting] = number(imported + own)
	return err
}
