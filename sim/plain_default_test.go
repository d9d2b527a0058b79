package sim_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// plainOrganization is an organization of the default comparison, written in plain Go without the
// library. It has a struct for each person and unit and a byte for each belief, and draws one coin
// at a time. The library's speed is compared with it.
type plainOrganization struct {
	truth  []int8
	people []plainWorker
	units  []plainUnit
	votes  []int
	blocks []int // all blocks; the first few are those that a unit sees
	rng    *rand.Rand
}

type plainWorker struct {
	beliefs []int8
	seats   []int // units
}

type plainUnit struct {
	norm   []int8
	voices []int // people
}

// The conditions of the default comparison.
const (
	defaultPeople     = 100
	defaultDimensions = 64
	defaultBlock      = 4
	defaultSeen       = 4 // blocks on which a unit judges merit
	defaultSuperior   = .5
	defaultAbsorb     = .1
	defaultTicks      = 200
)

// plainStructure says how one of the six organizations arranges its people.
type plainStructure struct {
	name string
	of   network.Structure
}

// plainStructures are the six organizations, in the order of defaultJob.
func plainStructures() []plainStructure {
	var all []plainStructure
	for _, s := range []plainStructure{
		{"communities", network.Communities{Team: 5, Size: 5}},
		{"hierarchy", network.Hierarchy{Span: 4}},
		{"isolated", network.Isolated{Size: 5}},
	} {
		all = append(all, s, plainStructure{s.name + " randomized", network.Randomized{Of: s.of}})
	}
	return all
}

// newPlainOrganization draws the truth and the first beliefs. Norms are empty at first.
func newPlainOrganization(s network.Structure, rng *rand.Rand) (*plainOrganization, error) {
	built, err := s.Build(defaultPeople, rng)
	if err != nil {
		return nil, err
	}
	o := &plainOrganization{
		truth:  make([]int8, defaultDimensions),
		people: make([]plainWorker, defaultPeople),
		units:  make([]plainUnit, built.Len()),
		votes:  make([]int, defaultDimensions),
		blocks: make([]int, defaultDimensions/defaultBlock),
		rng:    rng,
	}
	for d := range o.truth {
		o.truth[d] = plainCoin(rng)
	}
	for b := range o.blocks {
		o.blocks[b] = b
	}
	for i := range o.people {
		o.people[i] = plainWorker{make([]int8, defaultDimensions), plainInts(built.Of(i))}
		for d := range o.people[i].beliefs {
			o.people[i].beliefs[d] = int8(rng.IntN(3) - 1)
		}
	}
	for u := range o.units {
		o.units[u] = plainUnit{make([]int8, defaultDimensions), plainInts(built.Voices(u))}
	}
	return o, nil
}

func plainInts(numbers []int32) []int {
	ints := make([]int, len(numbers))
	for i, n := range numbers {
		ints[i] = int(n)
	}
	return ints
}

// tick lets all units decide, and then lets everybody learn from one of his seats.
func (o *plainOrganization) tick() {
	for u := range o.units {
		o.decide(&o.units[u])
	}
	for i := range o.people {
		o.learn(&o.people[i])
	}
}

// decide makes the norm by the vote of the voices who do strictly better than it on the blocks
// seen.
func (o *plainOrganization) decide(u *plainUnit) {
	o.look()
	standing := o.judge(u.norm)
	clear(o.votes)
	for _, v := range u.voices {
		beliefs := o.people[v].beliefs
		if o.judge(beliefs) <= standing {
			continue
		}
		for d, b := range beliefs {
			o.votes[d] += int(b)
		}
	}
	for d, sum := range o.votes {
		vote := plainSign(sum)
		if vote != 0 && vote != u.norm[d] && o.rng.Float64() < defaultSuperior {
			u.norm[d] = vote
		}
	}
}

// look draws the blocks that a unit sees.
func (o *plainOrganization) look() {
	for i := range defaultSeen {
		j := i + o.rng.IntN(len(o.blocks)-i)
		o.blocks[i], o.blocks[j] = o.blocks[j], o.blocks[i]
	}
}

// judge counts the blocks seen that are right.
func (o *plainOrganization) judge(body []int8) int {
	n := 0
	for _, b := range o.blocks[:defaultSeen] {
		if o.right(body, b) {
			n++
		}
	}
	return n
}

