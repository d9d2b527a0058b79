package sim

import (
	"math/bits"

	"orglearn/agents"
)

// Additive is the reality of March (1991). The truth in each of m dimensions is +1 or -1, each with
// probability 1/2. The score is matches minus mismatches, -m to m. A belief of 0 counts 0.
type Additive struct {
	Seen int // dimensions on which others judge, drawn per unit and tick (0: all)
}

// New implements Reality.
func (r Additive) New(dimensions int, s *agents.Stream) (Landscape, error) {
	if err := r.Fits(dimensions, 1); err != nil {
		return nil, err
	}
	a := &additive{truth: newTruth(dimensions, s), dimensions: dimensions, seen: r.Seen}
	for i := range a.truth {
		a.lanes = append(a.lanes, agents.Lanes(dimensions, i))
	}
	a.sets = samplesOf(dimensions, r.Seen, 1)
	return a, nil
}

type additive struct {
	truth            agents.Knowledge
	lanes            []uint64 // a bit for each dimension
	sets             []uint64 // see marker.samples
	dimensions, seen int
}

// Max implements Landscape.
func (a *additive) Max() int32 { return int32(a.dimensions) }

// Truth implements Landscape.
func (a *additive) Truth() agents.Knowledge { return a.truth }

// Seen implements Sighted.
func (a *additive) Seen() int { return a.seen }

// Score reads 32 bytes a word, and counts the bits of a word twice.
func (a *additive) Score(k agents.Knowledge) int32 { return int32(k.Agreement(a.truth)) }

func (a *additive) scoreMany(l *layer, from, to int, scores []int32) {
	l.Agreement(a.truth, from, to, scores)
}

// ScoreOn implements Sighted.
func (a *additive) ScoreOn(k agents.Knowledge, seen []uint64) int32 {
	n := 0
	for i, t := range a.truth {
		w := k[i].Keep(seen[i])
		n += bits.OnesCount64(w.Yes&t.Yes|w.No&t.No) - bits.OnesCount64(w.Opposes(t))
	}
	return int32(n)
}

// Sample implements Sighted.
func (a *additive) Sample(s *agents.Stream, seen []uint64) {
	sample(streamOf(s), a.dimensions, a.seen, 1, seen)
}

// mark gives each dimension a mark: right if the belief is true, wrong if it is false.
func (a *additive) mark(k agents.Knowledge, right, wrong []uint64) {
	for i, t := range a.truth {
		w := k[i]
		right[i] = w.Yes&t.Yes | w.No&t.No
		wrong[i] = w.Opposes(t)
	}
}

func (a *additive) markMany(l *layer, from, to int, x *marks, scores []int32) {
	for p := from; p < to; p++ {
		right, wrong := x.row(p)
		a.mark(l.Row(p), right, wrong)
		n := 0
		for i, r := range right {
			n += bits.OnesCount64(r) - bits.OnesCount64(wrong[i])
		}
		scores[p-from] = int32(n)
	}
}

func (a *additive) points() int32 { return 1 }

func (a *additive) countsWrong() bool { return true }

func (a *additive) all() (marks []uint64, number, apart int) { return a.lanes, a.dimensions, 1 }

func (a *additive) samples() []uint64 { return a.sets }

func (a *additive) within(dimensions, marks []uint64) { copy(marks, dimensions) }

// Turn implements Landscape.
func (a *additive) Turn(rate float64, s *agents.Stream) Landscape {
	c := *a
	c.truth = turnAll(a.truth, a.dimensions, rate, s)
	return &c
}
