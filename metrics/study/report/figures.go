package report

import (
	"bytes"
	"fmt"
	"html/template"
	"math"
	"regexp"
	"strconv"
	"strings"

	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
	"orglearn/metrics/study"
	"orglearn/sim/setups"
)

// figure is a drawing in the page.
type figure struct {
	Title, Caption string
	SVG            template.HTML
}

// mostDrawn is the largest number of differences in a figure.
const mostDrawn = 40

// pageWidth is the width of a figure, in points: 17 cm.
const pageWidth = 482

// figures draws the main column over each axis, the first comparison over two axes, and the
// differences.
func (in Input) figures(all []study.Difference) (drawn []figure, err error) {
	add := func(title, caption string, p chart.Panel) {
		if err != nil {
			return
		}
		var b bytes.Buffer
		p = chart.Figure{Rows: [][]chart.Panel{{p}}, Width: pageWidth}
		if err = chart.Encode(&b, "svg", p); err == nil {
			drawn = append(drawn, figure{title, caption, inline(b.String(), len(drawn))})
		}
	}
	k := in.main()
	column := in.Data.Plan.Columns[k].String()
	if curves, ok := in.overTime(k); ok {
		add("Over time", "Means over all points of the axes, with 95 % intervals over replicates. "+
			"Dashed: controls.", curves)
	}
	for a, axis := range in.Study.Axes {
		if curves, ok := in.overAxis(k, a); ok {
			add(column+" by "+axis.Name, "Means over the other axes, with 95 % intervals over "+
				"replicates. Dashed: controls.", curves)
		}
	}
	if h, ok := in.heat(all); ok {
		add("Where the difference is", "Each cell is the mean of the paired differences, over the "+
			"other axes.", h)
	}
	if len(all) > 0 && len(all) <= mostDrawn {
		add("Differences", "The intervals hold together at 95 %. "+in.pointsAre(),
			drawnDifferences(all))
	}
	return drawn, err
}

// main is the column of the first comparison, or the first at the last tick.
func (in Input) main() int {
	p := in.Data.Plan
	if len(in.Study.Compare) > 0 {
		return p.Column(in.Study.Compare[0].Metric, in.Study.Compare[0].Tick)
	}
	best := 0
	for k, c := range p.Columns {
		if c.Metric == p.Columns[0].Metric && c.Tick > p.Columns[best].Tick {
			best = k
		}
	}
	return best
}

// inline is an SVG as a part of a page: without its prologue, and with ids of its own.
func inline(svg string, number int) template.HTML {
	if i := strings.Index(svg, "<svg"); i > 0 {
		svg = svg[i:]
	}
	ids := regexp.MustCompile(`(id="|url\(#|xlink:href="#)`)
	return template.HTML(ids.ReplaceAllString(svg, "${1}f"+strconv.Itoa(number)+"-"))
}

// over returns the mean over cells, replicate by replicate, with its interval over replicates. A
// replicate in which one is missing is left out.
func (in Input) over(cells []int, column int) stats.Estimate {
	var means []float64
	for r := range in.Data.Plan.Replicates {
		sum := 0.0
		for _, cell := range cells {
			sum += in.Data.Values(cell, column)[r]
		}
		if mean := sum / float64(len(cells)); !math.IsNaN(mean) {
			means = append(means, mean)
		}
	}
	if len(means) == 0 {
		return stats.Estimate{Note: "no value"}
	}
	return stats.TInterval(means, study.Level)
}

// series is an organization as a line of a figure. Controls are dashed.
func series(name string) chart.Series {
	control := strings.HasSuffix(name, setups.RandomizedSuffix)
	s := chart.Series{Name: name, Dashed: control}
	if control {
		s.Name = ""
	}
	return s
}

func extend(s *chart.Series, x float64, e stats.Estimate) {
	if e.N > 0 {
		s.X, s.Y = append(s.X, x), append(s.Y, e.Mean)
		s.Low, s.High = append(s.Low, min(e.Low, e.Mean)), append(s.High, max(e.High, e.Mean))
	}
}

// paired returns the organizations, each with its control behind it.
func (in Input) paired() (all []string) {
	for _, name := range in.plain() {
		all = append(all, name)
		if in.Study.Randomized {
			all = append(all, name+setups.RandomizedSuffix)
		}
	}
	return all
}

// overTime draws the metric of a column at all its ticks, if there are two or more.
func (in Input) overTime(k int) (chart.Curves, bool) {
	metric := in.Data.Plan.Columns[k].Metric
	curves := chart.Curves{X: chart.Axis{Label: "tick"}, Y: in.axis(metric)}
	for _, name := range in.paired() {
		s := series(name)
		for tick := range in.ticks(metric) {
			extend(&s, float64(in.ticks(metric)[tick]), in.over(in.cells[name],
				in.Data.Plan.Column(metric, in.ticks(metric)[tick])))
		}
		curves.Series = append(curves.Series, s)
	}
	return curves, len(in.ticks(metric)) > 1 && whole(curves)
}

