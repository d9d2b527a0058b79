package module

import "slices"

// The operations that have a name here. The rest are known by their numbers.
const (
	opUnreachable, opNop, opBlock, opLoop, opIf, opElse, opEnd = 0, 1, 2, 3, 4, 5, 0x0b

	opBr, opBrIf, opBrTable, opReturn, opCall, opCallIndirect = 0x0c, 0x0d, 0x0e, 0x0f, 0x10, 0x11

	opLocalGet, opLocalSet, opLocalTee, opGlobalGet, opGlobalSet = 0x20, 0x21, 0x22, 0x23, 0x24

	opI64Load, opI32Load, opI64Store, opLastStore = 0x29, 0x28, 0x37, 0x3e

	opI32Const, opI64Const, opF32Const, opF64Const = 0x41, 0x42, 0x43, 0x44

	opI32Eqz, opI32LeU, opI64Eqz = 0x45, 0x4d, 0x50

	opI32Add, opI32Sub, opI32Mul, opI32And, opI64Add = 0x6a, 0x6b, 0x6c, 0x71, 0x7c

	opShiftRight, opWrap, opExtendU = 0x88, 0xa7, 0xad

	opMore    = 0xfc // the operation has a second number
	opDeleted = 0xff // of what a step leaves out
)

// op is an operation of a function's code.
type op struct {
	code byte
	flag byte   // alignment of a load or store; the second number of opMore
	arg  int64  // constant, index, offset of a load or store, type of a block
	to   []int  // blocks to which a branch goes; or the block that begins or ends here
	rest []byte // a constant that is no whole number
}

func of(code byte, arg int64) op { return op{code: code, arg: arg} }

func (o op) is(code byte, arg int64) bool { return o.code == code && o.arg == arg }

// decode returns the operations of a function after its local variables. Blocks have numbers in the
// order in which they begin; the function itself is block 0. It returns nil if there is an
// operation that Go does not use.
func decode(body []byte) []op {
	r := reader{rest: body}
	var ops []op
	open, blocks := []int{0}, 1
	for len(r.rest) > 0 && len(open) > 0 && !r.bad {
		o := op{code: r.bytes(1)[0]}
		switch o.code {
		case opBlock, opLoop, opIf:
			o.arg, o.to = int64(r.bytes(1)[0]), []int{blocks}
			open = append(open, blocks)
			blocks++
		case opElse:
			return nil
		case opEnd:
			o.to = []int{open[len(open)-1]}
			open = open[:len(open)-1]
		default:
			if !r.operands(&o, open) {
				return nil
			}
		}
		ops = append(ops, o)
	}
	if r.bad || len(r.rest) > 0 || len(open) > 0 {
		return nil
	}
	return ops
}

// operands reads what follows an operation. It tells whether Go uses the operation.
func (r *reader) operands(o *op, open []int) bool {
	switch c := o.code; {
	case c <= opNop || c == opReturn || c == 0x1a || c == 0x1b || c >= opI32Eqz && c <= 0xc4:
	case c == opBr || c == opBrIf:
		o.to = r.branches(1, open)
	case c == opBrTable:
		o.to = r.branches(r.number()+1, open)
	case c == opCall || c >= opLocalGet && c <= opGlobalSet:
		o.arg = int64(r.number())
	case c == opCallIndirect:
		o.arg = int64(r.number())
		return r.bytes(1)[0] == 0
	case c >= opI32Load && c <= opLastStore:
		o.flag, o.arg = r.bytes(1)[0], int64(r.number())
	case c == 0x3f || c == 0x40:
		return r.bytes(1)[0] == 0
	case c == opI32Const || c == opI64Const:
		o.arg = r.signed()
	case c == opF32Const:
		o.rest = r.bytes(4)
	case c == opF64Const:
		o.rest = r.bytes(8)
	case c == opMore:
		o.flag = r.bytes(1)[0]
		o.rest = r.bytes(zeros[o.flag&15])
		return o.flag <= 7 || o.flag == 10 || o.flag == 11
	default:
		return false
	}
	return !r.bad
}

// zeros are how many zeros follow the operations that copy and fill memory.
var zeros = [16]int{10: 2, 11: 1}

func (r *reader) branches(n int, open []int) []int {
	if n > len(r.rest) {
		r.bad = true
		return nil
	}
	to := make([]int, n)
	for i := range to {
		depth := r.number()
		if depth >= len(open) {
			r.bad = true
			return nil
		}
		to[i] = open[len(open)-1-depth]
	}
	return to
}

