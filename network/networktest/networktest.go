// Package networktest checks structures and generators against what packages network and sim rely
// on. Users run it on their own:
//
//	func TestDepartments(t *testing.T) {
//		networktest.Structure(t, Departments{Floors: 3}, 1, 2, 30, 1000)
//	}
//
// Structure is for a network.Structure, a network.Rewirer included; Generator is for a
// network.Generator.
package networktest

import (
	"math/rand/v2"
	"testing"

	"orglearn/network"
)

// seeds are the chances that each number of people is tried with.
var seeds = []uint64{1, 2, 1991}

// source is a chance of its own for each purpose.
func source(seed, purpose uint64) network.Source { return rand.New(rand.NewPCG(seed, purpose)) }

// Structure checks s over each of the given numbers of people, with several chances. It fails the
// test if
//
//   - Build is an error, gives other people than asked for, or other units the second time with the
//     same chance, also when two goroutines build at once (run it with -race);
//   - what Build gives is, in whole or in part, given out twice, or a copy made by assignment;
//   - a person is out of range, or twice among the voices or in the audience of a unit;
//   - a person's seats are not the units in whose audience he is, ascending;
//   - ranks or ties are neither nil nor one for each voice, or a tie is not a finite number of at
//     least 0;
//   - a circle holds its own person as a voice, or its audience is not he alone;
//   - Rewire, where there is one, changes the number of people or of units, gives a unit more
//     voices than any had before, breaks one of the above, changes the units of another Build, or
//     gives other units the second time with the same chance.
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

// Generator checks g over each of the given numbers of people, with several chances. It fails the
// test if Graph is an error, gives other people than asked for, or another graph the second time
// with the same chance, also when two goroutines draw at once; if a person whom somebody hears is
// out of range, himself, or not above the one before; or if ties are neither nil nor one finite
// number of at least 0 for each person heard.
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

// twice calls build in two goroutines at once. The error is that of either.
func twice[T any](build func() (T, error)) (a, b T, err error) {
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
