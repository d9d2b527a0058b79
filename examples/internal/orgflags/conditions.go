package orgflags

import (
	"flag"
	"math"

	"orglearn/examples/program"
	"orglearn/sim/setups"
)

// AddConditions adds the flags of conditions, all but their people. What c holds is the default.
func AddConditions(flags *flag.FlagSet, c *setups.Conditions) {
	flags.IntVar(&c.Dimensions, "dimensions", c.Dimensions,
		"dimensions one can be right or wrong about")
	flags.IntVar(&c.Block, "block", c.Block, "dimensions that pay only together")
	flags.IntVar(&c.Seen, "seen", c.Seen, "dimensions on which merit is judged, whole blocks "+
		"(0: all)")
	flags.Float64Var(&c.Superior, "superior", c.Superior,
		"rate at which the better voices' vote becomes the norm, 0 to 1")
	flags.Float64Var(&c.Absorb, "absorb", c.Absorb,
		"rate at which a norm is taken to heart, 0 to 1")
	flags.IntVar(&c.Attention, "attention", c.Attention, "seats that a person heeds per tick "+
		"(0: all)")
	flags.IntVar(&c.Ticks, "ticks", c.Ticks, "ticks of a run")
}

// CheckConditions reports conditions out of their ranges, by the names of their flags.
func CheckConditions(c setups.Conditions) error {
	for _, f := range []struct {
		name               string
		value, least, most int
	}{
		{"dimensions", c.Dimensions, 1, 1 << 20},
		{"block", c.Block, 1, c.Dimensions},
		{"seen", c.Seen, 0, c.Dimensions},
		{"attention", c.Attention, 0, math.MaxInt32},
		{"ticks", c.Ticks, 0, 1_000_000},
	} {
		if f.value < f.least || f.value > f.most {
			return program.Misuse("-%s is %d, want %d to %d", f.name, f.value, f.least, f.most)
		}
	}
	if c.Dimensions%c.Block != 0 {
		return program.Misuse("-block is %d, want a divisor of the %d dimensions", c.Block,
			c.Dimensions)
	}
	if c.Seen%c.Block != 0 {
		return program.Misuse("-seen is %d, want whole blocks of %d", c.Seen, c.Block)
	}
	for _, f := range []struct {
		name string
		rate float64
	}{{"superior", c.Superior}, {"absorb", c.Absorb}} {
		if !(f.rate >= 0 && f.rate <= 1) {
			return program.Misuse("-%s is %v, want 0 to 1", f.name, f.rate)
		}
	}
	return nil
}
