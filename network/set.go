package network

// Copying Units by assignment, *u = *v, makes two values that share lists: a change of one changes
// the other. So Units store their own address, as a strings.Builder does, and detect such a copy.
// Set and Clone copy Units safely.

// Copied reports whether u is a copy made by an assignment, *u = *v, and so shares the lists of v.
// The engine refuses such units, and their methods that change them panic.
func (u *Units) Copied() bool { return u.home != nil && u.home != u }

// Set makes u a copy of v that shares no storage with v. A Rewirer calls it to replace all units.
func (u *Units) Set(v *Units) { u.become(v.Clone(true)) }

// become moves v into u. Nobody else may use the storage of v.
func (u *Units) become(v *Units) {
	*u = *v
	u.home = u
}

// mustBeOwn panics if u shares the lists of other units.
func (u *Units) mustBeOwn() {
	if u.Copied() {
		panic("network: Units were copied by assignment, and share lists: use Set or Clone")
	}
}
