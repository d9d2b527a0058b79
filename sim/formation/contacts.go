package formation

import "orglearn/sim"

// Contacts finds people's contacts in a model as it stands: those whom a person hears in a unit of
// any channel of beliefs.
type Contacts struct {
	model *sim.Model
	met   []int // by person: the last search in which he was met
	count int
	found []int32
}

// ContactsOf returns the contacts of people in a model.
func ContactsOf(m *sim.Model) *Contacts { return &Contacts{model: m, met: make([]int, m.People())} }

// All are the contacts of a person, each once. The list is valid until the next call.
func (x *Contacts) All(person int) []int32 {
	x.count++
	x.met[person] = x.count
	x.found = x.found[:0]
	for number := range x.model.Channels() {
		units := x.model.Units(number)
		for _, u := range units.Of(person) {
			for _, q := range units.Voices(int(u)) {
				if x.met[q] != x.count {
					x.met[q] = x.count
					x.found = append(x.found, q)
				}
			}
		}
	}
	return x.found
}

// among is the number of a person's contacts who are members of a community.
func (x *Contacts) among(person int, c *Community) (n int) {
	for _, q := range x.All(person) {
		if c.now(int(q)) {
			n++
		}
	}
	return n
}
