package module

import (
	"bytes"
	"slices"
	"testing"
)

// known functions: one, and one that Go made.
const (
	plainName, madeName = "main.plain", "main.(*T).made"
	moduleAt            = 4096
)

// withFunctions returns a memory with a table of two functions.
func withFunctions() []byte {
	memory := make([]byte, 8192)
	header := 64
	copy(memory[header:], tableMagic)
	names := []byte("\x00" + plainName + "\x00" + madeName + "\x00")
	units, files := []byte{9, 9, 9, 9}, []byte("plain.go\x00made.go\x00")
	// A table is pairs of a change of value and a number of counters. The first is at 1.
	tables := []byte{0, 2, 5, 0, 4, 3, 2, 1, 0, 6, 7, 0}
	entries := make([]byte, 16+4)
	add := func(k, name, frame int, made byte, rest ...uint32) {
		little.PutUint32(entries[8*k:], uint32(firstFunction+k))
		little.PutUint32(entries[8*k+4:], uint32(len(entries)))
		fixed := make([]byte, fixedBytes)
		little.PutUint32(fixed[nameAt:], uint32(name))
		little.PutUint32(fixed[frameAt:], uint32(frame))
		little.PutUint32(fixed[filesAt:], 9)
		little.PutUint32(fixed[filesAt+4:], 4)
		little.PutUint32(fixed[unitAt:], 1)
		little.PutUint32(fixed[tablesAt:], 3)
		fixed[madeAt], fixed[manyAt] = made, byte(len(rest)-3)
		entries = append(entries, fixed...)
		for _, word := range rest {
			entries = little.AppendUint32(entries, word)
		}
	}
	add(0, 1, 1, 0, 9, 4, 9, 0, 8, none, 16)
	add(1, 2+len(plainName), 4, wrapper, 0, 9, 9, none, 8, none, 24, none, 40)
	at := header + tableHeader
	little.PutUint64(memory[header+8:], 2)
	for i, part := range [][]byte{names, units, files, tables, entries} {
		little.PutUint64(memory[header+32+8*i:], uint64(at-header))
		if i == 0 {
			little.PutUint64(memory[moduleAt+8:], uint64(at))
		}
		at += copy(memory[at:], part)
	}
	little.PutUint64(memory[moduleAt:], uint64(header))
	little.PutUint64(memory[moduleAt+sizeAt:], uint64(len(entries)))
	little.PutUint64(memory[moduleAt+dataAt:], 6000)
	for i := range 40 {
		memory[6000+i] = byte(i + 1)
	}
	return memory
}

func TestStrip(t *testing.T) {
	memory := withFunctions()
	table := findFunctions(memory)
	if table == nil || table.count != 2 {
		t.Fatal("the table is not found")
	}
	all := table.read()
	table.strip(all, func(k int) uses { return uses{wraps: k == 1} })
	all = table.read()
	if len(all) != 2 {
		t.Fatal("the table cannot be read again")
	}
	plain, made := all[0], all[1]
	if got := string(table.name(plain)); got != "" {
		t.Errorf("a function is called %q", got)
	}
	if got := string(table.name(made)); got != madeName {
		t.Errorf("a function that Go made is called %q", got)
	}
	frame := func(f function) []byte { return table.table(little.Uint32(f.fixed[frameAt:])) }
	if maps := []byte{4, 3, 2, 1, 0}; !bytes.Equal(frame(plain), []byte{2, 5, 0}) ||
		!bytes.Equal(frame(made), maps) {
		t.Errorf("frames are %v and %v", frame(plain), frame(made))
	}
	// The maps of pointers stay, and what was inlined only in a function that Go made.
	if len(plain.tables) != 2 || !bytes.Equal(table.table(plain.tables[1]), frame(made)) ||
		!slices.Equal(plain.data, []uint32{0, 8}) {
		t.Errorf("a function keeps %v and %v", plain.tables, plain.data)
	}
	if len(made.tables) != 3 || !bytes.Equal(table.table(made.tables[2]), []byte{6, 7, 0}) ||
		!slices.Equal(made.data, []uint32{none, 8, none, 24}) {
		t.Errorf("a function that Go made keeps %v and %v", made.tables, made.data)
	}
	if want := append(bytes.Repeat([]byte{0}, 8), 25, 26); !bytes.Equal(memory[6016:6026], want) ||
		memory[6000] != 1 || memory[6008] != 9 {
		t.Errorf("the data are %v", memory[6000:6040])
	}
	if call := memory[6024:6040]; call[3] != 28 || call[4] != 0 || call[8] != 33 || call[12] != 0 {
		t.Errorf("an inlined call is %v", call)
	}
	if bytes.Contains(memory, []byte("plain")) || bytes.Contains(memory, []byte(".go")) {
		t.Error("a name is still there")
	}
}

// Of inlined calls the kinds and the places stay, and the names and lines go.
func TestUnname(t *testing.T) {
	calls := []byte{23, 0, 0, 0, 5, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 9}
	want := []byte{23, 0, 0, 0, 0, 0, 0, 0, 6, 6, 6, 6, 0, 0, 0, 0, 9}
	if unname(calls); !bytes.Equal(calls, want) {
		t.Errorf("they are %v, want %v", calls, want)
	}
}

func TestNeededName(t *testing.T) {
	for _, c := range []struct {
		name  string
		wraps bool
		want  string
	}{
		{"main.plain", false, ""},
		{"main.(*T).made", true, "main.(*T).made\x00"},
		{"runtime.forcegchelper", false, "runtime.\x00"},
		{"runtime.gcenable.gowrap1", false, "runtime.\x00"},
		{"reflect.makeFuncStub", false, "reflect.makeFuncStub\x00"},
		{"reflect.methodValueCall", false, "reflect.methodValueCall\x00"},
		{"reflect.ValueOf", false, ""},
		{"runtime/debug.Stack", false, ""},
		{"main.runtime.plain", false, ""},
	} {
		if got := neededName([]byte(c.name), c.wraps); string(got) != c.want {
			t.Errorf("of %q, %q stays, want %q", c.name, got, c.want)
		}
	}
}

// A table that is not of the known form is left alone.
func TestStripNothing(t *testing.T) {
	for name, spoil := range map[string]func(memory []byte){
		"version": func(m []byte) { m[64]-- },
		"module":  func(m []byte) { m[moduleAt]++ },
		"size":    func(m []byte) { m[moduleAt+sizeAt+2] = 1 },
		"order":   func(m []byte) { m[64+32] = 255 },
		"numbers": func(m []byte) { m[64+8]++ },
		"a table": func(m []byte) { copy(m[bytes.Index(m, []byte{6, 7, 0}):], "\xff\xff\xff\xff") },
	} {
		memory := withFunctions()
		spoil(memory)
		table := findFunctions(memory)
		if table != nil && table.read() != nil {
			t.Errorf("%s: it is taken", name)
		}
	}
}

func FuzzStrip(f *testing.F) {
	f.Add(withFunctions())
	f.Fuzz(func(t *testing.T, memory []byte) {
		table := findFunctions(memory)
		if table == nil {
			return
		}
		if all := table.read(); len(all) > 0 {
			table.strip(all, func(k int) uses { return uses{recovers: k == 0, wraps: k == 1} })
			if again := table.read(); len(again) != len(all) {
				t.Errorf("%d functions, and %d before", len(again), len(all))
			}
		}
	})
}
