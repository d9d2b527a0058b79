package kernel

// Slots are up to 8 contacts who stand above somebody: their numbers, or where their rows begin.
type Slots [8]uint32

// Circles are people who compare themselves with those whom they hear.
type Circles struct {
	Slots         []Slots  // one of each
	Starts        []uint32 // person k hears Heard[Starts[k]:Starts[k+1]]; one more than people
	Heard         []int32  // numbers of people
	Standing, Own []int32  // of everybody, and of these people
	Said          []Word   // by everybody, a row each, and then a row of zeros
	Width         int      // words a row
	Ahead         int      // see Better
}
