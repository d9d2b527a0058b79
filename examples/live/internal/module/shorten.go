package module

import (
	"bytes"
	"slices"
	"strings"
)

var goType = []byte{0x60, 1, i32, 1, i32} // of each function of Go: a number, and a number

const i32 = 0x7f

// known is what is known of a function of Go.
type known struct {
	name   string
	listed bool // it may go on at any block: it defers, or is written in assembly
}

// shorten writes the functions of Go in fewer bytes. It returns what they use, or nil if it does
// not find them.
func (s *sections) shorten(functions []known) (used []uses, err error) {
	all, err := bodies(s[code])
	if err != nil {
		return nil, err
	}
	kinds, goKind, err := s.kinds()
	if err != nil || goKind < 0 || len(kinds) != len(all) || len(functions) > len(all) {
		return nil, err
	}
	used = make([]uses, len(all))
	imported, err := countImports(s[importing])
	if err != nil {
		return nil, err
	}
	name := func(f int64) string {
		if k := int(f) - imported; k >= 0 && k < len(functions) {
			return functions[k].name
		}
		return ""
	}
	h := newHelpers(imported+len(all), func(f int64) bool { return neverReturns(name(f)) })
	for i, f := range functions {
		n, first := locals(all[i])
		ops := decode(all[i][n:])
		used[i] = usesOf(ops, name)
		if kinds[i] == goKind && first == i32 && ops != nil && tracksStack(ops) {
			all[i] = encode(slices.Clip(all[i][:n]), h.shorten(ops, f.listed))
		}
	}
	return used, s.replace(all, h.all)
}

// usesOf returns what a function uses. Without operations, it may be anything.
func usesOf(ops []op, name func(int64) string) uses {
	u := uses{recovers: ops == nil, wraps: ops == nil}
	for _, o := range ops {
		if o.code == opCall {
			u.recovers = u.recovers || name(o.arg) == "runtime.gorecover"
			u.wraps = u.wraps || name(o.arg) == "runtime.panicwrap"
		}
	}
	return u
}

// replace puts functions into the place of those that were there, and helpers behind them.
func (s *sections) replace(all [][]byte, more []helper) error {
	for _, h := range more {
		all = append(all, h.body)
	}
	s[code] = number(len(all))
	for _, body := range all {
		s[code] = append(append(s[code], number(len(body))...), body...)
	}
	return s.declare(more)
}

// declare adds functions with their types.
func (s *sections) declare(all []helper) error {
	for _, h := range all {
		kind := append(append([]byte{0x60}, number(h.arguments)...),
			bytes.Repeat([]byte{i32}, h.arguments)...)
		n, err := s.add(typing, append(kind, 1, i32))
		if err == nil {
			_, err = s.add(functions, number(n))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// shorten returns the operations of a function in fewer bytes.
func (h *helpers) shorten(ops []op, listed bool) []op {
	ops = h.finalCalls(h.enter(h.shortCalls(address(simplify(ops)))))
	ops = jump(ops)
	if !listed {
		ops = prune(ops, h.goesOn(ops))
	}
	return simplify(ops)
}

// neverReturns tells whether a function of Go never returns to where it is called.
func neverReturns(name string) bool {
	rest, ok := strings.CutPrefix(name, "runtime.")
	switch {
	case !ok || strings.HasPrefix(rest, "panicCheck"):
		return false
	case rest == "throw" || rest == "fatal" || rest == "sigpanic":
		return true
	}
	return strings.HasPrefix(rest, "panic") || strings.HasPrefix(rest, "goPanic")
}

// kinds returns the number of the type of each function, and the number of goType, or -1.
func (s *sections) kinds() (all []int, goKind int, err error) {
	r := reader{rest: s[typing]}
	goKind = -1
	for k := range r.count() {
		before := r.rest
		r.bytes(1)
		r.bytes(r.number())
		r.bytes(r.number())
		if bytes.Equal(before[:len(before)-len(r.rest)], goType) {
			goKind = k
		}
	}
	f := reader{rest: s[functions]}
	for range f.count() {
		all = append(all, f.number())
	}
	if r.bad || f.bad {
		return nil, 0, errModule
	}
	return all, goKind, nil
}
