package module

// In a function of Go local 1 is the stack pointer, and so is global 0. Frames lie above it.

// tracksStack tells whether local 1 equals global 0 wherever a call begins: both are set one after
// the other, and local 1 is set anew after each call.
func tracksStack(ops []op) bool {
	at := func(i int) op {
		if i < 0 || i >= len(ops) {
			return of(opEnd, 0)
		}
		return ops[i]
	}
	for i, o := range ops {
		last, next := at(i-1), at(i+1)
		switch {
		case o.is(opLocalSet, 1) && !last.is(opGlobalGet, 0),
			o.is(opLocalTee, 1) && !next.is(opGlobalSet, 0),
			o.is(opGlobalSet, 0) && !last.is(opLocalTee, 1):
			return false
		case o.code == opCall || o.code == opCallIndirect:
			ends := next.code == opReturn || next.code == opUnreachable || next.code == opEnd
			if !ends && !next.is(opGlobalGet, 0) {
				return false
			}
		}
	}
	return true
}

// inFrame is an address in the frame of a function.
var inFrame = []op{{code: opLocalGet, arg: 1}, {code: opExtendU}, {code: opI64Const},
	{code: opI64Add}, {code: opWrap}}

const maxOffset = 1 << 20

// address lets loads and stores in the frame add the offset themselves.
func address(ops []op) []op {
	for i := range ops {
		if !matches(ops[i:], inFrame, 2) {
			continue
		}
		offset := ops[i+2].arg
		if offset < 0 || offset > maxOffset {
			continue
		}
		remove(ops[i+1 : i+len(inFrame)])
		if k := consumer(ops[i+len(inFrame):]); k >= 0 {
			ops[i+len(inFrame)+k].arg += offset
		} else {
			ops[i+1], ops[i+2] = of(opI32Const, offset), of(opI32Add, 0)
		}
	}
	return kept(ops)
}

// consumer returns the load or store that takes as its address what is on the stack, or -1.
func consumer(ops []op) int {
	above := 0
	for i, o := range ops {
		takes, puts, ok := effect(o)
		if !ok {
			return -1
		}
		if takes > above {
			if takes == above+1 && o.code >= opI32Load && o.code <= opLastStore {
				return i
			}
			return -1
		}
		above += puts - takes
	}
	return -1
}

// matches tells whether operations begin with a pattern. Of one of them the argument may be any.
func matches(ops, pattern []op, anyAt int) bool {
	if len(ops) < len(pattern) {
		return false
	}
	for i, p := range pattern {
		if ops[i].code != p.code || i != anyAt && ops[i].arg != p.arg {
			return false
		}
	}
	return true
}

func remove(ops []op) {
	for i := range ops {
		ops[i] = of(opDeleted, 0)
	}
}
