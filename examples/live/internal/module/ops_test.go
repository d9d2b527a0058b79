package module

import (
	"bytes"
	"slices"
	"testing"
)

// function returns a function as Go compiles it, around some operations, which are at its block 0.
// Block 1 of its table follows them.
func compiled(ops ...op) []op {
	head := []op{{code: opGlobalGet}, {code: opLocalSet, arg: 1},
		{code: opBlock, arg: 0x40, to: []int{1}}, {code: opLoop, arg: 0x40, to: []int{2}},
		{code: opBlock, arg: 0x40, to: []int{3}}, {code: opBlock, arg: 0x40, to: []int{4}},
		{code: opLocalGet}, {code: opBrTable, to: []int{4, 3}}, {code: opEnd, to: []int{4}}}
	tail := []op{{code: opEnd, to: []int{3}}, {code: opUnreachable}, {code: opEnd, to: []int{2}},
		{code: opEnd, to: []int{1}}, {code: opI32Const, arg: 1}, {code: opEnd, to: []int{0}}}
	return slices.Concat(head, ops, tail)
}

func get(local int64) op    { return op{code: opLocalGet, arg: local} }
func number32(v int64) op   { return op{code: opI32Const, arg: v} }
func number64(v int64) op   { return op{code: opI64Const, arg: v} }
func calls(f int64) op      { return op{code: opCall, arg: f} }
func just(code byte) op     { return op{code: code} }
func branchTo(block int) op { return op{code: opBr, to: []int{block}} }

// counting puts a counter onto the stack as Go does.
func counting(function, block int64) []op {
	ops := slices.Clone(pushing)
	ops[counterAt].arg = (function+firstFunction)<<counterBits | block
	ops[len(ops)-1].flag = 3
	return ops
}

func TestShorten(t *testing.T) {
	load := op{code: opI64Load, flag: 3, arg: 8}
	after := []op{{code: opGlobalGet}, {code: opLocalSet, arg: 1}, {code: opBrIf, to: []int{1}}}
	one := func(first, last int64) int64 { return first*blocks + last - shortOrigin }
	for name, c := range map[string]struct{ before, want []op }{
		"a set and a get": {
			[]op{{code: opLocalSet, arg: 2}, get(2), get(3), just(opNop)},
			[]op{{code: opLocalTee, arg: 2}, get(3)}},
		"an address in the frame": {
			[]op{get(1), just(opExtendU), number64(24), just(opI64Add), just(opWrap), get(2), load,
				{code: opI64Store, flag: 3}},
			[]op{get(1), get(2), load, {code: opI64Store, flag: 3, arg: 24}}},
		"an address that is copied": {
			[]op{get(1), just(opExtendU), number64(24), just(opI64Add), just(opWrap), number32(9),
				just(opI32Add)},
			[]op{get(1), number32(24), just(opI32Add), number32(9), just(opI32Add)}},
		"a call": {
			slices.Concat(counting(5, 1), []op{number32(0), calls(77)}, after),
			slices.Concat([]op{number32(one(5, 1)), calls(101), calls(77)}, after)},
		"a call from a late block": {
			slices.Concat(counting(5, 300), []op{number32(0), calls(77)}, after),
			slices.Concat([]op{number32((5+firstFunction)<<counterBits | 300), calls(100),
				calls(77)}, after)},
		"a call by address": {
			slices.Concat([]op{get(2)}, counting(5, 1), []op{number64(16), just(opShiftRight),
				just(opWrap), {code: opLocalSet}, number32(0), get(0),
				just(opCallIndirect)}, after),
			slices.Concat([]op{get(2), number64(16), just(opShiftRight), just(opWrap),
				{code: opLocalSet}, number32(one(5, 1)), calls(101), get(0), just(opCallIndirect)},
				after)},
		"a call that does not return": {
			slices.Concat(counting(5, 1), []op{number32(0), calls(66)}, after),
			[]op{number32(one(5, 1)), calls(102), just(opReturn)}},
		"room on the stack": {
			slices.Concat([]op{get(1), {code: opGlobalGet, arg: 2}, just(opWrap),
				{code: opI32Load, flag: 2, arg: 16}, number32(400), just(opI32Add), just(opI32LeU),
				{code: opIf, arg: 0x40, to: []int{5}}}, counting(5, 0), []op{number32(0),
				calls(77)}, after, []op{{code: opEnd, to: []int{5}}}),
			slices.Concat([]op{number32(one(5, 0)), number32(400), calls(102)}, after)},
		"a jump forward": {
			[]op{get(2), just(opI64Eqz), just(opI32Eqz), {code: opIf, arg: 0x40, to: []int{5}},
				number32(1), {code: opLocalSet}, branchTo(2), {code: opEnd, to: []int{5}}, get(3)},
			[]op{get(2), just(opI64Eqz), just(opI32Eqz), {code: opBrIf, to: []int{3}}, get(3)}},
		"a jump back": {
			[]op{get(2), get(3), just(0x53), just(opI32Eqz), {code: opIf, arg: 0x40, to: []int{5}},
				number32(0), {code: opLocalSet}, branchTo(2), {code: opEnd, to: []int{5}}},
			[]op{get(2), get(3), just(0x59), number32(0), {code: opLocalSet},
				{code: opBrIf, to: []int{2}}}},
		"the stack pointer moves": {
			[]op{get(1), number32(32), just(opI32Add), {code: opLocalTee, arg: 1},
				{code: opGlobalSet}, get(1), number32(8), just(opI32Add),
				{code: opLocalTee, arg: 1}, {code: opGlobalSet}, number32(0), just(opReturn)},
			[]op{get(1), number32(40), just(opI32Add), {code: opGlobalSet}, number32(0),
				just(opReturn)}},
	} {
		h := newHelpers(100, func(f int64) bool { return f == 66 })
		got := encode(nil, h.shorten(compiled(c.before...), true))
		// What remains around it loses a loop to which nothing goes back.
		want := encode(nil, untargeted(compiled(c.want...)))
		if !bytes.Equal(got, want) {
			t.Errorf("%s:\n%x, want\n%x", name, got, want)
		}
	}
}

