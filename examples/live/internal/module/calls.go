package module

// To call another function, a function of Go puts the counter at which it will go on onto the stack
// of its goroutine, and calls the other with the number 0: it begins at its block 0. A call that
// returns 1 is not over, as another goroutine is to run first. Then the function returns 1 as well.
// Later Go's loop calls it again, with the number of the block from the counter.

// pushing puts a counter onto the stack.
var pushing = []op{{code: opLocalGet, arg: 1}, {code: opI32Const, arg: 8}, {code: opI32Sub},
	{code: opLocalTee, arg: 1}, {code: opGlobalSet}, {code: opLocalGet, arg: 1},
	{code: opI64Const}, {code: opI64Store}}

const counterAt = 6 // in pushing

// After that it calls a function by its number, or by its address, which is on the stack.
var (
	byNumber  = []op{{code: opI32Const}, {code: opCall}}
	byAddress = []op{{code: opI64Const, arg: 16}, {code: opShiftRight}, {code: opWrap},
		{code: opLocalSet}, {code: opI32Const}, {code: opLocalGet}, {code: opCallIndirect}}
)

// called is a call by number after shortCalls: a helper puts the counter onto the stack.
var called = []op{{code: opI32Const}, {code: opCall}, {code: opCall}, {code: opGlobalGet},
	{code: opLocalSet, arg: 1}, {code: opBrIf}}

// First a function compares the stack pointer with the limit of its goroutine's stack. If the stack
// is full, it calls a function that makes it larger.
var (
	limit = []op{{code: opGlobalGet, arg: 2}, {code: opWrap}, {code: opI32Load, arg: 16}}
	frame = []op{{code: opI32Const}, {code: opI32Add}} // a function with a large frame adds it
	full  = []op{{code: opI32LeU}, {code: opIf, arg: 0x40}}
)

// helpers are functions that a module gets. They do what many functions of Go did.
type helpers struct {
	first  int64 // the number of the first one
	all    []helper
	enters map[int64]int64  // helpers that see whether there is room, by what makes more
	finals map[int64]int64  // helpers that call a function which never returns
	final  func(int64) bool // whether a function never returns
}

// helper is a function of one or more arguments.
type helper struct {
	arguments int
	body      []byte
}

func newHelpers(first int, final func(int64) bool) *helpers {
	h := &helpers{first: int64(first), enters: map[int64]int64{}, finals: map[int64]int64{},
		final: final}
	h.add(1, pushes(of(opLocalGet, 0))...)
	// Of the sum of a short counter and its origin, the last 8 bits stay, and the rest moves up.
	h.add(1, pushes(of(opLocalGet, 0), of(opI32Const, shortOrigin+firstFunction*blocks),
		of(opI32Add, 0), of(opLocalTee, 0), of(opLocalGet, 0), of(opI32Const, -blocks),
		of(opI32And, 0), of(opI32Const, 1<<counterBits/blocks-1), of(opI32Mul, 0),
		of(opI32Add, 0))...)
	return h
}

// pushes is a function that puts a counter onto the stack. It gives 0, at which a function begins.
func pushes(counter ...op) []op {
	ops := []op{of(opGlobalGet, 0), of(opI32Const, 8), of(opI32Sub, 0), of(opGlobalSet, 0),
		of(opGlobalGet, 0)}
	return append(append(ops, counter...), of(opExtendU, 0), op{code: opI64Store, flag: 3},
		of(opI32Const, 0))
}

func (h *helpers) add(arguments int, ops ...op) int64 {
	body := encode([]byte{0}, append(ops, of(opEnd, 0)))
	h.all = append(h.all, helper{arguments, body})
	return h.first + int64(len(h.all)) - 1
}

// wide and short are the helpers that put a counter onto the stack, in one of its two forms.
func (h *helpers) wide() int64  { return h.first }
func (h *helpers) short() int64 { return h.first + 1 }

// A counter of the first 256 blocks of a function is short: the last 8 bits are the block, and the
// rest is the number of the function. It takes three bytes as it lies around 0.
const (
	blocks      = 1 << 8
	counterBits = 16
	shortOrigin = 1 << 20
)

func shortened(counter int64) (s int64, ok bool) {
	function, block := counter>>counterBits-firstFunction, counter&(1<<counterBits-1)
	s = function*blocks + block - shortOrigin
	return s, function >= 0 && block < blocks && s < shortOrigin
}

