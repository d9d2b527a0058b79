package metrics

import (
	"context"
	"errors"
	"math"

	"orglearn/sim"
)

// Spell is the time that one newcomer took to become competent, or for which he was watched.
type Spell struct {
	Ticks   int  // since he came: 0 if he was competent when he came
	Reached bool // he became competent then; else he left, or the run ended, after these ticks
}

// Spells are those of the newcomers of one run, in the order in which they ended.
type Spells []Spell

// Follow runs an experiment and watches every newcomer until he is competent: until his score is at
// least the mean score of the others in the units of a channel in which he learns, each counted
// once. If channel is "", it is the mean of all others. Who has nobody beside him is competent. The
// result is by scenario and replicate. Founders are not newcomers.
//
// It looks at every tick, so all scenarios need the same number of Ticks, and At must be nil.
// Another At is an error, and so is a scenario without the channel, or with an error of its own.
func Follow(ctx context.Context, e sim.Experiment, channel string) ([][]Spells, error) {
	if e.At != nil {
		return nil, errors.New("metrics: At is set, want nil: newcomers are watched at every tick")
	}
	if err := e.Validate(); err != nil {
		return nil, err
	}
	all := make([][]Spells, len(e.Scenarios))
	for i, s := range e.Scenarios {
		if channel != "" {
			if err := hasChannel(s, channel); err != nil {
				return nil, err
			}
		}
		all[i] = make([]Spells, e.Replicates)
	}
	err := e.Run(ctx, func(scenario, replicate int) sim.Observer {
		f := follower{channel: channel, spells: &all[scenario][replicate]}
		return f.see
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}

// follower watches the newcomers of one run.
type follower struct {
	channel string
	spells  *Spells
	came    []int // of each person who is watched: the tick at which he came; else 0
	scores  []int64
	met     []int // the last person, counted from 1, who has met each person
}

// see looks at all newcomers at a tick.
func (f *follower) see(m *sim.Model, tick int) {
	if m.Tick() != tick {
		return // the run has stopped before
	}
	if f.came == nil {
		f.came, f.scores = make([]int, m.People()), make([]int64, m.People())
	}
	for p := range f.scores {
		f.scores[p] = int64(m.Landscape().Score(m.Beliefs(p)))
	}
	f.met = make([]int, m.People())
	for p, came := range f.came {
		joined := m.Joined(p)
		if came > 0 && (m.Vacant(p) || joined != came) {
			f.end(p, Spell{tick - 1 - came, false})
		}
		if joined == tick && tick > 0 && !m.Vacant(p) {
			f.came[p] = joined
		}
		if f.came[p] == 0 {
			continue
		}
		switch {
		case f.competent(m, p):
			f.end(p, Spell{tick - joined, true})
		case m.Done():
			f.end(p, Spell{tick - joined, false})
		}
	}
}

func (f *follower) end(p int, s Spell) {
	*f.spells = append(*f.spells, s)
	f.came[p] = 0
}

// competent reports whether a person's score is at least the mean of those beside him.
func (f *follower) competent(m *sim.Model, p int) bool {
	sum, others := int64(0), int64(0)
	add := func(q int) {
		if q != p && !m.Vacant(q) && f.met[q] != p+1 {
			f.met[q] = p + 1
			sum, others = sum+f.scores[q], others+1
		}
	}
	if f.channel == "" {
		for q := range m.People() {
			add(q)
		}
		return f.scores[p]*others >= sum
	}
	units := m.Units(m.Channel(f.channel))
	for _, u := range units.Of(p) {
		for _, q := range units.Voices(int(u)) {
			add(int(q))
		}
		for _, q := range units.Audience(int(u)) {
			add(int(q))
		}
	}
	return f.scores[p]*others >= sum
}

// Still returns the share of newcomers who are not competent after a number of ticks, 0 to 1, by
// the estimate of Kaplan and Meier (1958, Journal of the American Statistical Association
// 53:457-481). Who leaves before, or is cut off by the end of the run, counts as long as he was
// watched. The estimate takes it that leaving has nothing to do with competence, which is true of
// sim.Turnover. It is NaN where nobody was watched for so long, and for ticks below 0.
func (s Spells) Still(ticks int) float64 {
	still := math.NaN()
	for h := range ticks + 1 {
		still = s.after(h, still)
	}
	return still
}

// Below returns the mean number of his first ticks in which a newcomer is not competent yet: the
// sum of Still over 0 to ticks-1, 0 to ticks. It is the restricted mean time (Irwin 1949). A mean
// over those who became competent would look better when the slow ones leave; this does not. It is
// NaN where one of its terms is.
func (s Spells) Below(ticks int) float64 {
	sum, still := 0., math.NaN()
	for h := range ticks {
		still = s.after(h, still)
		sum += still
	}
	return sum
}

// after returns Still of h ticks by that of h-1.
func (s Spells) after(h int, still float64) float64 {
	watched, reached := 0, 0
	for _, x := range s {
		if x.Ticks >= h {
			watched++
			if x.Reached && x.Ticks == h {
				reached++
			}
		}
	}
	switch {
	case h == 0:
		still = 1
	case still == 0:
		return 0
	}
	if watched == 0 {
		return math.NaN()
	}
	return still * float64(watched-reached) / float64(watched)
}