// Operations stay as they are where something is not as Go writes it.
func TestShortenNothing(t *testing.T) {
	for name, ops := range map[string][]op{
		"local 0 is read elsewhere": {number32(1), {code: opLocalSet}, branchTo(2), get(0)},
		"an offset below the stack pointer": {get(1), just(opExtendU), number64(-8),
			just(opI64Add)},
		"another distance": {get(1), number32(16), just(opI32Sub)},
		"a loop that never ends": {{code: opLoop, arg: 0x40, to: []int{5}}, calls(9),
			{code: opGlobalGet}, {code: opLocalSet, arg: 1}, just(0x1a), branchTo(5),
			{code: opEnd, to: []int{5}}, just(0x1a)},
		"the stack pointer is returned": {get(1), number32(8), just(opI32Add),
			{code: opLocalTee, arg: 1}, {code: opGlobalSet}, get(1), just(opReturn)},
		"an address after a move": {get(1), number32(8), just(opI32Add),
			{code: opLocalTee, arg: 1}, {code: opGlobalSet}, get(1), number32(16), just(opI32Add),
			just(0x1a)},
	} {
		got := encode(nil, newHelpers(100, nil).shorten(compiled(ops...), true))
		if want := encode(nil, untargeted(compiled(ops...))); !bytes.Equal(got, want) {
			t.Errorf("%s: %x, want %x", name, got, want)
		}
	}
	if tracksStack([]op{number32(1), {code: opLocalSet, arg: 1}}) ||
		tracksStack([]op{calls(1), get(1)}) || tracksStack([]op{{code: opLocalTee, arg: 1}}) {
		t.Error("local 1 is not the stack pointer there")
	}
}

// A function goes on after calls that return. Other blocks leave its table.
func TestPrune(t *testing.T) {
	ops := compiled(number32(one), calls(101), calls(7))
	h := newHelpers(100, nil)
	if at := h.goesOn(ops); len(at) != 2 || !at[0] || !at[one+shortOrigin] {
		t.Errorf("it goes on at %v", at)
	}
	// One that was not shortened, as an operation before it became another, counts too.
	odd := append([]op{{code: opLocalSet, arg: 1}}, counting(5, 1)...)
	if at := h.goesOn(h.shorten(compiled(odd...), true)); !at[1] {
		t.Errorf("it goes on at %v, not at block 1", at)
	}
	pruned := prune(compiled(get(2)), map[int64]bool{0: true})
	if table := pruned[7].to; !slices.Equal(table, []int{4}) {
		t.Errorf("the table is %v", table)
	}
}

const one = 1 - shortOrigin

func FuzzOps(f *testing.F) {
	for _, ops := range [][]op{compiled(get(2)), compiled(counting(5, 1)...)} {
		f.Add(encode(nil, ops))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		ops := decode(body)
		if len(ops) == 0 {
			return
		}
		again := encode(nil, ops)
		if len(again) > len(body) || !bytes.Equal(encode(nil, decode(again)), again) {
			t.Fatalf("%x is %x", body, again)
		}
		if !tracksStack(ops) {
			return
		}
		h := newHelpers(100, func(f int64) bool { return f%2 == 0 })
		short := encode(nil, h.shorten(ops, false))
		if len(short) > len(again)+8 || decode(short) == nil {
			t.Fatalf("%x becomes %x", body, short)
		}
	})
}

// The code of a module, and the types of its functions, may be anything.
func FuzzSections(f *testing.F) {
	call := append(counting(0, 1), number32(0), calls(0), just(opGlobalGet),
		op{code: opLocalSet, arg: 1}, op{code: opBrIf, to: []int{1}})
	body := encode([]byte{1, 1, i32}, compiled(call...))
	f.Add(slices.Concat([]byte{1}, goType), []byte{1, 0},
		slices.Concat([]byte{1}, number(len(body)), body))
	f.Fuzz(func(t *testing.T, types, kinds, bodies []byte) {
		s := sections{typing: types, functions: kinds, code: bodies}
		used, err := s.shorten([]known{{name: "main.main"}})
		if err == nil && used != nil && len(s[code]) == 0 {
			t.Error("there is no code")
		}
	})
}
