// Package networktest checks that structures and generators keep the promises on which packages
// network and sim rely. Users call it in tests of their own structures and generators:
//
//	func TestDepartments(t *testing.T) {
//		networktest.Structure(t, Departments{Floors: 3}, 1, 2, 30, 1000)
//	}
//
// Structure checks a network.Structure, including a network.Rewirer. Generator checks a
// network.Generator. Both use several seeds; the same seed gives a network.Source of the same
// random numbers.
package networktest

import (
	"math/rand/v2"
	"testing"

	"orglearn/network"
)

// seeds are the seeds with which each number of people is tried.
var seeds = []uint64{1, 2, 1991}

// source returns a Source whose random numbers differ for each seed and purpose.
func source(seed, purpose uint64) network.Source { return rand.New(rand.NewPCG(seed, purpose)) }

// Structure checks s over each of the given numbers of people, with several seeds. It fails the
// test if
//
//   - Build returns an error, or units over another number of people;
//   - Build returns other units when it is called again with the same seed, also in two goroutines
//     at once (run it with -race);
//   - two calls of Build return the same Units or the same lists, or Build returns a copy made by
//     assignment;
//   - a person is out of range, or twice among the voices or in the audience of a unit;
//   - a person's seats are not the units whose audience he belongs to, ascending;
//   - ranks or weights are neither nil nor one for each voice, or a weight is not a finite number
//     of at least 0;
//   - a circle has its own person as a voice, or its audience is not that person alone;
//   - Rewire, if there is one, changes the number of people or of units, or gives a unit more
//     voices than the largest had before;
//   - Rewire breaks one of the above, changes the units of another Build, or gives other units when
//     it is called again with the same seed.
func Structure(t *testing.T, s network.Structure, ns ...int) {
	t.Helper()
	for _, n := range ns {
		for _, seed := range seeds {
			if err := checkStructure(s, n, seed); err != nil {
				t.Errorf("%T over %d people, seed %d: %v", s, n, seed, err)
			}
		}
	}
}

// Generator checks g over each of the given numbers of people, with several seeds. It fails the
// test if
//
//   - Graph returns an error, or a graph of another number of people;
//   - Graph returns another graph when it is called again with the same seed, also in two
//     goroutines at once;
//   - the people whom a person hears are out of range, include himself, or are not ascending;
//   - weights are neither nil nor one finite number of at least 0 for each person heard.
func Generator(t *testing.T, g network.Generator, ns ...int) {
	t.Helper()
	for _, n := range ns {
		for _, seed := range seeds {
			if err := checkGenerator(g, n, seed); err != nil {
				t.Errorf("%T over %d people, seed %d: %v", g, n, seed, err)
			}
		}
	}
}

// buildTwice calls build in two goroutines at once, and returns the first error of either.
func buildTwice[T any](build func() (T, error)) (a, b T, err error) {
	done := make(chan error)
	go func() {
		var err error
		b, err = build()
		done <- err
	}()
	a, err = build()
	return a, b, firstError(err, <-done)
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
