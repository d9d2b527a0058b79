package main

import (
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
	"orglearn/network/networktest"
)

func TestStructure(t *testing.T) {
	text, _ := programtest.Output(t, "structure", run, "-replicates", "6")
	for _, want := range []string{
		"At tick 200 the score of \"brokers\" is .240 [.217, .264]", "that of \"isolated\".",
		"In the ring 100 people have 440 ties; on average 10.7 steps lie between two.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
}

func TestAsTold(t *testing.T) { programtest.AsTold(t, "structure", run) }

func TestMisuse(t *testing.T) { programtest.Misuse(t, run) }

// The structure keeps the laws that the engine relies on, for many sizes.
func TestBrokers(t *testing.T) {
	networktest.Structure(t, Brokers{Team: 1}, 1, 2, 3, 10)
	networktest.Structure(t, Brokers{Team: 5}, 5, 9, 10, 14, 100, 1003)
	u, err := Brokers{Team: 5}.Build(13, nil) // teams of 5 and 8
	if err != nil {
		t.Fatal(err)
	}
	if u.Len() != 4 || len(u.Voices(0)) != 5 || len(u.Voices(1)) != 8 || u.Voices(2)[0] != 4 ||
		u.Voices(2)[1] != 5 || u.Voices(3)[0] != 12 || u.Voices(3)[1] != 0 {
		t.Errorf("the units are %v %v %v %v", u.Voices(0), u.Voices(1), u.Voices(2), u.Voices(3))
	}
	for _, team := range []int{0, -1, 14} {
		if _, err := (Brokers{Team: team}).Build(13, nil); err == nil ||
			!strings.Contains(err.Error(), "want 1 to 13") {
			t.Errorf("a team of %d of 13: the error is %v", team, err)
		}
	}
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{
		"brokers",
		"brokers randomized",
		"isolated",
	})
}
