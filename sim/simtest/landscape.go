package simtest

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/sim"
)

// Landscape checks that a reality and its worlds keep their contract with package sim, at each of
// the given numbers of dimensions. The checks are:
//
//   - New gives a world that sim.New accepts, and the same stream gives the same world, also in
//     another goroutine;
//   - Max is 1 or more, Truth is sound and pays Max, and no body pays more;
//   - Score and ScoreOn depend on the body alone, not on bodies scored before or at once in another
//     goroutine (run the tests with -race, too). They neither change nor keep the body;
//   - Turn does not change the world on which it is called, and gives the same world with the same
//     stream. At a rate of 0 the new world is the same; at a rate of 1 it differs, at least once in
//     many tries;
//   - if the world is sim.Sighted, Sample marks only existing dimensions, and the same ones with
//     the same stream, and Seen is 0 to the dimensions;
//   - if the world is sim.Whole and says so, a body with a 0 pays less than any body without.
//
// It reports at most one failure for each number of dimensions.
func Landscape(t testing.TB, r sim.Reality, dimensions ...int) {
	t.Helper()
	for _, d := range dimensions {
		w := &world{r: r, dimensions: d}
		for w.seed = range uint64(12) {
			if how := w.try(); how != "" {
				t.Errorf("simtest: %T%+v of %d dimensions: %s", r, r, d, how)
				return
			}
		}
		if !w.turned {
			t.Errorf("simtest: %T%+v of %d dimensions: Turn changes nothing at a rate of 1", r, r,
				d)
			return
		}
	}
}

// world is a landscape to check, and bodies to score.
type world struct {
	r          sim.Reality
	dimensions int
	seed       uint64
	l          sim.Landscape
	bodies     []agents.Knowledge
	turned     bool // a turn has changed something, at some seed
}

// chance returns a stream for a purpose.
func (w *world) chance(purpose string) *agents.Stream {
	return (*agents.Stream)(kernel.NewStream(kernel.NewKey(w.seed, 0, "simtest", purpose), 0, 0))
}

// try says which check the world of a seed fails, or "".
func (w *world) try() (how string) {
	defer func() {
		if r := recover(); r != nil {
			how = fmt.Sprintf("it panics: %v", r)
		}
	}()
	var err error
	if w.l, err = w.r.New(w.dimensions, w.chance("world")); err != nil {
		return fmt.Sprintf("New is an error: %v", err)
	}
	if err := w.accepted(); err != nil {
		return err.Error()
	}
	w.drawBodies()
	for _, law := range []func(*world) string{
		(*world).most, (*world).pure, (*world).drawn, (*world).beside, (*world).turns,
		(*world).sees, (*world).whole,
	} {
		if how := law(w); how != "" {
			return how
		}
	}
	return ""
}

// accepted returns the error with which sim.New refuses the world, or nil.
func (w *world) accepted() error {
	_, err := sim.New(sim.Scenario{
		Name: "simtest", People: 1, Dimensions: w.dimensions, Reality: w.r,
		Beliefs: agents.Mixed{},
	}, w.seed, 0)
	return err
}

// drawBodies makes bodies to score: the truth, an empty one, random ones, and ones near the truth,
// some with beliefs of 0.
func (w *world) drawBodies() {
	s, truth := w.chance("bodies"), w.l.Truth()
	w.bodies = []agents.Knowledge{truth.Clone(), make(agents.Knowledge, len(truth))}
	for i := range 40 {
		k := truth.Clone()
		known := []float64{1, 1, .9, .5}[i%4]
		for j := range k {
			if i < 20 {
				lanes := agents.Lanes(w.dimensions, j)
				yes := s.Coins(.5, lanes)
				k[j] = agents.Word{Yes: yes, No: lanes &^ yes}
			}
			k[j] = k[j].Keep(s.Coins(known, ^uint64(0)))
		}
		if i >= 20 {
			d := s.IntN(w.dimensions)
			k.Set(d, -k.Get(d))
		}
		w.bodies = append(w.bodies, k)
	}
}

// scores returns the scores of all bodies.
func (w *world) scores(l sim.Landscape) []int32 {
	all := make([]int32, len(w.bodies))
	for i, k := range w.bodies {
		all[i] = l.Score(k)
	}
	return all
}

// most checks that no body pays more than Max, and that Score changes none.
func (w *world) most() string {
	for _, k := range w.bodies {
		before := k.Clone()
		score := w.l.Score(k)
		switch {
		case !k.Equal(before):
			return "Score changes the body"
		case score > w.l.Max():
			return fmt.Sprintf("Score is %d, above Max (%d), of %x", score, w.l.Max(), k)
		}
	}
	return ""
}

// pure checks that a score depends on the body alone, and that Score does not keep the body.
func (w *world) pure() string {
	first := w.scores(w.l)
	for i := range w.bodies {
		if score := w.l.Score(w.bodies[i]); score != first[i] {
			return fmt.Sprintf("Score is %d, and %d the second time", first[i], score)
		}
	}
	room := w.bodies[0].Clone()
	for i := len(w.bodies) - 1; i >= 0; i-- {
		copy(room, w.bodies[i])
		if score := w.l.Score(room); score != first[i] {
			return fmt.Sprintf("Score is %d of a body, and %d where it lies in storage that "+
				"held another: it keeps what it is given", first[i], score)
		}
	}
	if !slices.Equal(w.scores(w.l), first) {
		return "Score depends on what was scored before"
	}
	return ""
}

