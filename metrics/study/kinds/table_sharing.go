package kinds

import (
	"math"

	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// mechanism returns the kind of a part of setups.Practice.
func mechanism[T any](
	name, sentence string, base T, put func(*setups.Practice, T), fields ...FieldOf[T],
) Kind {
	return New(Mechanism, name, sentence, base, func(t T, d *Draft) error {
		put(&d.On.Practice, t)
		return nil
	}, fields...)
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

// asking is how people ask each other.
type asking struct {
	shares practice.Shares
	by     practice.Way
	load   int
	reuse  float64
}

// trusting is how a unit trusts its voices.
type trusting struct{ trust, trustRate, helpRate float64 }

// granting is how a norm comes to be taken for granted.
type granting struct{ hold, pull float64 }

// sharing are the mechanisms of who learns from whom.
func sharing() Table {
	return Table{
		mechanism("sharing", "In a tick a person gathers, asks, creates or does nothing (Huysman "+
			"and de Wit 2002).", asking{shares: practice.Shares{Ask: 4}},
			func(p *setups.Practice, t asking) {
				p.Shares, p.Respondent.By, p.Load, p.Reuse = t.shares, t.by, t.load, t.reuse
			},
			parts("ask", "of ticks in which a person asks",
				func(t *asking) *int { return &t.shares.Ask }),
			parts("create", "in which he meets to create; needs the rule flip",
				func(t *asking) *int { return &t.shares.Create }),
			parts("idle", "in which he learns nothing from others",
				func(t *asking) *int { return &t.shares.Idle }),
			ChoiceOf("respondent", "whom he asks", func(t *asking) *practice.Way { return &t.by },
				"drawn", "standing", "directory", "trusted", "helpful"),
			WholeOf("load", "requests", "that a voice answers per tick; 0 is all", 0,
				math.MaxInt32, func(t *asking) *int { return &t.load }).Upto(10),
			rateAt("reuse", "that an answer is taken over; 0 is that of absorb",
				func(t *asking) *float64 { return &t.reuse })),
		apprenticeship(),
		mechanism("trust", "A unit trusts those more by whom its people gained.",
			trusting{trust: 1, trustRate: .5}, func(p *setups.Practice, t trusting) {
				p.Trust, p.TrustRate, p.HelpRate = t.trust, t.trustRate, t.helpRate
			},
			slopeOf("slope", "of a voice's weight by trust in him",
				func(t *trusting) *float64 { return &t.trust }),
			rateAt("rate", "at which trust follows what people learn",
				func(t *trusting) *float64 { return &t.trustRate }),
			rateAt("help", "at which trust that one answers follows answers",
				func(t *trusting) *float64 { return &t.helpRate })),
		mechanism("granted", "What has counted as knowledge for long is taken for granted (Berger "+
			"and Luckmann 1966).", granting{hold: .5}, func(p *setups.Practice, t granting) {
			p.Hold, p.Pull = t.hold, t.pull
		},
			NumberOf("hold", "votes", "that each step of a norm's strength outweighs", 0,
				practice.MaxHold, func(t *granting) *float64 { return &t.hold }).Upto(10),
			NumberOf("pull", slope, "of taking over by a norm's strength", -1, practice.MaxPull,
				func(t *granting) *float64 { return &t.pull }).Upto(5)),
		mechanism("led", "People heed the leader of a unit.", practice.Led{Share: 8},
			func(p *setups.Practice, t practice.Led) { p.Led = t },
			parts("share", "of ticks in which a person heeds the leader",
				func(t *practice.Led) *int { return &t.Share }),
			slopeOf("trust", "of the share by trust in the leader",
				func(t *practice.Led) *float64 { return &t.Trust })),
		nested(),
		repository(),
	}
}

func apprenticeship() Kind {
	type T = practice.Apprenticeship
	return mechanism("apprenticeship", "Newcomers learn at the edge before they are heard (Lave "+
		"and Wenger 1991).", T{Wait: 10}, func(p *setups.Practice, t T) { p.Apprenticeship = t },
		every("wait", "that one learns before one is heard", 0, practice.MaxWait,
			func(t *T) *int { return &t.Wait }),
		ChoiceOf("master", "whom an apprentice heeds",
			func(t *T) *practice.Master { return &t.Master },
			"norm", "drawn", "longest", "best"),
		slopeOf("slope", "of a voice's weight by tenure",
			func(t *T) *float64 { return &t.Slope }),
		SwitchOf("per-seat", "tenure counts in each unit; without a master",
			func(t *T) *bool { return &t.PerSeat }))
}

// nesting is setups.Nested, and how a unit below is consulted.
type nesting struct {
	setups.Nested
	consult float64
}

func nested() Kind {
	type T = nesting
	return mechanism("nested", "Parents stand over the units.",
		T{Nested: setups.Nested{Top: true, Fan: 4}},
		func(p *setups.Practice, t T) { p.Nested, p.Consult = t.Nested, t.consult },
		WholeOf("fan", "units", "children of a parent, 2 or more; 0 is one top unit over all", 0,
			math.MaxInt32, func(t *T) *int { return &t.Fan }).Upto(20),
		SwitchOf("down", "the norm of a parent is a voice in its children",
			func(t *T) *bool { return &t.Down }),
		SwitchOf("formal", "communities of practice have no parent",
			func(t *T) *bool { return &t.Formal }),
		rateAt("hidden", "that a parent does not hear a dimension of a norm",
			func(t *T) *float64 { return &t.Hidden }),
		WholeOf("every", "times", "that each level is slower than the one below; 0 is 1", 0,
			math.MaxInt32, func(t *T) *int { return &t.Every }).Upto(20),
		rateAt("consult", "that a unit that is heard blocks a change",
			func(t *T) *float64 { return &t.consult }))
}

func repository() Kind {
	type T = setups.Repository
	return mechanism("repository", "What is written down for all to read, beside the units.",
		T{On: true}, func(p *setups.Practice, t T) { p.Repository = t },
		SwitchOf("curated", "one community writes, else everybody does",
			func(t *T) *bool { return &t.Curated }),
		every("until", "after which nobody writes; 0 is never", 0, sim.MaxTicks,
			func(t *T) *int { return &t.Until }),
		rateAt("fade", "that an entry is lost, per tick", func(t *T) *float64 { return &t.Fade }))
}
