package search

import (
	"context"
	"fmt"
	"math"

	"orglearn/metrics/stats"
)

// Flip is a search for the least change of a parameter that reverses a difference, such as that of
// two organizations. From the value Now it tries values on the way to Until, evenly spread, up to
// the first at which the mean difference no longer has its sign. Then it halves the interval before
// that value. Two reversals between two values that are tried are not seen.
type Flip struct {
	Now, Until float64 // finite, and not equal; Until may be below Now
	Tries      int     // values on the way, 1 or more
	Within     float64 // halving ends when the interval is no wider than this: above 0
	// Step says that values differ from Now by multiples of it: above 0 (0: any values). The
	// interval is then no wider than Within or Step.
	Step float64
}

// Turn is what a search for a reversal found.
type Turn struct {
	Now stats.Estimate // the difference at the present value
	// Reversed is false if the difference keeps its sign at all values that were tried.
	Reversed bool
	// Before and After are the values between which it turns: the last with the sign of now, and
	// the first without. If it is not reversed, both are the last value that was tried.
	Before, After     float64
	AtBefore, AtAfter stats.Estimate
}

// Difference estimates a difference at a value of the parameter, with the same chance at each. An
// estimate of no values (N is 0) says that there is no such organization; the value is passed over.
type Difference func(ctx context.Context, value float64) (stats.Estimate, error)

// Search looks for the reversal. Errors are those of the difference, fields out of their ranges,
// and a difference of 0, or none, at the present value: then nobody is ahead.
func (f Flip) Search(ctx context.Context, difference Difference) (Turn, error) {
	if err := f.check(); err != nil {
		return Turn{}, err
	}
	now, err := difference(ctx, f.Now)
	if err != nil {
		return Turn{}, err
	}
	t := Turn{Now: now, Before: f.Now, After: f.Now, AtBefore: now, AtAfter: now}
	if now.N == 0 || now.Mean == 0 {
		return t, fmt.Errorf("search: the difference at %v is %v, want one that is not 0", f.Now,
			now)
	}
	for i := 1; i <= f.Tries && !t.Reversed; i++ {
		v := f.Now + (f.Until-f.Now)*float64(i)/float64(f.Tries)
		if err := t.look(ctx, f.onStep(v), difference); err != nil {
			return t, err
		}
	}
	if !t.Reversed {
		t.After, t.AtAfter = t.Before, t.AtBefore
		return t, nil
	}
	return t, f.halve(ctx, &t, difference)
}

// halve narrows the interval in which the difference turns.
func (f Flip) halve(ctx context.Context, t *Turn, difference Difference) error {
	for math.Abs(t.After-t.Before) > max(f.Within, f.Step*(1+1e-9)) {
		before, after := t.Before, t.After
		if err := t.look(ctx, f.onStep((before+after)/2), difference); err != nil {
			return err
		}
		if t.Before == before && t.After == after { // there is no organization in the middle
			return f.scan(ctx, t, difference)
		}
	}
	return nil
}

// scan tries all values between Before and After, step by step, up to the reversal.
func (f Flip) scan(ctx context.Context, t *Turn, difference Difference) error {
	after, step := t.After, math.Copysign(f.Step, t.After-t.Before)
	for i := 1; f.Step > 0 && t.After == after; i++ {
		v := f.onStep(t.Before + float64(float64(i)*step))
		if math.Abs(after-v) < f.Step/2 || (after-v)*step < 0 {
			return nil
		}
		was := t.Before
		if err := t.look(ctx, v, difference); err != nil {
			return err
		}
		if t.Before != was {
			i = 0
		}
	}
	return nil
}

// look tries a value.
func (t *Turn) look(ctx context.Context, value float64, difference Difference) error {
	e, err := difference(ctx, value)
	if err != nil || e.N == 0 {
		return err
	}
	if e.Mean*t.Now.Mean > 0 {
		t.Before, t.AtBefore = value, e
	} else {
		t.Reversed, t.After, t.AtAfter = true, value, e
	}
	return nil
}

// onStep is the nearest value that is allowed.
func (f Flip) onStep(value float64) float64 {
	if f.Step == 0 {
		return value
	}
	return f.Now + float64(f.Step*math.Round((value-f.Now)/f.Step))
}

func (f Flip) check() error {
	finite := func(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
	switch {
	case !finite(f.Now) || !finite(f.Until) || f.Now == f.Until:
		return fmt.Errorf("search: Flip is from %v until %v, want two finite values", f.Now,
			f.Until)
	case f.Tries < 1 || f.Tries > MaxCandidates:
		return fmt.Errorf("search: Flip.Tries is %d, want 1 to %d", f.Tries, MaxCandidates)
	case !(f.Within > 0):
		return fmt.Errorf("search: Flip.Within is %v, want above 0", f.Within)
	case !(f.Step >= 0) || !finite(f.Step):
		return fmt.Errorf("search: Flip.Step is %v, want 0 or more", f.Step)
	}
	return nil
}
