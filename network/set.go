package network

// Units hold lists that others may hold too, where they are copied by assignment: *u = *v leaves
// two that change each other. So Units know where they belong, as a strings.Builder does. Set and
// Clone copy them.

// Copied reports whether u came about by an assignment, *u = *v, and so has the lists of other
// units. The engine refuses such units, and to change them is a panic.
func (u *Units) Copied() bool { return u.home != nil && u.home != u }

// Set makes u the same units as v, in storage of its own: what a Rewirer does that builds anew.
func (u *Units) Set(v *Units) { u.become(v.Clone(true)) }

// become makes u the units of v, whose storage nobody else has.
func (u *Units) become(v *Units) {
	*u = *v
	u.home = u
}

// mustBeOwn panics before the lists of other units change.
func (u *Units) mustBeOwn() {
	if u.Copied() {
		panic("network: Units were copied by assignment, and share lists: use Set or Clone")
	}
}
