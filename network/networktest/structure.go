package networktest

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"orglearn/network"
)

// rewirings is the number of ticks for which a Rewirer is checked.
const rewirings = 20

func checkStructure(s network.Structure, n int, seed uint64) error {
	u, again, err := buildTwice(func() (*network.Units, error) {
		return s.Build(n, source(seed, 0))
	})
	if err != nil {
		return err
	}
	if u == nil || again == nil {
		return errors.New("the units are nil")
	}
	if err := firstError(checkUnits(u, n), sameUnits(u, again)); err != nil {
		return err
	}
	if err := checkOwned(s, u, again, seed); err != nil {
		return err
	}
	if r, ok := s.(network.Rewirer); ok {
		return checkRewire(r, u, again, seed)
	}
	return nil
}

func checkRewire(r network.Rewirer, u, again *network.Units, seed uint64) error {
	people, units, most := u.People(), u.Len(), mostVoices(u)
	for tick := 1; tick <= rewirings; tick++ {
		before := again.Clone(true)
		r.Rewire(u, tick, source(seed, uint64(tick)))
		if sameUnits(before, again) != nil {
			return fmt.Errorf("rewired at tick %d: the units of another Build change, too", tick)
		}
		r.Rewire(again, tick, source(seed, uint64(tick)))
		if u.Copied() {
			return fmt.Errorf("rewired at tick %d: the units were copied by assignment, "+
				"*u = *v, and share the lists of v: use Units.Set", tick)
		}
		if err := firstError(checkUnits(u, people), sameUnits(u, again)); err != nil {
			return fmt.Errorf("rewired at tick %d: %w", tick, err)
		}
		if u.Len() != units {
			return fmt.Errorf("rewired at tick %d: %d units, want the %d that were built", tick,
				u.Len(), units)
		}
		if now := mostVoices(u); now > most {
			return fmt.Errorf("rewired at tick %d: a unit has %d voices, want at most the %d "+
				"that were built", tick, now, most)
		}
	}
	return nil
}

// checkOwned checks that each result of Build belongs to its caller: no other Units share its
// lists.
func checkOwned(s network.Structure, u, again *network.Units, seed uint64) error {
	const shared = "Build gives %s twice: they belong to whoever calls it (Units.Clone)"
	if u == again {
		return fmt.Errorf(shared, "the same Units")
	}
	if u.Copied() {
		return errors.New("the units were copied by assignment, *u = *v, and share the lists " +
			"of v: use Units.Clone")
	}
	if u.Graph() != nil {
		return nil // only Rewire changes a graph
	}
	before := u.Clone(true)
	other, err := s.Build(u.People(), source(seed, 0))
	if err != nil {
		return err
	}
	if err := other.Reshuffle(source(seed, 1)); err != nil {
		return err
	}
	other.RotateLeaders(source(seed, 1))
	if sameUnits(u, before) != nil {
		return fmt.Errorf(shared, "the same lists")
	}
	return nil
}

func mostVoices(u *network.Units) int {
	most := 0
	for k := range u.Len() {
		most = max(most, len(u.Voices(k)))
	}
	return most
}

func checkUnits(u *network.Units, n int) error {
	if u.People() != n {
		return fmt.Errorf("the units have %d people", u.People())
	}
	met := make([]int, n) // the last list, counted from 1, that has the person
	for k := range u.Len() {
		if err := checkUnit(u, k, met); err != nil {
			return fmt.Errorf("unit %d: %w", k, err)
		}
	}
	if u.Graph() != nil {
		if err := checkCircles(u); err != nil {
			return err
		}
	}
	return checkSeats(u)
}

func checkUnit(u *network.Units, k int, met []int) error {
	voices, ranks := u.Voices(k), u.Ranks(k)
	if err := firstError(checkDistinct(voices, met, 2*k+1),
		checkDistinct(u.Audience(k), met, 2*k+2)); err != nil {
		return err
	}
	if ranks != nil && len(ranks) != len(voices) {
		return fmt.Errorf("%d ranks of %d voices", len(ranks), len(voices))
	}
	return checkTies(u.Weights(k), len(voices))
}

func checkDistinct(people []int32, met []int, list int) error {
	for _, p := range people {
		if p < 0 || int(p) >= len(met) {
			return fmt.Errorf("person %d, want 0 to %d", p, len(met)-1)
		}
		if met[p] == list {
			return fmt.Errorf("person %d is there twice: %v", p, people)
		}
		met[p] = list
	}
	return nil
}

func checkTies(ties []float32, voices int) error {
	if ties != nil && len(ties) != voices {
		return fmt.Errorf("%d ties to %d voices", len(ties), voices)
	}
	for _, tie := range ties {
		if !(tie >= 0 && tie <= math.MaxFloat32) {
			return fmt.Errorf("a tie is %v, want a finite number of at least 0", tie)
		}
	}
	return nil
}

// checkSeats checks that each person's seats are the units whose audience he belongs to. Each unit
// takes the next seat of everyone in its audience.
func checkSeats(u *network.Units) error {
	next := make([]int, u.People())
	for k := range u.Len() {
		for _, p := range u.Audience(k) {
			seats := u.Of(int(p))
			if next[p] >= len(seats) || int(seats[next[p]]) != k {
				return fmt.Errorf("person %d learns from unit %d, but his seats are %v", p,
					k, seats)
			}
			next[p]++
		}
	}
	for p, taken := range next {
		if seats := u.Of(p); taken != len(seats) {
			return fmt.Errorf("person %d has the seats %v, but is in the audience of %d of them", p,
				seats, taken)
		}
	}
	return nil
}

func checkCircles(u *network.Units) error {
	if u.Len() != u.People() {
		return fmt.Errorf("%d circles of %d people", u.Len(), u.People())
	}
	if err := checkGraph(u.Graph(), u.People()); err != nil {
		return err
	}
	for p := range u.Len() {
		if audience := u.Audience(p); len(audience) != 1 || int(audience[0]) != p {
			return fmt.Errorf("the audience of circle %d is %v, want its person alone", p, audience)
		}
		if !slices.Equal(u.Voices(p), u.Graph().Heard(p)) {
			return fmt.Errorf("the voices of circle %d are %v, but he hears %v", p, u.Voices(p),
				u.Graph().Heard(p))
		}
	}
	return nil
}

func sameUnits(a, b *network.Units) error {
	if a.People() != b.People() || a.Len() != b.Len() {
		return fmt.Errorf("%d units of %d people, and %d of %d with the same chance", a.Len(),
			a.People(), b.Len(), b.People())
	}
	for k := range a.Len() {
		same := slices.Equal(a.Voices(k), b.Voices(k)) && slices.Equal(a.Ranks(k), b.Ranks(k)) &&
			slices.Equal(a.Weights(k), b.Weights(k)) &&
			slices.Equal(a.Audience(k), b.Audience(k)) &&
			slices.Equal(a.Heard(k), b.Heard(k)) && slices.Equal(a.HeardRanks(k), b.HeardRanks(k))
		if !same {
			return fmt.Errorf("unit %d is %+v, and %+v with the same chance", k, a.Membership(k),
				b.Membership(k))
		}
	}
	return nil
}
