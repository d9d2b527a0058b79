package module

import "slices"

// Go compiles a function to a loop around blocks. To jump, it puts the number of a block into
// local 0, and goes to the head of the loop, where a table leads to the end of the block before.

// jump lets jumps forward go to the end of that block at once.
func jump(ops []op) []op {
	table := dispatch(ops)
	if table == nil {
		return ops
	}
	open := map[int]bool{}
	for i, o := range ops {
		switch o.code {
		case opBlock, opLoop, opIf:
			open[o.to[0]] = true
		case opEnd:
			delete(open, o.to[0])
		case opLocalSet:
			if i == 0 || !jumps(ops[i-1:]) {
				continue
			}
			to := table[min(uint64(ops[i-1].arg), uint64(len(table)-1))]
			if open[to] {
				ops[i-1].code, ops[i].code = opDeleted, opDeleted
				ops[i+1].to = []int{to}
			}
		}
	}
	return branch(kept(ops))
}

// prune leaves out of the table the blocks at which a function does not go on.
func prune(ops []op, goesOn map[int64]bool) []op {
	table := dispatch(ops)
	for k := 1; k < len(table); k++ {
		if !goesOn[int64(k)] {
			table[k] = table[k-1]
		}
	}
	for i, o := range ops {
		if o.code == opBrTable && table != nil && &o.to[0] == &table[0] {
			for len(table) > 1 && table[len(table)-1] == table[len(table)-2] {
				table = table[:len(table)-1]
			}
			ops[i].to = table
			break
		}
	}
	return ops
}

// jumps tells whether operations begin with a jump.
func jumps(ops []op) bool {
	return len(ops) >= 3 && ops[0].code == opI32Const && ops[1].is(opLocalSet, 0) &&
		ops[2].code == opBr
}

// dispatch returns the blocks to which the table of a function leads. It is nil if there is none,
// or if local 0 serves for more than jumps, and for the address of a function that is called next.
func dispatch(ops []op) (table []int) {
	loop := -1
	for i, o := range ops {
		switch {
		case o.arg != 0 || o.code < opLocalGet || o.code > opLocalTee:
		case o.code == opLocalGet && i+1 < len(ops) && ops[i+1].code == opBrTable && table == nil:
			table, loop = ops[i+1].to, around(ops[:i])
		case o.code == opLocalGet && i+1 < len(ops) && ops[i+1].code == opCallIndirect,
			o.code == opLocalSet && i > 0 && ops[i-1].code == opWrap:
		case o.code == opLocalSet && i > 0 && jumps(ops[i-1:]) && loop == ops[i+1].to[0]:
		default:
			return nil
		}
	}
	return table
}

// around returns the loop that begins before the blocks at the end of the operations, or -1.
func around(ops []op) int {
	for _, o := range slices.Backward(ops) {
		if o.code == opLoop {
			return o.to[0]
		}
		if o.code != opBlock {
			break
		}
	}
	return -1
}

// branch turns a condition around a branch into a branch with a condition.
func branch(ops []op) []op {
	for i, o := range ops {
		if o.code != opIf {
			continue
		}
		to := i + 1
		if jumps(ops[to:]) {
			to += 2
		}
		if to+1 < len(ops) && ops[to].code == opBr && ops[to+1].code == opEnd {
			ops[i].code, ops[to].code, ops[to+1].code = opDeleted, opBrIf, opDeleted
		}
	}
	return kept(ops)
}

// inverse are the comparisons of whole numbers that are true where others are false.
var inverse = func() (to [256]byte) {
	for _, pair := range [][2]byte{{0x46, 0x47}, {0x48, 0x4e}, {0x49, 0x4f}, {0x4a, 0x4c},
		{0x4b, 0x4d}, {0x51, 0x52}, {0x53, 0x59}, {0x54, 0x5a}, {0x55, 0x57}, {0x56, 0x58}} {
		to[pair[0]], to[pair[1]] = pair[1], pair[0]
	}
	return to
}()

// adding moves the stack pointer up by one number and then by another, but for the last two
// operations, which set it again.
var adding = []op{{code: opI32Const}, {code: opI32Add}, {code: opLocalTee, arg: 1},
	{code: opGlobalSet}, {code: opLocalGet, arg: 1}, {code: opI32Const}, {code: opI32Add}}

// simplify shortens operations that follow each other.
func simplify(ops []op) []op {
	out := make([]op, 0, len(ops))
	loops := map[int]bool{}
	for _, o := range ops {
		if o.code == opLoop {
			loops[o.to[0]] = true
		}
		out = follow(out, o)
		if n := len(out); n > 1 && leadsOn(out[n-2], out[n-1], loops) {
			out = append(out[:n-2], out[n-1])
		}
	}
	return untargeted(out)
}

// leadsOn tells whether a branch goes to the end of a block, which comes next. At the end of a loop
// it would go back.
func leadsOn(branch, end op, loops map[int]bool) bool {
	return branch.code == opBr && end.code == opEnd && branch.to[0] == end.to[0] &&
		!loops[end.to[0]]
}

// follow puts an operation behind others, and shortens what is there then.
func follow(out []op, o op) []op {
	last := len(out) - 1
	switch {
	case o.code == opNop:
		return out
	case last < 0:
		return append(out, o)
	}
	switch p := out[last]; {
	case p.code == opLocalSet && o.is(opLocalGet, p.arg):
		out[last].code = opLocalTee
	case p.code == opExtendU && o.code == opWrap:
		out = out[:last]
	case p.code == opExtendU && o.code == opI64Eqz:
		out[last].code = opI32Eqz
	case p.code == opI32Eqz && o.code == opBrIf && last > 0 && out[last-1].code == opI32Eqz:
		out = append(out[:last-1], o)
	case o.code == opI32Eqz && inverse[p.code] != 0:
		out[last].code = inverse[p.code]
	case o.code == opReturn && p.code == opI32Const && last > 1 &&
		out[last-1].is(opGlobalSet, 0) && out[last-2].is(opLocalTee, 1):
		out = append(out[:last-2], out[last-1], p, o)
	case o.is(opLocalTee, 1) && movesTwice(out):
		at := len(out) - len(adding)
		out[at].arg += out[last-1].arg
		out = append(out[:at+2], o)
	default:
		out = append(out, o)
	}
	return out
}

func movesTwice(ops []op) bool {
	at := len(ops) - len(adding)
	if at < 0 {
		return false
	}
	ops = ops[at:]
	for i, p := range adding {
		if ops[i].code != p.code || p.code != opI32Const && ops[i].arg != p.arg {
			return false
		}
	}
	return true
}

// untargeted leaves out the blocks to which no branch goes.
func untargeted(ops []op) []op {
	targets := map[int]bool{0: true}
	for _, o := range ops {
		switch o.code {
		case opBr, opBrIf, opBrTable:
			for _, to := range o.to {
				targets[to] = true
			}
		case opIf:
			targets[o.to[0]] = true // the end of a condition stays
		}
	}
	for i, o := range ops {
		if (o.code == opBlock || o.code == opLoop || o.code == opEnd) && !targets[o.to[0]] {
			ops[i].code = opDeleted
		}
	}
	return kept(ops)
}
