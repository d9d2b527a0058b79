package sim_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/sim"
	"orglearn/sim/models"
)

// plainSeed fixes the chance of engine and plain program. So if a mean exceeds the bound, the code
// has changed. With this seed all means of the plain programs are within 1.2 standard errors of
// those over thousands of runs. So after a change of agents.StreamVersion the engine's new runs are
// compared with a fair sample.
const plainSeed = 5

// The plain programs, with which the engine's speed is compared, are the same models. Every mean is
// within three standard errors. One mean in 370 misses that by chance.
func TestPlainMeans(t *testing.T) {
	for _, reading := range []models.Reading{models.Original, models.Text} {
		for _, p := range []float64{.5, .1} {
			t.Run(fmt.Sprintf("march/%v/p=%v", reading, p), func(t *testing.T) {
				t.Parallel()
				runs := 300
				if testing.Short() { // for the race detector, which makes runs ten times as slow
					runs = 75
				}
				engine, plain := marchRuns(t, reading, p, runs), plainMarchRuns(reading, p, runs)
				sameMeans(t, []string{"code knowledge", "individual knowledge"}, engine, plain)
			})
		}
	}
	for _, rewire := range []float64{.1, 1} {
		t.Run(fmt.Sprintf("peers/rewire=%v", rewire), func(t *testing.T) {
			t.Parallel()
			const runs = 40
			sameMeans(t, []string{"score", "known", "agreement"}, peersRuns(t, rewire, runs),
				plainPeersRuns(t, rewire, runs))
		})
	}
}

// sameMeans compares quantities, of which each run has a value.
func sameMeans(t *testing.T, names []string, engine, plain [][]float64) {
	t.Helper()
	for q, name := range names {
		e, p := estimated(column(engine, q)), estimated(column(plain, q))
		z := (e.mean - p.mean) / math.Hypot(e.se, p.se)
		t.Logf("%-20s engine %.4f (%.4f), plain %.4f (%.4f): z = %+.2f", name, e.mean, e.se,
			p.mean, p.se, z)
		if !(math.Abs(z) <= 3) {
			t.Errorf("%s: engine and plain program are %.2f standard errors apart", name, z)
		}
	}
}

func column(rows [][]float64, q int) []float64 {
	values := make([]float64, len(rows))
	for r, row := range rows {
		values[r] = row[q]
	}
	return values
}

// marchRuns returns the code's and the individuals' knowledge at period 100.
func marchRuns(t *testing.T, reading models.Reading, p float64, runs int) [][]float64 {
	measured := make([][]float64, runs)
	e := sim.Experiment{Scenarios: []sim.Scenario{marchJob(reading, p)}, Replicates: runs,
		Seed: plainSeed, At: []int{100}}
	err := e.Run(t.Context(), func(_, r int) sim.Observer {
		return func(m *sim.Model, _ int) {
			code := float64(m.Landscape().Score(m.Norm(0, 0))) / float64(m.Landscape().Max())
			measured[r] = []float64{code, scoreShare(m)}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return measured
}

// scoreShare returns the mean score as a share of the largest possible score.
func scoreShare(m *sim.Model) float64 {
	sum := 0
	for p := range m.People() {
		sum += int(m.Landscape().Score(m.Beliefs(p)))
	}
	return float64(sum) / float64(m.People()) / float64(m.Landscape().Max())
}

func plainMarchRuns(reading models.Reading, p float64, runs int) [][]float64 {
	measured := make([][]float64, runs)
	for r := range measured {
		o := newPlainMarch(reading == models.Text, p, p,
			rand.New(rand.NewPCG(plainSeed, uint64(r))))
		for range 100 {
			o.period()
		}
		measured[r] = []float64{o.codeKnowledge(), o.knowledge()}
	}
	return measured
}

// peersRuns returns what plainPeers.measured returns, for the engine at tick 10.
func peersRuns(t *testing.T, rewire float64, runs int) [][]float64 {
	measured := make([][]float64, runs)
	for r := range measured {
		m := built(t, peersJob(280, rewire, agents.Absorb{Rate: peerRate}), plainSeed, uint64(r))
		if err := m.Run(); err != nil {
			t.Fatal(err)
		}
		known, alike, ties := 0, 0, 0
		for p := range m.People() {
			known += m.Beliefs(p).Known()
			for _, c := range m.Units(0).Voices(p) {
				alike += peerDimensions - m.Beliefs(p).Distance(m.Beliefs(int(c)))
				ties++
			}
		}
		measured[r] = []float64{
			scoreShare(m), float64(known) / float64(m.People()*peerDimensions),
			float64(alike) / float64(ties*peerDimensions),
		}
	}
	return measured
}

func plainPeersRuns(t *testing.T, rewire float64, runs int) [][]float64 {
	measured := make([][]float64, runs)
	for r := range measured {
		w, err := newPlainPeers(280, rewire, rand.New(rand.NewPCG(plainSeed, uint64(r))))
		if err != nil {
			t.Fatal(err)
		}
		for range 10 {
			w.tick()
		}
		measured[r] = w.measured()
	}
	return measured
}