func (r *reader) signed() int64 {
	var v int64
	for shift := uint(0); shift < 70; shift += 7 {
		b := r.bytes(1)[0]
		v |= int64(b&0x7f) << shift
		if b&0x80 == 0 {
			if b&0x40 != 0 && shift < 57 {
				v |= -1 << (shift + 7)
			}
			return v
		}
	}
	r.bad = true
	return 0
}

// encode appends the code of operations.
func encode(out []byte, ops []op) []byte {
	open := []int{0}
	for _, o := range ops {
		if o.code == opDeleted {
			continue
		}
		out = append(out, o.code)
		switch c := o.code; {
		case c == opBlock || c == opLoop || c == opIf:
			out = append(out, byte(o.arg))
			open = append(open, o.to[0])
		case c == opEnd:
			open = open[:len(open)-1]
		case c == opBr || c == opBrIf:
			out = append(out, depth(open, o.to[0])...)
		case c == opBrTable:
			out = append(out, number(len(o.to)-1)...)
			for _, to := range o.to {
				out = append(out, depth(open, to)...)
			}
		case c == opCall || c >= opLocalGet && c <= opGlobalSet:
			out = append(out, number(int(o.arg))...)
		case c == opCallIndirect:
			out = append(append(out, number(int(o.arg))...), 0)
		case c >= opI32Load && c <= opLastStore:
			out = append(append(out, o.flag), number(int(o.arg))...)
		case c == 0x3f || c == 0x40:
			out = append(out, 0)
		case c == opI32Const || c == opI64Const:
			out = appendSigned(out, o.arg)
		case c == opMore:
			out = append(append(out, o.flag), o.rest...)
		default:
			out = append(out, o.rest...)
		}
	}
	return out
}

func depth(open []int, block int) []byte {
	return number(len(open) - 1 - slices.Index(open, block))
}

func appendSigned(out []byte, v int64) []byte {
	for ; v < -64 || v > 63; v >>= 7 {
		out = append(out, byte(v)|0x80)
	}
	return append(out, byte(v)&0x7f)
}

// effect returns how many values an operation takes from the stack and puts there. It is false for
// operations that end a straight piece of code.
func effect(o op) (takes, puts int, ok bool) {
	switch c := o.code; {
	case c == opNop || c == opDeleted:
		return 0, 0, true
	case c == opLocalGet || c == opGlobalGet || c >= opI32Const && c <= opF64Const:
		return 0, 1, true
	case c == opLocalSet || c == opGlobalSet || c == 0x1a:
		return 1, 0, true
	case c == opLocalTee, c >= opI32Load && c < 0x36:
		return 1, 1, true
	case c >= 0x36 && c <= opLastStore:
		return 2, 0, true
	case c == 0x1b:
		return 3, 1, true
	case c >= opI32Eqz && c <= 0xc4:
		if unary[c] {
			return 1, 1, true
		}
		return 2, 1, true
	case c == opMore && o.flag <= 7:
		return 1, 1, true
	}
	return 0, 0, false
}

// unary are the arithmetic operations of one number.
var unary = func() (u [256]bool) {
	for _, r := range [][2]int{{opI32Eqz, opI32Eqz}, {opI64Eqz, opI64Eqz}, {0x67, 0x69},
		{0x79, 0x7b}, {0x8b, 0x91}, {0x99, 0x9f}, {opWrap, 0xc4}} {
		for c := r[0]; c <= r[1]; c++ {
			u[c] = true
		}
	}
	return u
}()

// kept returns the operations without the deleted ones.
func kept(ops []op) []op {
	return slices.DeleteFunc(ops, func(o op) bool { return o.code == opDeleted })
}

// bodies returns the functions of a section of code: each with its local variables.
func bodies(section []byte) (all [][]byte, err error) {
	r := reader{rest: section}
	for range r.count() {
		all = append(all, r.bytes(r.number()))
	}
	if r.bad || len(r.rest) > 0 {
		return nil, errModule
	}
	return all, nil
}

// locals returns how many bytes of a function are its local variables, and the type of the first.
func locals(body []byte) (size int, first byte) {
	r := reader{rest: body}
	for i := range r.count() {
		r.number()
		kind := r.bytes(1)[0]
		if i == 0 {
			first = kind
		}
	}
	if r.bad {
		return 0, 0
	}
	return len(body) - len(r.rest), first
}
