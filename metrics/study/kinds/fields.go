package kinds

import (
	"math"

	"orglearn/network"
	"orglearn/sim"
)

// size is WholeOf for a number of people in a group.
func size(name, sentence string, least int, at *int) Field {
	return WholeOf(name, people, sentence, least, network.MaxPeople, at).Upto(20)
}

// population is WholeOf for the people of a model.
func population(least, most int, high float64, at *int) Field {
	return WholeOf("people", people, "number of people", least, most, at).Upto(high)
}

// width is WholeOf for the dimensions of a model.
func width(at *int) Field {
	return WholeOf("dimensions", dimensions, "facts to be right or wrong about", 1,
		sim.MaxDimensions, at).Upto(200)
}

// length is WholeOf for the ticks of a model.
func length(name string, least int, high float64, at *int) Field {
	return WholeOf(name, ticks, "the most of them in a run", least, sim.MaxTicks, at).Upto(high)
}

// leaving is NumberOf for turnover in a model.
func leaving(name string, at *float64) Field {
	return NumberOf(name, rate, "that a person leaves and is replaced, per period", 0, 1, at)
}

// slopeOf is NumberOf for a slope, which is -1 to 1.
func slopeOf(name, sentence string, at *float64) Field {
	return NumberOf(name, slope, sentence, -1, 1, at)
}

// rateAt is NumberOf for a probability.
func rateAt(name, sentence string, at *float64) Field {
	return NumberOf(name, rate, sentence, 0, 1, at)
}

// parts is WholeOf for sixteenths.
func parts(name, sentence string, at *int) Field {
	return WholeOf(name, sixteenths, sentence, 0, 16, at)
}

// every is WholeOf for a number of ticks.
func every(name, sentence string, least, most int, at *int) Field {
	return WholeOf(name, ticks, sentence, least, most, at).Upto(math.Min(float64(most), 100))
}

// at is WholeOf for the tick of an event.
func at(of *int) Field {
	return WholeOf("at", "tick", "at which it happens", 0, sim.MaxTicks, of).Upto(200)
}

// only is the field of a rule that has one probability.
func only(sentence string, at *float64) Field {
	return rateAt("rate", sentence, at)
}
