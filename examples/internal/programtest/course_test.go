package programtest

import (
	"slices"
	"testing"
)

// A number must be printed, with either sign. An estimate must be printed with its interval, as it
// is or turned around.
func TestUntold(t *testing.T) {
	const printed = "a 0.25 and .5 [.4, .6], then\n(-.2 [-.3,\n-.1]) and -.7 [-.9, 0]"
	for _, c := range []struct {
		states  string
		missing []string
	}{
		{"it gains .25, and .5 [.4, .6]", nil}, {"it costs .2 [.1, .3]", nil},
		{"it costs .7 [0,\n.9]", nil}, {"it gains .7 [-.9, 0]", []string{".7 [-.9,0]"}},
		{"it gains .2 [-.3, -.1]", []string{".2 [-.3,-.1]"}}, {"it is .26", []string{".26"}},
		{"it is .5 [.4, .7]", []string{".5 [.4,.7]"}},
	} {
		if got := untold(c.states, printed); !slices.Equal(got, c.missing) {
			t.Errorf("%q: %q is not printed, want %q", c.states, got, c.missing)
		}
	}
}
