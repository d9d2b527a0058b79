package kinds

import (
	"orglearn/sim"
	"orglearn/sim/formation"
	"orglearn/sim/setups"
)

// controls are the controls of organizations and models. Each is an organization again, but for
// what is drawn at random.
func controls() Table {
	drawn := func(what formation.Drawn) func(sim.Scenario) (sim.Scenario, error) {
		return func(s sim.Scenario) (sim.Scenario, error) {
			c, err := formation.NewControls(s)
			if err != nil {
				return s, err
			}
			return c.Scenario(what), nil
		}
	}
	return Table{
		control("randomized", "Members are drawn: the same seats and sizes of units.",
			func(s sim.Scenario) (sim.Scenario, error) { return setups.Randomized(s), nil }),
		control("connected", "Members are drawn so that everybody can reach everybody.",
			func(s sim.Scenario) (sim.Scenario, error) { return setups.Connected(s), nil }),
		control("members-drawn",
			"Communities form and end as they do, with members drawn; with formation.",
			drawn(formation.Members)),
		control("domains-drawn",
			"Communities form and end as they do, with topics drawn; with formation.",
			drawn(formation.Domains)),
	}
}
