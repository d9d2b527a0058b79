package main

import (
	"math"
	"slices"
	"strings"
	"testing"

	"orglearn/agents/practice"
	"orglearn/examples/internal/programtest"
	"orglearn/examples/internal/study"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// reported runs the program with some arguments, and returns the run and its text without the names
// of the files.
func reported(t *testing.T, args string) (*participation, string) {
	t.Helper()
	p, text := newParticipation(), new(strings.Builder)
	p.Stdout = text
	if err := p.run(t.Context(), append(strings.Fields(args), "-out", t.TempDir())); err != nil {
		t.Fatal(err)
	}
	said, _, _ := strings.Cut(text.String(), "\nWritten to ")
	return p, said
}

// What is off changes nothing that is said: not even if it is given.
func TestLimitsThatAreOff(t *testing.T) {
	const plain = "-away 8 -every 3 -energy 1 -quiet .5 -compel 0,1 -ticks 12 -replicates 3"
	p, want := reported(t, plain)
	if strings.Contains(want, "How that comes about") || p.limited() {
		t.Errorf("nothing is on, and the text is\n%s", want)
	}
	_, got := reported(t, plain+" -short-term 0 -overload 0 -capacity 9 -open 0")
	if got != want {
		t.Errorf("with all of it off the text is\n%s\nwant\n%s", got, want)
	}
}

// In 30 ticks three projects end. Where nothing else moves energy, each that is too large takes
// one of the 8 that people begin with. A project that is as large as the capacity takes none.
func TestOverloadByHand(t *testing.T) {
	p, text := reported(t, "-every 10 -energy 1 -quiet .5 -overload 1 -capacity 32,63,64 "+
		"-open 0,32,36 -ticks 30 -replicates 2")
	want := map[string]float64{
		"capacity=32 open=0": 5, "capacity=32 open=32": 8, "capacity=32 open=36": 5,
		"capacity=63 open=0": 5, "capacity=63 open=32": 8, "capacity=63 open=36": 8,
		"capacity=64 open=0": 8, "capacity=64 open=32": 8, "capacity=64 open=36": 8,
	}
	for _, a := range p.arms {
		name := strings.TrimPrefix(a.name, "participation ")
		got := p.measured.Estimate(a.name, energy, study.End).Mean
		if over := a.over() == "yes"; got != want[name] || over != (got < 8) {
			t.Errorf("%s: energy %v, want %v; over is %s", name, got, want[name], a.over())
		}
	}
	programtest.Says(t, text, "5.00 yes", "8.00 no",
		"either all projects are too large, or none", "not matched in contact")
}

// Energy without an effect moves, and is no talk: the control says as much as without an overload.
func TestOverloadWithoutEffect(t *testing.T) {
	p, text := reported(t, "-every 5 -energy 0,1 -quiet .5 -overload 0,2 -ticks 30 -replicates 4")
	heard := map[string]float64{}
	for _, a := range p.arms {
		heard[strings.TrimPrefix(a.name, "participation ")] =
			p.measured.Estimate(a.name, words, study.End).Mean
	}
	if heard["overload=2 energy=0"] != heard["overload=0 energy=0"] {
		t.Errorf("energy does nothing, and %v are heard", heard)
	}
	if !(heard["overload=2 energy=1"] < .8*heard["overload=0 energy=1"]) {
		t.Errorf("an overload makes people say as much: %v", heard)
	}
	programtest.Says(t, text, "energy: 0 to 15")
	if strings.Contains(text, "short-term") {
		t.Errorf("short-termism is off, and the text is\n%s", text)
	}
}

// Short-termism drives those out who have more of it. Below 0 it adds to a will that is full
// already, so nobody learns otherwise.
func TestShortTerm(t *testing.T) {
	p, text := reported(t, "-short-term 0,-1,1 -ticks 60 -replicates 4")
	if off, below := p.arms[0].name, p.arms[1].name; !slices.Equal(
		p.measured.Values(off, words, study.End), p.measured.Values(below, words, study.End)) {
		t.Error("below 0 people who always come are heard otherwise")
	}
	of := p.arms[2].name
	if got := p.measured.Estimate(of, left, study.End).Mean; !(got > .05) {
		t.Errorf("%v of seats are left", got)
	}
	// A will of 16 lasts 16 steps or more, and who has no short-termism loses none: those who left
	// are well above the mean of 7.5.
	if e := p.impatientLeft(of, 1); !(e.N == 4 && e.Low > 2) {
		t.Errorf("those who left are above others by %v steps", e)
	}
	programtest.Says(t, text, "more short-term:", "Nobody who has left comes back",
		"with 4 intervals", "not matched in contact")
}

// By hand: the will of a person is gone in one of two seats, and another keeps both.
func TestImpatience(t *testing.T) {
	o := organization{name: "hand", attend: practice.Attendance{ShortTerm: 1}, ticks: 1}
	m, err := sim.New(o.scenario(), 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := impatience(m); !math.IsNaN(got) {
		t.Errorf("nobody has left, and it is %v", got)
	}
	seats, err := m.Remembered(setups.Channel)
	if err != nil {
		t.Fatal(err)
	}
	for p := range m.People() {
		practice.TraitsOf(m.Self(p)).Set(practice.ShortTermism, 3)
	}
	practice.TraitsOf(m.Self(7)).Set(practice.ShortTermism, 15)
	_, word := seats.Part(7, int(m.Units(0).Of(7)[0]))
	word[0] = math.MaxUint32 - practice.MostAttendance + 1 // so many steps below the first will
	// 199 seats are left, one of them of the person: (198 of 3 and one of 15).
	if got, want := impatience(m), 15-(198*3.+15)/199; math.Abs(got-want) > 1e-12 {
		t.Errorf("it is %v, want %v", got, want)
	}
}
