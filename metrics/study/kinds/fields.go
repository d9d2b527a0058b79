package kinds

import (
	"math"

	"orglearn/network"
	"orglearn/sim"
)

// size is WholeOf for a number of people in a group.
func size[T any](name, sentence string, least int, at func(*T) *int) FieldOf[T] {
	return WholeOf(name, people, sentence, least, network.MaxPeople, at).Upto(20)
}

// population is WholeOf for the people of a model.
func population[T any](least, most int, high float64, at func(*T) *int) FieldOf[T] {
	return WholeOf("people", people, "number of people", least, most, at).Upto(high)
}

// width is WholeOf for the dimensions of a model.
func width[T any](at func(*T) *int) FieldOf[T] {
	return WholeOf("dimensions", dimensions, "facts to be right or wrong about", 1,
		sim.MaxDimensions, at).Upto(200)
}

// length is WholeOf for the ticks of a model.
func length[T any](name string, least int, high float64, at func(*T) *int) FieldOf[T] {
	return WholeOf(name, ticks, "the most of them in a run", least, sim.MaxTicks, at).Upto(high)
}

// leaving is NumberOf for turnover in a model.
func leaving[T any](name string, at func(*T) *float64) FieldOf[T] {
	return NumberOf(name, rate, "that a person leaves and is replaced, per period", 0, 1, at)
}

// slopeOf is NumberOf for a slope, which is -1 to 1.
func slopeOf[T any](name, sentence string, at func(*T) *float64) FieldOf[T] {
	return NumberOf(name, slope, sentence, -1, 1, at)
}

// rateAt is NumberOf for a probability.
func rateAt[T any](name, sentence string, at func(*T) *float64) FieldOf[T] {
	return NumberOf(name, rate, sentence, 0, 1, at)
}

// parts is WholeOf for sixteenths.
func parts[T any](name, sentence string, at func(*T) *int) FieldOf[T] {
	return WholeOf(name, sixteenths, sentence, 0, 16, at)
}

// every is WholeOf for a number of ticks.
func every[T any](name, sentence string, least, most int, at func(*T) *int) FieldOf[T] {
	return WholeOf(name, ticks, sentence, least, most, at).Upto(math.Min(float64(most), 100))
}

// at is WholeOf for the tick of an event.
func at[T any](of func(*T) *int) FieldOf[T] {
	return WholeOf("at", "tick", "at which it happens", 0, sim.MaxTicks, of).Upto(200)
}

// only is the field of a rule that has one probability.
func only[T any](sentence string, at func(*T) *float64) FieldOf[T] {
	return rateAt("rate", sentence, at)
}
