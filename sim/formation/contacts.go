package formation

import "orglearn/sim"

// contacts counts a person's contacts: those whom he hears in a unit of any channel of beliefs.
type contacts struct {
	model *sim.Model
	met   []int // by person: the last count in which he was met
	count int
}

func newContacts(m *sim.Model) *contacts {
	return &contacts{model: m, met: make([]int, m.People())}
}

// among is the number of a person's contacts who are members of a community.
func (x *contacts) among(person int, c *Community) (n int) {
	x.count++
	x.met[person] = x.count
	for number := range x.model.Channels() {
		units := x.model.Units(number)
		for _, u := range units.Of(person) {
			for _, q := range units.Voices(int(u)) {
				if x.met[q] != x.count && c.Has(int(q)) {
					n++
				}
				x.met[q] = x.count
			}
		}
	}
	return n
}

// Contacts is the number of a person's contacts who are members of a community, 0 to its size.
// Contacts are those whom he hears in a unit of any channel of beliefs as it stands.
func Contacts(m *sim.Model, person int, c Community) int { return newContacts(m).among(person, &c) }
