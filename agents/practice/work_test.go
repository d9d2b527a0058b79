package practice_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
)

// By hand: 12 dimensions in three domains, and groups of two people.
func TestWork(t *testing.T) {
	w := practice.Work{Domains: 3, Group: 2, Block: 2}
	for person, want := range [][2]int{{0, 4}, {0, 4}, {4, 8}, {4, 8}, {8, 12}, {8, 12}, {0, 4}} {
		if first, end := w.Bounds(person, 12); first != want[0] || end != want[1] {
			t.Errorf("person %d works in %d to %d, want %v", person, first, end, want)
		}
	}
	if first, end := (practice.Work{}).Bounds(7, 12); first != 0 || end != 12 {
		t.Errorf("off: %d to %d, want 0 to 12", first, end)
	}
	valid(t, practice.Work{Domains: 65}, "Work.Domains is 65, want 0 to 64")
	valid(t, practice.Work{Group: -1}, "Work.Group is -1, want 0 to 2147483647")
	for _, c := range []struct {
		work practice.Work
		want string
	}{
		{practice.Work{Domains: 4, Block: 2}, "<nil>"},
		{practice.Work{Domains: 13},
			"Work.Domains is 13, want 0 to 12 (the blocks of 12 dimensions)"},
		{practice.Work{Block: 5}, "Work.Block is 5, want a divisor of the 12 dimensions"},
	} {
		if err := c.work.Fits(12, 9); (err != nil || c.want != "<nil>") && err.Error() != c.want {
			t.Errorf("%+v: error %v, want %s", c.work, err, c.want)
		}
	}
}

// A specialist has the first beliefs of Of in his own work, and none outside. Without domains he
// has them all.
func TestSpecialist(t *testing.T) {
	of := agents.Mixed{Unknown: .2}
	for _, w := range []practice.Work{{}, {Domains: 3, Group: 2}} {
		for id := range 6 {
			all, own := make(agents.Knowledge, 3), make(agents.Knowledge, 3)
			of.Begin(&agents.Person{ID: id, Dimensions: 150, Stream: agents.NewStream(4)}, all)
			practice.Specialist{Of: of, Work: w}.Begin(
				&agents.Person{ID: id, Dimensions: 150, Stream: agents.NewStream(4)}, own)
			first, end := w.Bounds(id, 150)
			for d := range 150 {
				want := all.Get(d)
				if d < first || d >= end {
					want = 0
				}
				if got := own.Get(d); got != want {
					t.Fatalf("%+v, person %d: dimension %d is %d, want %d", w, id, d, got, want)
				}
			}
		}
	}
	valid(t, practice.Specialist{}, "Specialist.Of is nil, want a rule")
}