// drawn checks that the same stream gives the same world, also in another goroutine.
func (w *world) drawn() string {
	var again [2]sim.Landscape
	var all sync.WaitGroup
	for i := range again {
		all.Add(1)
		go func() {
			defer all.Done()
			again[i], _ = w.r.New(w.dimensions, w.chance("world"))
		}()
	}
	all.Wait()
	for _, l := range again {
		if how := w.same(l, w.l); how != "" {
			return "New gives another world with the same stream: " + how
		}
	}
	return ""
}

// same says how a landscape differs from the one wanted, or "".
func (w *world) same(l, want sim.Landscape) string {
	switch {
	case l == nil:
		return "it is nil"
	case l.Max() != want.Max():
		return fmt.Sprintf("Max is %d, not %d", l.Max(), want.Max())
	case !slices.Equal(l.Truth(), want.Truth()):
		return fmt.Sprintf("Truth is %x, not %x", l.Truth(), want.Truth())
	case !slices.Equal(w.scores(l), w.scores(want)):
		return fmt.Sprintf("Score is %d, not %d", w.scores(l), w.scores(want))
	}
	return ""
}

// beside checks that scores are the same in several goroutines at once.
func (w *world) beside() string {
	first := w.scores(w.l)
	var wrong [4]bool
	var all sync.WaitGroup
	for i := range wrong {
		all.Add(1)
		go func() {
			defer all.Done()
			for range 5 {
				wrong[i] = wrong[i] || !slices.Equal(w.scores(w.l), first)
			}
		}()
	}
	all.Wait()
	if slices.Contains(wrong[:], true) {
		return "Score is another in several goroutines at once"
	}
	return ""
}

// turns checks that Turn gives a sound world, the same with the same stream, and does not change
// the world on which it is called.
func (w *world) turns() string {
	first, truth, most := w.scores(w.l), w.l.Truth().Clone(), w.l.Max()
	for _, rate := range []float64{0, .3, 1} {
		l := w.l.Turn(rate, w.chance("turn"))
		if l == nil {
			return "Turn gives no landscape"
		}
		if !slices.Equal(w.scores(w.l), first) || !truth.Equal(w.l.Truth()) || most != w.l.Max() {
			return "Turn changes the world that it is called of"
		}
		if how := w.same(w.l.Turn(rate, w.chance("turn")), l); how != "" {
			return "Turn gives another world with the same stream: " + how
		}
		how := w.same(l, w.l)
		if rate == 0 && how != "" {
			return "Turn at a rate of 0 gives another world: " + how
		}
		w.turned = w.turned || rate == 1 && how != ""
		if score := l.Score(l.Truth()); score != l.Max() || l.Max() < 1 {
			return fmt.Sprintf("after a Turn the Score of Truth is %d, want Max (%d), 1 or more",
				score, l.Max())
		}
		for _, score := range w.scores(l) {
			if score > l.Max() {
				return fmt.Sprintf("after a Turn a Score is %d, above Max (%d)", score, l.Max())
			}
		}
	}
	return ""
}

// sees checks that samples mark existing dimensions, and that ScoreOn depends on the sample and the
// body alone.
func (w *world) sees() string {
	l, ok := w.l.(sim.Sighted)
	if !ok || l.Seen() == 0 {
		return ""
	}
	width := agents.Width(w.dimensions)
	for i := range 8 {
		seen, again := make([]uint64, width), make([]uint64, width)
		purpose := fmt.Sprint("sample ", i)
		l.Sample(w.chance(purpose), seen)
		l.Sample(w.chance(purpose), again)
		if !slices.Equal(seen, again) {
			return "Sample gives another with the same stream"
		}
		for j, lanes := range seen {
			if past := lanes &^ agents.Lanes(w.dimensions, j); past != 0 {
				return fmt.Sprintf("Sample marks dimensions that there are not: %#x of word %d",
					past, j)
			}
		}
		if how := w.pureOn(l, seen); how != "" {
			return how
		}
	}
	return ""
}

// pureOn is pure for ScoreOn on a sample.
func (w *world) pureOn(l sim.Sighted, seen []uint64) string {
	before, room := slices.Clone(seen), w.bodies[0].Clone()
	first := make([]int32, len(w.bodies))
	for i, k := range w.bodies {
		copy(room, k)
		first[i] = l.ScoreOn(room, seen)
		if !room.Equal(k) || !slices.Equal(seen, before) {
			return "ScoreOn changes the body, or the sample"
		}
	}
	for i, k := range w.bodies {
		if score := l.ScoreOn(k, seen); score != first[i] {
			return fmt.Sprintf("ScoreOn is %d of a body, and %d of the same elsewhere", first[i],
				score)
		}
	}
	return ""
}

// whole checks that a body with a 0 pays less than any without.
func (w *world) whole() string {
	if l, ok := w.l.(sim.Whole); !ok || !l.Whole() {
		return ""
	}
	least, most := w.l.Max(), int32(-1<<31)
	for _, k := range w.bodies {
		score := w.l.Score(k)
		if k.Known() == w.dimensions {
			least = min(least, score)
		} else {
			most = max(most, score)
		}
	}
	if most >= least {
		return fmt.Sprintf("it is Whole, but a body with a 0 pays %d, and one without %d", most,
			least)
	}
	return ""
}
