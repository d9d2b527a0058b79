package module

import (
	"encoding/binary"
	"errors"
	"slices"
)

const (
	header     = "\x00asm\x01\x00\x00\x00"
	leastZeros = 32      // of a gap between two segments of data: a segment costs some 9 bytes
	maxMemory  = 1 << 25 // bytes of data
)

// The sections of a module that a start function concerns.
const (
	custom, typing, importing, functions = 0, 1, 2, 3
	starting, code, data, dataCount      = 8, 10, 11, 12
)

// sections are the contents of the sections of a module. No content is nil.
type sections [dataCount + 1][]byte

// order is how sections follow each other.
var order = []byte{typing, importing, functions, 4, 5, 6, 7, starting, 9, dataCount, code, data}

var errModule = errors.New("not a WebAssembly module of Go")

// split returns the sections of a module without its custom sections, which only debuggers read.
func split(module []byte) (all sections, err error) {
	r := reader{rest: module}
	if string(r.bytes(len(header))) != header {
		return all, errModule
	}
	for len(r.rest) > 0 {
		id := r.bytes(1)[0]
		body := r.bytes(r.number())
		if r.bad || int(id) >= len(all) || all[id] != nil {
			return all, errModule
		}
		if id != custom {
			all[id] = body
		}
	}
	return all, nil
}

// join returns the module.
func (s *sections) join() []byte {
	out := []byte(header)
	for _, id := range order {
		if s[id] != nil {
			out = append(append(append(out, id), number(len(s[id]))...), s[id]...)
		}
	}
	return out
}

// add adds an element to a section, which begins with the number of its elements. It returns the
// number of those before.
func (s *sections) add(id byte, element []byte) (int, error) {
	r := reader{rest: s[id]}
	n := r.number()
	if r.bad {
		return 0, errModule
	}
	s[id] = slices.Concat(number(n+1), r.rest, element)
	return n, nil
}

// countImports counts the functions that are imported. Go imports nothing else.
func countImports(body []byte) (int, error) {
	if len(body) == 0 {
		return 0, nil
	}
	r := reader{rest: body}
	n := r.count()
	for range n {
		r.bytes(r.number())
		r.bytes(r.number())
		if kind := r.bytes(1)[0]; kind != 0 || r.bad {
			return 0, errModule
		}
		r.number()
	}
	return n, r.error()
}

// unfold returns the memory that a section of data fills, from the address 0.
func unfold(body []byte) (memory []byte, err error) {
	if len(body) == 0 {
		return nil, nil
	}
	r := reader{rest: body}
	for range r.count() {
		active, constant := r.number(), r.bytes(1)[0]
		at, end := r.number(), r.bytes(1)[0]
		text := r.bytes(r.number())
		if r.bad || active != 0 || constant != 0x41 || end != 0x0b || at+len(text) > maxMemory {
			return nil, errModule
		}
		if more := at + len(text) - len(memory); more > 0 {
			memory = append(memory, make([]byte, more)...)
		}
		copy(memory[at:], text)
	}
	return memory, r.error()
}

// fold returns a section of data that fills a memory, in segments without long runs of zeros.
func fold(memory []byte) []byte {
	var out []byte
	segments, from, end := 0, 0, 0 // the segment is from from to end
	flush := func() {
		if from < end {
			segments++
			out = append(append(append(out, 0, 0x41), signed(from)...), 0x0b)
			out = append(append(out, number(end-from)...), memory[from:end]...)
		}
	}
	for i, b := range memory {
		if b == 0 {
			continue
		}
		if i-end >= leastZeros {
			flush()
			from = i
		}
		end = i + 1
	}
	flush()
	return append(number(segments), out...)
}

// reader reads a module. Once something is not there, it is bad, and gives zeros.
type reader struct {
	rest []byte
	bad  bool
}

// number reads a number of 32 bits, which must not be negative if it is a signed one.
func (r *reader) number() int {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 || v >= 1<<31 {
		r.rest, r.bad = nil, true
		return 0
	}
	r.rest = r.rest[n:]
	return int(v)
}

// count reads how many elements follow, each of a byte or more.
func (r *reader) count() int {
	n := r.number()
	if n > len(r.rest) {
		r.rest, r.bad = nil, true
		return 0
	}
	return n
}

func (r *reader) error() error {
	if r.bad {
		return errModule
	}
	return nil
}

// bytes reads n bytes. There is always a first one.
func (r *reader) bytes(n int) []byte {
	if n > len(r.rest) {
		r.rest, r.bad = nil, true
		return []byte{0}
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	return b
}

func number(v int) []byte { return binary.AppendUvarint(nil, uint64(v)) }

// signed returns a number that is not negative as one that could be.
func signed(v int) []byte {
	b := number(v)
	if last := len(b) - 1; b[last]&0x40 != 0 {
		b[last] |= 0x80
		b = append(b, 0)
	}
	return b
}
