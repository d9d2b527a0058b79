package practice

import "fmt"

// MostTrait is the largest value of a trait. The smallest is 0.
const MostTrait = 15

// Trait is a trait of people: what they have of their culture.
type Trait int

// How much a person thinks of himself rather than of the others, sees others as rivals, and looks
// at the gain of now.
const (
	Individualism Trait = iota
	Competition
	ShortTermism
	AllTraits // their number
)

// Traits are those of a person: the first word of his self (agents.Person.Self, sim.Model.Self). It
// holds, in four bits each, the present value of each trait and the value with which he came. Who
// has no self has no traits. Rules that read traits take the first word for them, whatever it is.
// So where Withhold, Narrow or Attendance.ShortTerm has a slope, a self must begin with traits
// (culture.Selves of package sim/culture), and must not be Interests alone.
type Traits []uint64

// TraitsOf returns the traits in a self, empty if it is.
func TraitsOf(self []uint64) Traits { return Traits(self[:min(1, len(self))]) }

// At returns the present value of a trait, 0 to MostTrait.
func (t Traits) At(of Trait) int { return traitIn(t[0], of) }

// traitIn is At for the first word of a self.
func traitIn(word uint64, of Trait) int { return int(word >> (4 * of) & MostTrait) }

// First returns the value of a trait with which the person came, 0 to MostTrait.
func (t Traits) First(of Trait) int { return int(t[0] >> (4 * (AllTraits + of)) & MostTrait) }

// Set sets the present value of a trait. It panics if the value is not 0 to MostTrait.
func (t Traits) Set(of Trait, value int) { t.set(of, value) }

// Begin sets both values of a trait. It panics if the value is not 0 to MostTrait.
func (t Traits) Begin(of Trait, value int) {
	t.set(of, value)
	t.set(AllTraits+of, value)
}

func (t Traits) set(place Trait, value int) {
	if value < 0 || value > MostTrait {
		panic(fmt.Sprintf("practice: a trait of %d, want 0 to %d", value, MostTrait))
	}
	t[0] = t[0]&^(MostTrait<<(4*place)) | uint64(value)<<(4*place)
}

// tiltOf is where the value of a trait lies between its ends: -1 to 1, and never 0.
func tiltOf(value int) float64 { return float64(2*value-MostTrait) / MostTrait }

// shortTermIn returns the short-termism in a self, 0 if it is empty.
func shortTermIn(self []uint64) int {
	if t := TraitsOf(self); len(t) > 0 {
		return t.At(ShortTermism)
	}
	return 0
}
