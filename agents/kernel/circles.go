package kernel

// Slots are up to 8 contacts who stand above a person: their numbers, or where their rows begin.
type Slots [8]uint32

// Circles are people who compare themselves with their contacts.
type Circles struct {
	Slots         []Slots  // by person
	Starts        []uint32 // person k hears Heard[Starts[k]:Starts[k+1]]; one more than people
	Heard         []int32  // numbers of people
	Standing, Own []int32  // of all people in the model, and of the people here
	Said          []Word   // claims of all people in the model, a row each; then a row of zeros
	Width         int      // words a row
	Ahead         int      // see Better
}
