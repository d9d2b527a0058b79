package study

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"orglearn/metrics/stats"
)

// Finding is what the runs say of a hypothesis.
type Finding struct {
	Hypothesis
	stats.Estimate // the difference, with an interval that holds together with the others
	Confirmed      bool
	Afterwards     bool // it was not stated, in this form, before the first run
}

// String says how the hypothesis stands: "confirmed", "not confirmed" or "found afterwards".
func (f Finding) String() string {
	switch {
	case f.Afterwards && f.Confirmed:
		return "found afterwards"
	case f.Afterwards:
		return "not found, stated afterwards"
	case f.Confirmed:
		return "confirmed"
	}
	return "not confirmed"
}

// Hash returns the SHA-256 in hexadecimal of all that the hypothesis states.
func (h Hypothesis) Hash() string {
	sum := sha256.New()
	field(sum, h.Name, h.Metric, fmt.Sprint(h.Tick), h.Higher, h.Lower,
		Value{Number: h.By}.String())
	return hex.EncodeToString(sum.Sum(nil))
}

// Findings returns what the runs say of each hypothesis. A hypothesis is confirmed if the interval
// of the difference lies above 0 and not below By. before are the hashes of those that were stated
// before the first run. It is an error where a cell or a column is not in the plan.
func (s Study) Findings(d *Data, before []string) ([]Finding, error) {
	var all []Finding
	level := s.level(len(s.Hypotheses))
	for _, h := range s.Hypotheses {
		a, b := d.Plan.cell(h.Higher), d.Plan.cell(h.Lower)
		column := d.Plan.Column(h.Metric, h.Tick)
		if a < 0 || b < 0 || column < 0 {
			return nil, fmt.Errorf("study: the hypothesis %q names what the plan does not have",
				h.Name)
		}
		f := Finding{Hypothesis: h, Estimate: d.Difference(a, b, column, level),
			Afterwards: !slices.Contains(before, h.Hash())}
		f.Confirmed = verdict(f.Estimate, 0) == Higher && f.Low >= h.By
		all = append(all, f)
	}
	return all, nil
}

// cell returns the index of the cell of a name, or -1.
func (p Plan) cell(name string) int {
	return slices.IndexFunc(p.Cells, func(c Cell) bool { return c.Name() == name })
}
