package opinion

import (
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

func same(t *testing.T, what string, got, want Opinion) {
	t.Helper()
	for i := range want {
		if math.Abs(got[i]-want[i]) > 1e-15 {
			t.Errorf("%s: %v, want %v", what, got, want)
			return
		}
	}
}

// weigh makes two voices with claims and with ties of the given weights.
func weigh(v *Voices, claims []Opinion, weights ...float32) {
	said := kernel.NewRealLayer(2, 2)
	copy(said.Row(0), claims[0])
	copy(said.Row(1), claims[1])
	v.engine().Set(said, []int32{0, 1}, nil, weights)
}

func TestVoices(t *testing.T) {
	v := NewVoices(Opinion{1, 2}, Opinion{3, 4})
	if v.Len() != 2 || v.ID(1) != 1 || v.At(1)[0] != 3 || v.Weight(0) != 1 || v.Rank(1) != 0 {
		t.Errorf("%d voices, the second is %d and says %v, tie %v, rank %v",
			v.Len(), v.ID(1), v.At(1), v.Weight(0), v.Rank(1))
	}
	said := kernel.NewRealLayer(4, 2)
	v.engine().Set(said, []int32{2, 3}, []uint8{0, kernel.Leader}, []float32{.5, 2})
	if v.Weight(1) != 2 || v.Rank(1) != kernel.Leader || v.ID(1) != 3 {
		t.Errorf("tie %v, rank %v", v.Weight(1), v.Rank(1))
	}
}

// The wanted norms were computed by hand.
func TestObjectifiers(t *testing.T) {
	norm := func(r Objectifier, own Opinion, v *Voices) Opinion {
		n := append(Opinion(nil), own...)
		r.Objectify(new(agents.Unit), v, n)
		return n
	}
	claims := []Opinion{{1, 0}, {2, 10}}
	v := NewVoices(claims...)
	same(t, "Average", norm(Average{Self: 1}, Opinion{0, 5}, v), Opinion{1, 5})
	same(t, "Average of others", norm(Average{}, Opinion{7, 7}, v), Opinion{1.5, 5})
	same(t, "Similar", norm(Similar{Confidence: 1}, Opinion{0, 5}, v), Opinion{.5, 5})
	same(t, "Similar to all", norm(Similar{Confidence: 5}, Opinion{0, 5}, v), Opinion{1, 5})
	same(t, "Total", norm(Total{}, Opinion{1, 1}, v), Opinion{4, 11})
	weigh(v, claims, 3, 1)
	same(t, "Average with ties", norm(Average{Self: 1}, Opinion{0, 5}, v), Opinion{1, 3})
	weigh(v, claims, 0, 0)
	same(t, "Average of nobody", norm(Average{}, Opinion{4, 5}, v), Opinion{4, 5})
}

func TestInternalizers(t *testing.T) {
	p := &agents.Person{Memory: make([]uint64, 2)}
	learn := func(r Internalizer, own, norm float64) float64 {
		o := Opinion{own}
		r.Internalize(p, Opinion{norm}, o)
		return o[0]
	}
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"Approach half", learn(Approach{.5}, 1, 2), 1.5},
		{"Approach all", learn(Approach{1}, .1, .7), .7},
		{"Compromise", learn(Compromise{.5, .2}, .5, .6), .55},
		{"Compromise too far", learn(Compromise{.5, .2}, .5, .8), .5},
		{"Accumulate", learn(Accumulate{}, 1, -3), -2},
		{"Anchored at first", learn(Anchored{.25}, 1, 5), 2},
		{"Anchored then", learn(Anchored{.25}, 7, 5), 2}, // it holds on to 1, which it had at first
	} {
		if math.Abs(c.got-c.want) > 1e-15 {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
	claim := Opinion{0}
	Candid{}.Externalize(nil, Opinion{3}, claim)
	same(t, "Candid", claim, Opinion{3})
}

// First opinions have the mean and the variance of the uniform distribution: for the width w they
// are Low + w/2, within 4 standard errors, and w^2/12.
func TestUniform(t *testing.T) {
	const n = 20_000
	o := make(Opinion, n)
	Uniform{Low: -1, High: 3}.Begin(&agents.Person{Stream: agents.NewStream(1)}, o)
	mean, square := 0., 0.
	for _, v := range o {
		if v < -1 || v >= 3 {
			t.Fatalf("%v is not -1 to 3", v)
		}
		mean += v / n
		square += v * v / n
	}
	if math.Abs(mean-1) > 4*math.Sqrt(16./12/n) || math.Abs(square-mean*mean-16./12) > .04 {
		t.Errorf("mean %v and variance %v, want 1 and %v", mean, square-mean*mean, 16./12)
	}
}

func TestLogit(t *testing.T) {
	if Logit(.5) != 0 || math.Abs(Logit(.501)-.00400000533334613) > 1e-15 {
		t.Errorf("%v and %v, want 0 and 2 artanh(.002)", Logit(.5), Logit(.501))
	}
}

func TestValidate(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		rule agents.Validator
		want string
	}{
		{Uniform{1, 0}, "Uniform is 1 to 0, want finite numbers, the second at least the first"},
		{Uniform{nan, 0},
			"Uniform is NaN to 0, want finite numbers, the second at least the first"},
		{Uniform{-math.MaxFloat64, math.MaxFloat64}, "Uniform is -1.7976931348623157e+308 to " +
			"1.7976931348623157e+308, want finite numbers, the second at least the first"},
		{Average{-1}, "Average.Self is -1, want a finite number of at least 0"},
		{Average{inf}, "Average.Self is +Inf, want a finite number of at least 0"},
		{Similar{nan}, "Similar.Confidence is NaN, want at least 0"},
		{Approach{1.5}, "Approach.Rate is 1.5, want 0 to 1"},
		{Compromise{.5, -1}, "Compromise.Confidence is -1, want at least 0"},
		{Compromise{nan, 1}, "Compromise.Rate is NaN, want 0 to 1"},
		{Anchored{-.5}, "Anchored.Rate is -0.5, want 0 to 1"},
	} {
		if err := c.rule.Validate(); err == nil || err.Error() != c.want {
			t.Errorf("%+v: %v, want %s", c.rule, err, c.want)
		}
	}
	for _, r := range []agents.Validator{
		Uniform{}, Uniform{-1, 1}, Average{}, Similar{inf}, Approach{1}, Compromise{.5, .2},
		Anchored{},
	} {
		if err := r.Validate(); err != nil {
			t.Errorf("%+v: %v", r, err)
		}
	}
}