// shortCalls lets helpers put counters onto the stack.
func (h *helpers) shortCalls(ops []op) []op {
	for i := range ops {
		if !matches(ops[i:], pushing, counterAt) {
			continue
		}
		counter, push := ops[i+counterAt].arg, h.wide()
		if s, ok := shortened(counter); ok {
			counter, push = s, h.short()
		} else if counter < 0 || counter >= 1<<31 {
			continue
		}
		call := ops[i+len(pushing):]
		zero := 0 // where the 0 is with which the other function begins
		if matches(call, byAddress, -1) {
			zero = len(byAddress) - 3
		} else if !matches(call, byNumber, 1) {
			continue
		}
		remove(ops[i : i+len(pushing)])
		copy(ops[i:], call[:zero])
		remove(call[:zero+1])
		ops[i+zero], ops[i+zero+1] = of(opI32Const, counter), of(opCall, push)
	}
	return kept(ops)
}

// enter lets a helper see whether there is room on the stack.
func (h *helpers) enter(ops []op) []op {
	for i, o := range ops {
		if !o.is(opLocalGet, 1) || !matches(ops[i+1:], limit, -1) {
			continue
		}
		at, large := i+1+len(limit), int64(0)
		if matches(ops[at:], frame, 0) {
			large = ops[at].arg
			at += len(frame)
		}
		if !matches(ops[at:], full, -1) {
			continue
		}
		call := ops[at+len(full):]
		if len(call) <= len(called) || !h.isCall(call) || call[len(called)].code != opEnd ||
			call[0].arg%blocks != 0 { // it would not go on at block 0, which prune keeps
			continue
		}
		ops[i], ops[i+1] = call[0], of(opI32Const, large)
		ops[i+2] = of(opCall, h.entered(call[2].arg))
		remove(ops[i+3 : at+len(full)+3])
		remove(call[len(called):][:1])
	}
	return kept(ops)
}

// isCall tells whether operations begin with a call by number, with a short counter.
func (h *helpers) isCall(ops []op) bool {
	if len(ops) < len(called) || ops[1].arg != h.short() {
		return false
	}
	for i, p := range called {
		if ops[i].code != p.code || i > 2 && ops[i].arg != p.arg {
			return false
		}
	}
	return true
}

func (h *helpers) entered(grow int64) int64 {
	if _, ok := h.enters[grow]; !ok {
		room := []int{1}
		h.enters[grow] = h.add(2, of(opGlobalGet, 0), of(opGlobalGet, 2), of(opWrap, 0),
			op{code: opI32Load, flag: 2, arg: 16}, of(opLocalGet, 1), of(opI32Add, 0),
			of(opI32LeU, 0), op{code: opIf, arg: 0x40, to: room}, of(opLocalGet, 0),
			of(opCall, h.short()), of(opCall, grow), of(opReturn, 0),
			op{code: opEnd, to: room}, of(opI32Const, 0))
	}
	return h.enters[grow]
}

// finalCalls lets a helper call what never returns, as what is called for an index out of range.
func (h *helpers) finalCalls(ops []op) []op {
	one := givesOne(ops)
	for i := range ops {
		if c := ops[i:]; h.isCall(c) && c[5].to[0] == one && h.final(c[2].arg) {
			c[1].arg = h.finalHelper(c[2].arg)
			c[2] = of(opReturn, 0)
			remove(c[3:6])
		}
	}
	return kept(ops)
}

// goesOn returns the blocks at which a function begins or goes on: those of the counters that it
// puts onto the stack before a call that returns, and those to which it jumps by its table. A
// constant that could be a counter is taken for one.
func (h *helpers) goesOn(ops []op) map[int64]bool {
	at := map[int64]bool{0: true}
	for i, o := range ops[:len(ops)-1] {
		switch next := ops[i+1]; {
		case o.code == opI32Const && next.is(opCall, h.short()):
			at[(o.arg+shortOrigin)%blocks] = true
		case o.code == opI32Const && next.is(opCall, h.wide()):
			at[o.arg%(1<<counterBits)] = true
		case o.code == opI32Const && next.is(opLocalSet, 0):
			at[o.arg] = true
		case o.code == opI64Const && o.arg>>counterBits >= firstFunction:
			at[o.arg%(1<<counterBits)] = true
		}
	}
	return at
}

// givesOne returns the block after which a function only gives 1, or -1.
func givesOne(ops []op) int {
	n := len(ops)
	if n >= 3 && ops[n-3].code == opEnd && ops[n-2].is(opI32Const, 1) {
		return ops[n-3].to[0]
	}
	return -1
}

func (h *helpers) finalHelper(f int64) int64 {
	if _, ok := h.finals[f]; !ok {
		h.finals[f] = h.add(1, of(opLocalGet, 0), of(opCall, h.short()), of(opCall, f))
	}
	return h.finals[f]
}
