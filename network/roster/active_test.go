package roster

import (
	"slices"
	"testing"
)

// TestActive: a person left out loses his ties, and his reports go to the next higher superior.
func TestActive(t *testing.T) {
	r := mustRead(t, Reader{}, "id,department\na,1\nb,2\nc,3\nd,3\ne,\n",
		"from,to,tie\na,c,2\nd,c,1\ne,d,1\n", "from,to\nb,a\nc,b\nd,b\ne,a\n")
	active, err := r.Active()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := active.Superior(), []int32{-1, 0, 0}; !slices.Equal(got, want) {
		t.Errorf("superiors %v, want %v", got, want)
	}
	if got, want := active.Department(), []int{0, 1, 1}; !slices.Equal(got, want) {
		t.Errorf("departments %v, want %v", got, want)
	}
	column := active.Attribute("department")
	if want := []string{"1", "3", "3"}; !slices.Equal(column, want) {
		t.Errorf("column %v, want %v", column, want)
	}
	checkTies(t, active, "[{0 1 2} {2 1 1}]")
	want := Reduction{People: 3, WithoutDepartment: 1, Alone: 1, Ties: 2, LostTies: 1, MovedUp: 2,
		Chiefs: 1, Departments: 2, Smallest: 1, Largest: 2, Unheeding: 1}
	if got := *active.Import().Reduction; got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if r.Import().Reduction != nil {
		t.Error("Active changed the roster that it reduces")
	}
}

// TestActiveTooFew: if one person is left, the error is one line.
func TestActiveTooFew(t *testing.T) {
	r := mustRead(t, Reader{}, "id\na\nb\nc\n", "from,to\na,b\n", "from,to\nc,a\n")
	_, err := r.Active()
	const want = "roster: of 3 people 0 can be in all arrangements, want at least 2: " +
		"1 are outside the chart, 0 in no department, 2 without a tie to the others"
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}