// right reports whether a block is wholly right.
func (o *plainOrganization) right(body []int8, block int) bool {
	for d := block * defaultBlock; d < (block+1)*defaultBlock; d++ {
		if body[d] != o.truth[d] {
			return false
		}
	}
	return true
}

// learn takes over the norm of one seat, drawn at random, with a probability per dimension.
func (o *plainOrganization) learn(p *plainWorker) {
	seat := p.seats[0]
	if len(p.seats) > 1 {
		seat = p.seats[o.rng.IntN(len(p.seats))]
	}
	for d, norm := range o.units[seat].norm {
		if norm != 0 && norm != p.beliefs[d] && o.rng.Float64() < defaultAbsorb {
			p.beliefs[d] = norm
		}
	}
}

// score is the mean over people of the share of blocks that are right.
func (o *plainOrganization) score() float64 {
	n := 0
	for i := range o.people {
		for b := range o.blocks {
			if o.right(o.people[i].beliefs, b) {
				n++
			}
		}
	}
	return float64(n) / float64(len(o.people)*len(o.blocks))
}

// plainScores runs an organization to its end, and appends its scores at the ticks of defaultRead.
func plainScores(s network.Structure, rng *rand.Rand, scores []float64) ([]float64, error) {
	o, err := newPlainOrganization(s, rng)
	if err != nil {
		return nil, err
	}
	tick := 0
	for _, read := range defaultRead {
		for ; tick < read; tick++ {
			o.tick()
		}
		scores = append(scores, o.score())
	}
	return scores, nil
}

// defaultSeed fixes the chance of engine and plain program. So if a mean exceeds the bound, the
// code has changed. With this seed all means of the plain program are within 1.3 standard errors of
// those over 5,000 runs. No mean over 5,000 runs is further than 1.3 standard errors from the
// engine's.
const defaultSeed = 1

// The plain program, with which the engine's speed is compared, is the same model. In each of the
// six organizations every mean is within three standard errors. One mean in 370 misses that by
// chance.
func TestPlainDefault(t *testing.T) {
	runs := 100
	if testing.Short() { // for the race detector, which makes runs ten times as slow
		runs = 20
	}
	for i, s := range plainStructures() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			engine := defaultRuns(t, defaultJob()[i], runs)
			plain := plainDefaultRuns(t, s.of, runs)
			names := make([]string, len(defaultRead))
			for k, tick := range defaultRead {
				names[k] = fmt.Sprintf("score at tick %d", tick)
			}
			sameMeans(t, names, engine, plain)
		})
	}
}

// The plain program has the arrangements and the conditions of the default comparison.
func TestPlainDefaultConditions(t *testing.T) {
	want := setups.Conditions{
		People: defaultPeople, Dimensions: defaultDimensions, Block: defaultBlock,
		Seen: defaultSeen * defaultBlock, Superior: defaultSuperior, Absorb: defaultAbsorb,
		Attention: 1, Ticks: defaultTicks,
	}
	if got := setups.Default(); got != want {
		t.Errorf("the default conditions are %+v, those of the plain program %+v", got, want)
	}
	for i, s := range defaultJob() {
		plain := plainStructures()[i]
		if s.Name != plain.name || s.Channels[0].Structure != plain.of {
			t.Errorf("organization %d is %s, %v; of the plain program %s, %v",
				i, s.Name, s.Channels[0].Structure, plain.name, plain.of)
		}
	}
}

// defaultRuns returns the engine's scores at the ticks of defaultRead.
func defaultRuns(t *testing.T, s sim.Scenario, runs int) [][]float64 {
	t.Helper()
	e := sim.Experiment{
		Scenarios: []sim.Scenario{s}, Replicates: runs, Seed: defaultSeed, At: defaultRead,
	}
	table, err := metrics.Measure(t.Context(), e, metrics.Score)
	if err != nil {
		t.Fatal(err)
	}
	measured := make([][]float64, runs)
	for _, tick := range defaultRead {
		for r, score := range table.Values(s.Name, metrics.Score, tick) {
			measured[r] = append(measured[r], score)
		}
	}
	return measured
}

func plainDefaultRuns(t *testing.T, s network.Structure, runs int) [][]float64 {
	t.Helper()
	measured := make([][]float64, runs)
	for r := range measured {
		scores, err := plainScores(s, rand.New(rand.NewPCG(defaultSeed, uint64(r))), nil)
		if err != nil {
			t.Fatal(err)
		}
		measured[r] = scores
	}
	return measured
}
