package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"orglearn/agents"
	"orglearn/metrics/study"
	"orglearn/sim"
)

// answer says in a few sentences what was found, for somebody who reads nothing else.
func (in Input) answer(all []study.Difference, findings []study.Finding) (lines []string) {
	for _, c := range in.Study.Compare {
		lines = append(lines, sentence(c, all))
	}
	for _, f := range findings {
		lines = append(lines, fmt.Sprintf("The hypothesis %q is %s.", f.Name, f))
	}
	if len(lines) == 0 {
		lines = append(lines, in.highest())
	}
	if n := len(in.Data.Failed); n > 0 {
		lines = append(lines, fmt.Sprintf("%d runs failed, and are left out.", n))
	}
	return append(lines, "This is about these rules, and not about real organizations.")
}

// sentence says what came out at how many points of the axes, and how large it is there.
func sentence(c study.Compare, all []study.Difference) string {
	by, points := map[study.Verdict][]float64{}, 0
	for _, d := range all {
		if d.Compare == c {
			by[d.Verdict] = append(by[d.Verdict], d.Mean)
			points++
		}
	}
	var parts []string
	for _, v := range []study.Verdict{study.Higher, study.Lower, study.Same, study.Slight,
		study.Open, study.Unknown} {
		if means := by[v]; len(means) > 0 {
			parts = append(parts, fmt.Sprintf("at %d of %d points %s%s", len(means), points,
				said(v, c), size(v, means)))
		}
	}
	what := tickOf(c)
	return strings.ToUpper(what[:1]) + what[1:] + ": " + strings.Join(parts, "; ") + "."
}

// said is a verdict as a part of a sentence.
func said(v study.Verdict, c study.Compare) string {
	switch v {
	case study.Higher, study.Lower:
		return fmt.Sprintf("%s is %s than %s", c.Between[0], v, c.Between[1])
	case study.Unknown:
		return "there are too few runs"
	}
	both := c.Between[0] + " and " + c.Between[1]
	switch v {
	case study.Same:
		return fmt.Sprintf("%s are the same, by the margin of %v", both, c.Margin)
	case study.Slight:
		return both + " differ, perhaps by less than the margin"
	}
	return "the runs do not show whether " + both + " differ"
}

// size says how large the differences of a verdict are.
func size(v study.Verdict, means []float64) string {
	if v != study.Higher && v != study.Lower {
		return ""
	}
	for i := range means {
		means[i] = math.Abs(means[i])
	}
	low, high := decimal(slices.Min(means)), decimal(slices.Max(means))
	if low == high {
		return ", by " + low
	}
	return ", by " + low + " to " + high
}

// highest says which organization has the highest mean over all points, where nothing is compared.
func (in Input) highest() string {
	best, at := "", 0.0
	for _, name := range in.plain() {
		if e := in.over(in.cells[name], in.main()); e.N > 0 && (best == "" || e.Mean > at) {
			best, at = name, e.Mean
		}
	}
	if best == "" {
		return "No organization has a mean."
	}
	return fmt.Sprintf("Of %d organizations %s has the highest mean, %s, in %s. The study "+
		"compares nothing, so this is no claim.", len(in.plain()), best, decimal(at),
		in.Data.Plan.Columns[in.main()])
}

// methods is a paragraph for a paper.
func (in Input) methods() string {
	p := in.Data.Plan
	text := fmt.Sprintf("We simulated %s with orglearn %s (random streams %s, seed %d). ",
		list(in.plain()), sim.Version, agents.StreamVersion, p.Seed)
	if len(in.Study.Axes) > 0 {
		var axes []string
		for _, a := range in.Study.Axes {
			var values []string
			for _, v := range a.Values {
				values = append(values, v.String())
			}
			axes = append(axes, a.Name+" ("+strings.Join(values, ", ")+")")
		}
		text += fmt.Sprintf("We varied %s in all combinations, %d cells in all. ", list(axes),
			len(p.Cells))
	}
	if in.Study.Randomized {
		text += "Beside each organization stands a control with the same sizes of units and " +
			"seats per person, whose members are drawn at random in each replicate. "
	}
	text += fmt.Sprintf("Each cell has %d replicates. Replicates of the same number share "+
		"reality, people, first beliefs and chance in all cells, so differences are paired. We "+
		"recorded %s. ", p.Replicates, list(in.columns()))
	if n := len(in.Study.Compare); n > 0 {
		text += "Intervals of differences are Student's t intervals, adjusted so that all hold " +
			"together at 95 % (Bonferroni). Margins were fixed before the runs. "
	}
	if u := in.Study.Until; u != nil {
		text += fmt.Sprintf("Replicates were added at up to %d looks (%v) until the half-width of "+
			"the difference was at most %v; the intervals are adjusted for the looks. ",
			len(study.Looks), study.Looks, u.HalfWidth)
	}
	return text + fmt.Sprintf("The plan of the study has the SHA-256 %s.", p.Hash())
}