// whole reports whether each series has points.
func whole(c chart.Curves) bool {
	for _, s := range c.Series {
		if len(s.X) == 0 {
			return false
		}
	}
	return len(c.Series) <= chart.MaxSeries
}

// ticks returns the ticks at which a metric is recorded, ascending.
func (in Input) ticks(metric string) (all []int) {
	for _, c := range in.Data.Plan.Columns {
		if c.Metric == metric {
			all = append(all, c.Tick)
		}
	}
	for i := range all {
		for j := i; j > 0 && all[j] < all[j-1]; j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
	return all
}

// axis names a metric with its unit.
func (in Input) axis(metric string) chart.Axis {
	for _, m := range in.Data.Plan.Metrics {
		if m.Name == metric {
			return chart.Axis{Label: fmt.Sprintf("%s (%s)", metric, m.Unit)}
		}
	}
	return chart.Axis{Label: metric}
}

// overAxis draws a column over an axis of numbers, if it has two or more.
func (in Input) overAxis(k, a int) (chart.Curves, bool) {
	axis := in.Study.Axes[a]
	if len(axis.Values) < 2 || axis.Values[0].Word != "" {
		return chart.Curves{}, false
	}
	curves := chart.Curves{Y: in.axis(in.Data.Plan.Columns[k].Metric),
		X: chart.Axis{Label: axis.Name}}
	for _, name := range in.paired() {
		s := series(name)
		for _, v := range ascending(axis.Values) {
			extend(&s, v.Number, in.over(in.at(name, a, v.String()), k))
		}
		curves.Series = append(curves.Series, s)
	}
	for _, v := range ascending(axis.Values) {
		curves.X.Ticks = append(curves.X.Ticks, v.Number)
	}
	return curves, whole(curves)
}

func ascending(values []study.Value) []study.Value {
	all := append([]study.Value(nil), values...)
	for i := range all {
		for j := i; j > 0 && all[j].Number < all[j-1].Number; j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
	return all
}

// at returns the cells of an organization with a value of an axis.
func (in Input) at(name string, axis int, value string) (cells []int) {
	for _, cell := range in.cells[name] {
		if in.Data.Plan.Cells[cell].Factors[axis].Value == value {
			cells = append(cells, cell)
		}
	}
	return cells
}

// heat draws the first comparison over the first two axes.
func (in Input) heat(all []study.Difference) (chart.HeatMap, bool) {
	if len(in.Study.Axes) < 2 || len(all) == 0 {
		return chart.HeatMap{}, false
	}
	x, y, c := in.Study.Axes[0], in.Study.Axes[1], in.Study.Compare[0]
	h := chart.HeatMap{X: x.Name, Y: y.Name, Diverging: true,
		Title: fmt.Sprintf("%s less %s", c.Between[0], c.Between[1]),
		Scale: chart.Axis{Label: "difference in " + tickOf(c)}}
	for _, v := range x.Values {
		h.Columns = append(h.Columns, v.String())
	}
	for _, w := range y.Values {
		h.Rows = append(h.Rows, w.String())
		var values []float64
		for _, v := range x.Values {
			values = append(values, meanAt(all, c, v.String(), w.String()))
		}
		h.Values = append(h.Values, values)
	}
	return h, true
}

// meanAt returns the mean of the differences of a comparison at a value of the first two axes.
func meanAt(all []study.Difference, c study.Compare, x, y string) float64 {
	var there []float64
	for _, d := range all {
		if d.Compare == c && d.Factors[0].Value == x && d.Factors[1].Value == y && d.N > 0 {
			there = append(there, d.Mean)
		}
	}
	if len(there) == 0 {
		return math.NaN()
	}
	return stats.Mean(there)
}

// pointsAre says what the numbers in the names of differences are.
func (in Input) pointsAre() string {
	var names []string
	for _, a := range in.Study.Axes {
		names = append(names, a.Name)
	}
	if len(names) == 0 {
		return ""
	}
	return "The numbers in the names are " + list(names) + "."
}

func drawnDifferences(all []study.Difference) chart.Differences {
	d := chart.Differences{X: chart.Axis{Label: "difference", Zero: true},
		Interval: "intervals that hold together at 95 %", Margin: all[0].Margin}
	for _, x := range all {
		if x.Margin != d.Margin {
			d.Margin = 0
		}
		if x.N == 0 {
			continue
		}
		name := fmt.Sprintf("%s less %s", x.Between[0], x.Between[1])
		for _, f := range x.Factors {
			name += ", " + f.Value
		}
		d.Rows = append(d.Rows, chart.Difference{Name: name, Value: x.Mean,
			Low: min(x.Low, x.Mean), High: max(x.High, x.Mean)})
	}
	return d
}
