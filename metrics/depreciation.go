package metrics

import "math"

// Depreciation is how fast a stock of knowledge is lost in an organization that was studied. It
// says how much of a month a tick stands for (see TicksAMonth).
type Depreciation struct {
	Source  string
	Carried float64 // share of the stock that is left after a month, 0 to 1
}

// Depreciations are published estimates.
//
//	Liberty yards   lambda .75 a month: 3.2 % is left after a year (Argote, Beckman and Epple
//	                1990, Management Science 36:140-154)
//	Kim 2005        55 % is left after a month
//
// Beside them stand rates at which people leave (Argote, Organizational Learning): 25 % a month in
// fast food, 10 % in shipyards, 1 to 2 % in a car plant. Turnovers lists them.
var Depreciations = []Depreciation{
	{Source: "Liberty shipyards", Carried: .75}, {Source: "Kim 2005", Carried: .55},
}

// Turnovers are published shares of people who leave in a month (Argote, Organizational Learning).
// What one knows alone depreciates by them.
var Turnovers = []Depreciation{
	{Source: "fast food", Carried: .75}, {Source: "shipyards", Carried: .90},
	{Source: "car plant, at most", Carried: .98}, {Source: "car plant, at least", Carried: .99},
}

// After returns the share that is left after a number of months, 0 or more: Carried^months.
func (d Depreciation) After(months int) float64 {
	left := 1.
	for range months {
		left *= d.Carried
	}
	return left
}

// TicksAMonth returns how many ticks are a month, if the share kept is left after some ticks, as
// Permanent measures it, and the organization loses as much a month as the one that was studied:
// the solution n of kept^(n/after) = Carried. It is above 0, and NaN unless kept and Carried are
// between 0 and 1, both excluded, and after is 1 or more.
func (d Depreciation) TicksAMonth(kept float64, after int) float64 {
	if !(kept > 0 && kept < 1 && d.Carried > 0 && d.Carried < 1) || after < 1 {
		return math.NaN()
	}
	return float64(float64(after)*math.Log(d.Carried)) / math.Log(kept)
}
