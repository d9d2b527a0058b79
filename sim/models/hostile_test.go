package models_test

import (
	"testing"

	"orglearn/sim"
	"orglearn/sim/internal/hostile"
	"orglearn/sim/models"
)

// model is the interface that all models implement.
type model interface{ Scenario() sim.Scenario }

// hosted builds the scenario of a model and runs it for one tick.
func hosted(m any) error {
	if v, ok := m.(interface{ Validate() error }); ok {
		if err := v.Validate(); err != nil {
			return err
		}
	}
	built, err := sim.New(m.(model).Scenario(), 1, 0)
	if err != nil || built.Done() {
		return err
	}
	return built.Step()
}

// Every field of every model gets hostile values, alone and after the model's own Validate.
func TestHostile(t *testing.T) {
	b := hostile.New(t,
		"*=0", "*=<nil>", // the baseline
		"SchillingFang2014.Hubbiness=1.5", "Threshold.Number=8589934597", // more than all
		"Threshold.Number=1099511627776", "Threshold.Number=4611686018427387907",
		"Threshold.Number=9223372036854775807", "DeGroot1974.First=[0 0 0]",
		"FriedkinJohnsen1990.First=[0 0 0]", "Carley1992.Span=8589934597", // all report to one
		"Carley1992.Span=1099511627776", "Carley1992.Span=4611686018427387907",
		"Carley1992.Span=9223372036854775807")
	for _, m := range []any{
		models.March1991{Periods: 1}, models.Fang2010{}, models.SchillingFang2014{},
		models.KaneAlavi2007{Tools: models.Rooms | models.OnlineCommunities},
		models.Miller2006{Periods: 1}, models.Carley1992{Form: models.HierarchyForm},
		models.LazerFriedman2007{}, models.BarkocziGalesic2016{}, models.Axelrod1997{},
		models.Threshold{Number: 1, Seeds: 1}, models.Zollman2007{}, models.DeGroot1974{},
		models.FriedkinJohnsen1990{}, models.HegselmannKrause2002{}, models.Deffuant2000{},
		models.Becker2017{}, models.Shore2015{}, models.Shore2015{Search: models.Theories},
	} {
		b.Fields(m, hosted)
	}
	b.End(200)
}
