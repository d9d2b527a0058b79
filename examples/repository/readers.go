package main

import (
	"fmt"
	"math"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

// Who gains by reading: Haas and Hansen (2005) find that experienced teams lose by it.

// reading calls do for every condition in which the gains of reading are shown: units meet always,
// so that a tick can be spent on either, and nobody asks.
func (r *repositories) reading(do func()) {
	for range r.Combinations(r.setting, r.turbulence) {
		if r.every.All()[0] == 1 && r.setting.Value() != threes {
			r.first(do)
		}
	}
}

// readers prints what a tick of reading is worth above a tick of meeting, by tenure and by score.
func (r *repositories) readers(row func(string, ...string), b *strings.Builder) {
	r.reading(func() {
		if len(r.shelves()) == 0 {
			return
		}
		row("")
		fmt.Fprintln(b, program.Wrap(fmt.Sprintf("What a tick of reading is worth above a tick of "+
			"meeting, in %s, in 1,000ths of the score, by how "+
			"long people have been there, and by their score", r.condition())))
		for i, by := range sides {
			row("", by.less, by.more, "difference")
			for _, kind := range r.shelves() {
				less, more := r.worth(kind, groups[2*i]), r.worth(kind, groups[2*i+1])
				row(kind, r.perMille(less, nil), r.perMille(more, nil), r.perMille(more, less))
			}
		}
	})
}

// sides name the groups by tenure, and those by score.
var sides = []struct{ less, more, name string }{
	{fmt.Sprintf("below %d ticks", veteran), fmt.Sprintf("%d ticks or more", veteran),
		"longer tenure"},
	{"at most mean score", "above mean score", "higher score"},
}

// worth is the gain of reading less that of meeting in a group, by run.
func (r *repositories) worth(kind string, g metrics.Group) []float64 {
	o := r.organization(kind)
	return minus(r.values(o, metrics.Gain(shelf, g), o.ticks),
		r.values(o, metrics.Gain(meeting, g), o.ticks))
}

// perMille is the mean of a less that of b, in thousandths.
func (r *repositories) perMille(a, b []float64) string {
	e := r.less(a, b)
	if e.N == 0 {
		return e.Note
	}
	if !e.HasInterval() {
		return thousandths(e.Mean)
	}
	return fmt.Sprintf("%s [%s, %s]", thousandths(e.Mean), thousandths(e.Low), thousandths(e.High))
}

func thousandths(v float64) string {
	if s := fmt.Sprintf("%.1f", 1000*v); s != "-0.0" {
		return s
	}
	return "0.0"
}

func (r *repositories) less(a, b []float64) stats.Estimate {
	if b == nil {
		b = make([]float64, len(a))
	}
	return r.paired(a, b)
}

// contents says what repositories hold at the end, in each condition in which gains are shown.
func (r *repositories) contents() (notes []string) {
	r.reading(func() {
		var parts []string
		for _, kind := range r.shelves() {
			o := r.organization(kind)
			mean := func(m metrics.Metric) float64 { return r.estimate(o, m, study.End).Mean }
			parts = append(parts, fmt.Sprintf("%s %s entries, %s of them wrong and %s outdated, "+
				"%s old, %s of what was learned", kind,
				program.Decimal(mean(entries)), program.Decimal(mean(wrong)),
				program.Decimal(mean(outdated)),
				program.Count(int(math.Round(mean(age))), "tick", "ticks"), r.shareInWords(o)))
		}
		if parts != nil {
			notes = append(notes, fmt.Sprintf("What is written at the end (%s; entries as a share "+
				"of dimensions): %s.", r.condition(), strings.Join(parts, "; ")))
		}
	})
	return notes
}

// shareInWords is what came from a repository, for the text.
func (r *repositories) shareInWords(o organization) string {
	if share := r.share(o, o.ticks); !math.IsNaN(share) {
		return program.Decimal(share)
	}
	return "none"
}
