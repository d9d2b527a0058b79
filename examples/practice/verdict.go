package main

import (
	"fmt"
	"strings"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

// verdict says what a study has found, whatever that is.
func (c *practising) verdict(of string) string {
	switch of {
	case ofSignals:
		return "Verdict on practitioners and experts, beside practitioners. " + c.found(of)
	case ofTrust:
		return "Verdict on trust, beside units without. " + c.found(of) + " " + c.earned()
	}
	return "Verdict on the other, beside the first share of ties outside. " + c.found(of) + " " +
		c.most()
}

// found says which arms are shown to differ from the first, early and at the end.
func (c *practising) found(of string) string {
	text := ""
	for i, when := range []string{"After a quarter", "At the end"} {
		var ahead, behind []string
		n := map[string]int{}
		for _, o := range c.all(of) {
			e := c.estimate(o, []int{o.early(), o.ticks}[i])
			n[o.arm]++
			switch {
			case o.arm == c.first(o).arm || !e.HasInterval():
			case e.Low > 0:
				ahead = append(ahead, o.arm)
			case e.High < 0:
				behind = append(behind, o.arm)
			}
		}
		text += fmt.Sprintf(" %s: ahead with %s; behind with %s.", when,
			listed(ahead, c.arms(of), n), listed(behind, c.arms(of), n))
	}
	return strings.TrimSpace(text)
}

// listed lists arms, with how many of the conditions each is there in.
func listed(found, arms []string, of map[string]int) string {
	var all []string
	for _, arm := range arms {
		k := 0
		for _, f := range found {
			if f == arm {
				k++
			}
		}
		switch {
		case k > 0 && of[arm] > 1:
			all = append(all, fmt.Sprintf("%s (in %d of %d)", arm, k, of[arm]))
		case k > 0:
			all = append(all, arm)
		}
	}
	if len(all) == 0 {
		return "none"
	}
	return strings.Join(all, ", ")
}

// earned compares trust with its control, in each condition.
func (c *practising) earned() string {
	var better, worse, all int
	var sizes []string
	for _, o := range c.all(ofTrust) {
		if o.arm != permuted {
			continue
		}
		control := o
		o.arm = trusting
		all++
		switch e := c.more(o, control, o.ticks); {
		case e.HasInterval() && e.Low > 0:
			better++
		case e.HasInterval() && e.High < 0:
			worse++
		}
		sizes = append(sizes, program.Interval(c.more(o, control, o.ticks)))
	}
	text := fmt.Sprintf("Trust that is earned, against the same trust dealt anew each tick, ends "+
		"higher in %d of %d, and lower in %d", better, all, worse)
	if len(sizes) <= 4 {
		text += " (by " + strings.Join(sizes, "; ") + ")"
	}
	return text + ": only that difference is due to who is trusted. " + c.trusts()
}

// trusts says how much, how unevenly and whom units trust, in the first condition.
func (c *practising) trusts() string {
	m := c.measured
	var all []string
	for _, o := range c.all(ofTrust) {
		if len(all) == 3 {
			break
		}
		of := func(x metrics.Metric) stats.Estimate { return m.Estimate(o.String(), x, o.ticks) }
		text := fmt.Sprintf("%s %.1f and %.1f", o.arm, of(trust).Mean, of(spread).Mean)
		if e := m.Estimate(o.String(), merit, o.early()); e.N > 0 {
			text += fmt.Sprintf(" (%+.2f)", e.Mean)
		}
		all = append(all, text)
	}
	return "Mean and spread of trust at the end, and its correlation with merit after a quarter: " +
		strings.Join(all, "; ") + "."
}

// most says at which share of ties outside people end highest, in each condition.
func (c *practising) most() string {
	var all []string
	arms := c.arms(ofOther)
	best, top := organization{}, 0.
	for i, o := range c.all(ofOther) {
		x := c.measured.Estimate(o.String(), metrics.Score, o.ticks).Mean
		if i%len(arms) == 0 || x > top {
			best, top = o, x
		}
		if (i+1)%len(arms) == 0 {
			all = append(all, fmt.Sprintf("%s (%s%s)", best.arm, program.Decimal(top),
				c.alike(best)))
		}
	}
	if len(all) > 6 {
		all = append(all[:6], "and more in the rows")
	}
	return fmt.Sprintf("Highest at the end: %s. The optimum of Fang, Lee and Schilling (2010) is "+
		"a share of .1 to .3, which is 2 to 5 of %d.", strings.Join(all, "; "), ties)
}

// alike lists the arms that are not shown to end lower than the best.
func (c *practising) alike(best organization) string {
	var all []string
	for k, arm := range c.arms(ofOther) {
		o := best
		o.arm, o.outside = arm, c.outside.All()[k]
		if e := c.more(best, o, best.ticks); arm != best.arm && !(e.HasInterval() && e.Low > 0) {
			all = append(all, fmt.Sprint(o.outside))
		}
	}
	if len(all) == 0 {
		return ""
	}
	return "; not shown to be below it: " + strings.Join(all, ", ")
}

// match says what the arms of a study share.
func (c *practising) match(of string) string {
	var heard, contact, bits []string
	for _, o := range c.all(of) {
		m := c.measured
		heard = append(heard, fmt.Sprintf("%.1f", m.Estimate(o.String(), said, o.ticks).Mean))
		reach := m.Estimate(o.String(), contacts, o.ticks).Mean
		contact = append(contact, fmt.Sprintf("%.1f", reach))
		bits = append(bits, fmt.Sprintf("%.4f", o.bits()))
	}
	text := fmt.Sprintf("Match of %s: in every arm people heed one seat a tick, make no trials, "+
		"and have %s contacts. They say all they believe: %s dimensions at the end.", of,
		span(contact), span(heard))
	if of == ofOther {
		return text + " Nobody is told anything."
	}
	text += fmt.Sprintf(" A team of %d is told %s bits a tick.", team, span(bits))
	if of == ofSignals {
		text += " What differs is in how many beliefs the bits arrive: a signal takes the place " +
			"of a belief, so practitioners pay for more mistaken ones."
	}
	return text
}

// span is the range of some numbers in words.
func span(numbers []string) string {
	low, high := numbers[0], numbers[0]
	for _, n := range numbers {
		if len(n) < len(low) || len(n) == len(low) && n < low {
			low = n
		}
		if len(n) > len(high) || len(n) == len(high) && n > high {
			high = n
		}
	}
	if low == high {
		return low
	}
	return low + " to " + high
}