// columns names what is recorded.
func (in Input) columns() (all []string) {
	for _, c := range in.Data.Plan.Columns {
		all = append(all, c.Metric+" at tick "+fmt.Sprint(c.Tick))
	}
	return all
}

// list joins words: "a, b and c".
func list(all []string) string {
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1]
}

// limits says what the study does not show.
func (in Input) limits() []string {
	limits := []string{
		"The organizations are models. The study shows what follows from their rules, and not " +
			"what people do.",
		"Intervals cover the chance of the simulation. They do not cover the choice of rules, " +
			"rates and sizes, beyond what the axes vary.",
		"Organizations that differ in seats per person differ in contact, which may explain more " +
			"than their arrangement: see the table of organizations.",
	}
	if !in.Study.Randomized {
		limits = append(limits, "No organization stands beside a randomized control, so the study "+
			"cannot tell arrangement from amount of contact.")
	}
	if len(in.Study.Hypotheses) == 0 {
		limits = append(limits, "No hypothesis was stated before the runs, so all is exploration.")
	}
	if len(in.Study.Axes) == 0 {
		limits = append(limits, "Nothing was varied, so it is open how far the results carry.")
	}
	return limits
}

// section is a part of the ODD protocol.
type section struct {
	Title string
	Text  []string
}

// odd drafts the ODD protocol (Grimm et al. 2020, JASSS 23(2):7) from the scenarios that were run.
func (in Input) odd() []section {
	s := in.Data.Plan.Cells[0].Scenario
	return []section{
		{"1. Purpose and patterns", []string{"The model asks: " + in.title()}},
		{"2. Entities, state variables and scales", []string{
			fmt.Sprintf("People: %d in the first cell. Each holds a belief of +1, -1 or 0 in each "+
				"of %d dimensions.", s.People, s.Dimensions),
			"Social units: each keeps a norm of +1, -1 or 0 in each dimension. " +
				channels(s),
			fmt.Sprintf("Time is in ticks; a run has at most %d. There is no space.", s.Ticks)}},
		{"3. Process overview and scheduling", []string{"In a tick, in this order: structures " +
			"that change by themselves; standing of people and norms; people externalize; units " +
			"objectify; people internalize; trials alone; reflection; events. People act at " +
			"once: nobody sees what another writes in the same step." + simultaneous(s)}},
		{"4. Design concepts", []string{
			"Learning: people take over norms of units in which they hear others.",
			"Sensing: who stands above whom is judged by what reality pays, perhaps on a sample.",
			"Stochasticity: chance is keyed by seed, replicate, purpose, channel, tick and " +
				"person, so replicates of the same number are paired over cells.",
			"Observation: " + list(in.columns()) + "."}},
		{"5. Initialization", []string{fmt.Sprintf("First beliefs: %T. Reality: %T.",
			orNil(s.Beliefs, "agents.Mixed"), orNil(s.Reality, "sim.Additive"))}},
		{"6. Input data", []string{inputs(in.Study.Text)}},
		{"7. Submodels", in.submodels()},
	}
}

// orNil returns the value, or what nil stands for.
func orNil(v any, other string) any {
	if v == nil {
		return other
	}
	return v
}

func inputs(text string) string {
	if strings.Contains(text, "roster:") {
		return "The ties, chart and units of a real organization, from the files that the study " +
			"names."
	}
	return "None."
}

func channels(s sim.Scenario) string {
	var names []string
	for _, c := range s.Channels {
		names = append(names, fmt.Sprintf("%q (%T)", c.Name, c.Structure))
	}
	for _, c := range s.RealChannels {
		names = append(names, fmt.Sprintf("%q, of opinions (%T)", c.Name, c.Structure))
	}
	return "Channels of the first cell: " + list(names) + "."
}

func simultaneous(s sim.Scenario) string {
	switch {
	case s.Asynchronous:
		return " Here people learn one after the other, in random order."
	case slices.ContainsFunc(s.Channels, func(c sim.Channel) bool { return c.Simultaneous }):
		return " Here people internalize before units objectify."
	}
	return ""
}

// submodels lists the rules of each organization, and how it is made.
func (in Input) submodels() (lines []string) {
	for _, name := range in.plain() {
		c := in.Data.Plan.Cells[in.cells[name][0]]
		line := name + ": " + c.Recipe
		for _, ch := range c.Scenario.Channels {
			line += fmt.Sprintf(" Channel %q: %T, %T, %T.", ch.Name, ch.Externalize, ch.Objectify,
				ch.Internalize)
		}
		for _, e := range c.Scenario.Events {
			line += fmt.Sprintf(" Event: %T.", e)
		}
		lines = append(lines, line)
	}
	return lines
}

// missing is what a person must add to the ODD protocol.
var missing = []string{
	"Which patterns of real organizations the model is to reproduce, and how that is judged (1).",
	"Why these entities and these rules, with their sources (2, 4, 7).",
	"What a tick and a dimension stand for in the field (2).",
	"The theory behind the design concepts, and those that do not apply (4).",
	"Where the parameter values come from (5, 7).",
}
