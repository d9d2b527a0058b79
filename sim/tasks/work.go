package tasks

import (
	"fmt"

	"orglearn/agents/practice"
	"orglearn/sim"
)

// By is in what sense a dimension of a task must be right.
type By uint8

const (
	Someone By = iota // some member is right
	Most              // more than half of the members are right
	Named             // the member whom the directory names is right; if none, a member drawn
)

// Work gives each unit of a channel a task of Size dimensions for each cycle, drawn anew. After the
// cycle the task is done if each of its dimensions is right in the sense of By. Right is a belief
// that is the truth. Beliefs, truth and members are as the event finds them: reality may have
// turned after the cycle, and who has just come is a member. The team sees whether a task was done
// and, if so, who did it. Of a task that failed it sees nothing, and standing has no part in
// either.
//
// When a task is done, the directory names a person for each of its dimensions. By Someone and by
// Most he is one of the members who are right, drawn, unless the one named already is among them.
// By Named he is the one who did it. A task that failed changes nothing.
//
// A name is cleared when its person leaves the organization or the unit. With Stale it is not:
// whoever takes his place in the organization is taken for him. If the one named is no member, that
// dimension fails, by Named.
//
// [X] If each of n members is right in each of t dimensions with probability q, independently, then
// a task is done with probability
//
//	(1-(1-q)^n)^t    by Someone
//	maj(n,q)^t       by Most, where maj is the probability that more than half are right
//	q^t              by Named, while the directory is empty
//
// For n = 5, t = 3 and q = .6 these are .970, .318 and .216.
//
// Sources: Liang, Moreland and Argote (1995, Personality and Social Psychology Bulletin
// 21:384-393), and Ren, Carley and Argote (2006, Management Science 52:671-682), by their
// abstracts.
//
// Found here (go run ./examples/attainment -task 2 -ask drawn,directory -turnover .02 -replicates
// 60): where people ask whom the directory names, and not anybody, units attain their objective in
// -.018 [-.038, .001] of seats more. A directory is not shown to help.
//
// Put it after the events that move or replace people. A unit without members has no task. Units
// that are circles have one member each.
type Work struct {
	Channel string
	Size    int // t, 0 to the dimensions; 0: there are no tasks
	By      By
	Stale   bool
	// Open draws tasks within what the unit was about in the cycle just ended. Where that is fewer
	// dimensions than Size, as at tick 0, there is no task.
	Open bool
}

// Name implements sim.Named.
func (Work) Name() string { return "work" }

// Order implements sim.Ordered: after people have come and gone.
func (Work) Order() sim.Order { return sim.Structure }

// Off implements sim.Switched: with a Size of 0.
func (e Work) Off() bool { return e.Size == 0 }

// Validate reports a Size outside 0 to sim.MaxDimensions, and an unknown By.
func (e Work) Validate() error {
	switch {
	case e.Size < 0 || e.Size > sim.MaxDimensions:
		return fmt.Errorf("Work.Size is %d, want 0 to %d", e.Size, sim.MaxDimensions)
	case e.By > Named:
		return fmt.Errorf("Work.By is %d, want %d to %d", e.By, Someone, Named)
	}
	return nil
}

// Fits reports a Size above the dimensions.
func (e Work) Fits(dimensions, _ int) error {
	if e.Size > dimensions {
		return fmt.Errorf("Work.Size is %d, want 0 to %d (the dimensions)", e.Size, dimensions)
	}
	return nil
}

// Suits reports a channel whose units keep no directory.
func (e Work) Suits(s sim.Scenario) error {
	for _, c := range s.Channels {
		if c.Name == e.Channel && practice.KeepsDirectory(c.Objectify) {
			return nil
		}
	}
	return fmt.Errorf("Work.Channel is %q, want a channel of beliefs whose Objectify is "+
		"practice.Transactive", e.Channel)
}
