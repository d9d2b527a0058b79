package kinds

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"orglearn/agents/kernel"
	"orglearn/metrics/study/param"
	"orglearn/sim"
)

// table is read by all tests.
var table = All()

// part returns a kind of the table with values: number or word by turns after its name.
func part(t *testing.T, role Role, name string, values ...any) Part {
	t.Helper()
	k, ok := table.Find(role, name)
	if !ok {
		t.Fatalf("the table has no %s %s", role, name)
	}
	p := Part{k, Values{}}
	for i := 0; i < len(values); i += 2 {
		v := param.Value{}
		switch x := values[i+1].(type) {
		case string:
			v.Word = x
		case int:
			v.Number = float64(x)
		case float64:
			v.Number = x
		}
		p.Values[values[i].(string)] = v
	}
	return p
}

// beside returns what a kind needs beside it, by its sentence ("with culture").
func beside(t *testing.T, k Kind) []Part {
	switch string(k.Role) + " " + k.Name {
	case "reality nk":
		return []Part{part(t, Conditions, "conditions", "dimensions", 20, "block", 1, "seen", 0)}
	case "event tradition":
		return []Part{part(t, Mechanism, "granted")}
	case "event programme", "event seeded", "externalize withhold", "internalize narrow":
		return []Part{part(t, Mechanism, "culture")}
	case "event permute-trust":
		return []Part{part(t, Mechanism, "trust")}
	case "event elect-leaders", "event rotate-leaders", "objectify authority", "objectify screen",
		"objectify decree":
		return []Part{part(t, Mechanism, "led")}
	case "event curate":
		return []Part{part(t, Mechanism, "repository")}
	case "event animate":
		return []Part{part(t, Participate, "floor"), part(t, Externalize, "pass-on")}
	case "event sponsor":
		return []Part{part(t, Agenda, "allotment")}
	case "event progress":
		return []Part{part(t, Mechanism, "stages", "ticks", 0)}
	case "relay visibility", "relay goals", "objectify decreed", "objectify levels":
		return []Part{part(t, Mechanism, "nested")}
	case "control members-drawn", "control domains-drawn":
		return []Part{part(t, Mechanism, "formation")}
	case "mechanism sharing":
		return []Part{part(t, Experience, "flip")}
	}
	return nil
}

// whole adds an organization to parts that have none.
func whole(t *testing.T, parts []Part) []Part {
	for _, p := range parts {
		if p.Kind.Role == Organization || p.Kind.Role == Model {
			return parts
		}
	}
	return append(parts, part(t, Organization, "communities", "size", 5))
}

// Each kind runs at its defaults.
func TestEachKindRuns(t *testing.T) {
	for _, k := range table {
		s, err := Build(whole(t, append(beside(t, k), Part{Kind: k}))...)
		if err != nil {
			t.Errorf("%s %s: %v", k.Role, k.Name, err)
			continue
		}
		m, err := sim.New(s, 1, 0)
		if err != nil {
			t.Errorf("%s %s: %v", k.Role, k.Name, err)
			continue
		}
		for range 3 {
			if m.Done() {
				break
			}
			if err := m.Step(); err != nil {
				t.Errorf("%s %s: %v", k.Role, k.Name, err)
			}
		}
	}
}

// Names are unique in their role and well formed, and every kind and field says what it is.
func TestTableIsWellFormed(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range table {
		id := string(k.Role) + " " + k.Name
		if seen[id] || !isName(k.Name) || !strings.HasSuffix(k.Sentence, ".") {
			t.Errorf("%q is there twice, is no name, or %q is no sentence", id, k.Sentence)
		}
		seen[id] = true
		fields := map[string]bool{}
		for _, f := range k.Fields {
			if fields[f.Name] || !isName(f.Name) || f.Sentence == "" {
				t.Errorf("%s: field %q is there twice, is no name, or says nothing", id, f.Name)
			}
			fields[f.Name] = true
			if err := f.Check(f.Default); err != nil {
				t.Errorf("%s: the default: %v", id, err)
			}
			if f.Low < f.Least || f.High > f.Most {
				t.Errorf("%s: %s slides from %v to %v, beyond %s", id, f.Name, f.Low, f.High,
					f.Range())
			}
		}
	}
	if len(seen) < 70 {
		t.Errorf("the table has %d kinds", len(seen))
	}
}

func isName(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// wide are conditions under which the ends of ranges may be allowed that the defaults do not allow.
func wide(t *testing.T) [][]Part {
	c := func(v ...any) []Part { return []Part{part(t, Conditions, "conditions", v...)} }
	most := math.MaxInt32
	return [][]Part{nil,
		c("people", most, "dimensions", 1, "block", 1, "seen", 0),
		c("dimensions", sim.MaxDimensions, "block", 1, "seen", 0),
		c("people", mostAll, "dimensions", 1, "block", 1, "seen", 0),
		c("dimensions", 24, "block", 1, "seen", 0),
	}
}

// refusal returns nil if the value of a field is allowed under some conditions, beside some other
// values of the kind, else the last error. The kind itself does not check the value.
func refusal(t *testing.T, k Kind, name string, v float64) (err error) {
	for _, on := range wide(t) {
		if k.Role == Model && on != nil {
			continue
		}
		for _, others := range alternatives[k.Name+" "+name] {
			p := part(t, k.Role, k.Name, others...)
			p.Values[name] = param.Value{Number: v}
			p.Kind.Fields = unchecked(k.Fields, name)
			parts := slices.Concat(beside(t, k), on, []Part{p})
			if err = valid(whole(t, parts)); err == nil {
				return nil
			}
			alone := part(t, Organization, "self-taught")
			if k.Role == Conditions && name == "people" && valid(append(parts, alone)) == nil {
				return nil
			}
		}
	}
	return err
}

// unchecked returns fields of which one takes any number.
func unchecked(fields []Field, name string) []Field {
	fields = slices.Clone(fields)
	for i := range fields {
		if fields[i].Name == name {
			fields[i].Type, fields[i].Least, fields[i].Most = Number, -math.MaxFloat64,
				math.MaxFloat64
		}
	}
	return fields
}

func valid(parts []Part) error {
	s, err := Build(parts...)
	if err != nil {
		return err
	}
	return s.Validate()
}

// alternatives are other values that a field at its end needs beside it, or without which it would
// change nothing.
var alternatives = map[string][][]any{
	"conditions dimensions": {{"block", 1, "seen", 0}},
	"conditions block":      {{"dimensions", sim.MaxDimensions, "seen", 0}},
	"conditions seen":       {{"dimensions", sim.MaxDimensions, "block", 1}},
	"communities team":      {nil, {"size", 1}},
	"communities size":      {nil, {"team", 1}},
	"communities periphery": {nil, {"team", 1, "size", math.MaxInt32}},
	"contacts neighbours":   {{"network", "ring-lattice"}},
	"opinions neighbours":   {{"network", "ring-lattice"}},
	"march p3":              {{"periods", 100}},
	"march p4":              {{"periods", 100}},
	"march fast-p1":         {{"fast", .5}},
	"fang block":            {{"dimensions", sim.MaxDimensions}},
	"fang people":           {{"size", 1}},
	"fang size":             {nil, {"people", mostAll}},
	"fang dimensions":       {{"block", 1}},
	"schilling-fang ties":   {{"people", mostAll}},
	"schilling-fang block":  {{"dimensions", sim.MaxDimensions}},
	"schilling-fang people": {{"ties", 1}},

	"schilling-fang dimensions":   {{"block", 1}},
	"kane-alavi code":             {{"email", 1}},
	"kane-alavi learn":            {{"email", 1}},
	"kane-alavi fast":             {{"repository", 1}},
	"kane-alavi team":             {{"rooms", 1, "people", math.MaxInt32}},
	"kane-alavi community":        {{"communities", 1, "team", 1, "people", math.MaxInt32}},
	"miller tacit":                {{"dimensions", sim.MaxDimensions}},
	"miller turnover":             {{"periods", 100}},
	"miller dimensions":           {{"tacit", 0}},
	"lazer-friedman n":            {{"k", 0}},
	"lazer-friedman k":            {{"n", 24}},
	"lazer-friedman people":       {{"network", "star"}},
	"lazer-friedman neighbours":   {{"network", "ring-lattice", "people", mostAll}},
	"lazer-friedman rewire":       {{"network", "small-world"}},
	"barkoczi-galesic n":          {{"k", 0, "people", 2}},
	"barkoczi-galesic k":          {{"n", 24}},
	"barkoczi-galesic people":     {{"n", 24, "network", "star"}},
	"barkoczi-galesic neighbours": {{"network", "ring-lattice", "people", mostAll, "n", 24}},
	"barkoczi-galesic rewire":     {{"network", "small-world"}},
	"shore k":                     {{"search", "theories", "dimensions", 24}},
	"shore people":                {{"network", "star"}, {"network", "complete"}},
	"shore neighbours":            {{"network", "ring-lattice", "people", mostAll}},
	"shore rewire":                {{"network", "small-world"}},
	"threshold seeds":             {{"network", "star", "people", math.MaxInt32}},
	"threshold people":            {{"network", "star"}, {"network", "complete"}},
	"threshold neighbours":        {{"network", "ring-lattice", "people", mostAll}},
	"threshold rewire":            {{"network", "small-world"}},
	"zollman people":              {{"network", "star"}, {"network", "complete"}},
	"zollman neighbours":          {{"network", "ring-lattice", "people", mostAll}},
	"zollman rewire":              {{"network", "small-world"}},
	"deffuant people":             {{"network", "star"}, {"network", "complete"}},
	"deffuant neighbours":         {{"network", "ring-lattice", "people", mostAll}},
	"deffuant rewire":             {{"network", "small-world"}},
	"becker neighbours":           {{"people", mostAll}},
	"becker people":               {{"network", "solo"}},

	"sharing create":     {{"ask", 0}},
	"sharing idle":       {{"ask", 0}},
	"calendar every":     {{"for", 0}},
	"calendar for":       {{"every", math.MaxInt32}},
	"calendar phase":     {{"every", math.MaxInt32}},
	"stages stages":      {{"block", 1}},
	"stages loops":       {{"stages", 1, "ticks", math.MaxInt32}},
	"stages block":       {{"stages", 1}},
	"stages straddle":    {{"stages", 2, "block", 1}},
	"time ticks":         {{"every", 64}},
	"culture firm":       {{"contact", 0}},
	"culture first":      {{"contact", 0}},
	"formation topics":   {{"each", 1}},
	"formation each":     {{"topics", 64}},
	"blocks size":        {{"seen", 0}},
	"blocks seen":        {{"size", 1}},
	"traits features":    {{"values", 1}},
	"traits values":      {{"features", 4}, {"features", 64}},
	"domain block":       {{"topics", 1}},
	"specialist block":   {{"domains", 1}},
	"opinions rewire":    {{"network", "small-world"}},
	"contacts rewire":    {{"network", "small-world"}},
	"zollman better":     {{"network", "complete"}},
	"opinions topics":    {{"network", "star"}},
	"becker correlation": {nil},

	"opinions confidence": {{"objectify", "similar"}},
}

// unbounded are fields whose library range has no such end: the table's is what a study needs.
var unbounded = []string{"opinions self", "opinions confidence", "opinions low", "opinions high",
	"hegselmann-krause confidence", "deffuant confidence",
	"formation goal",
	// No setup is as large: to match it takes time and memory for everybody.
	"matched size", "mixed size"}

// The library allows the ends of each range and refuses what lies beyond. Where 0 stands for a
// default, the first number beyond is -1.
func TestRangesAreTheLibrarys(t *testing.T) {
	for _, k := range table {
		for _, f := range k.Fields {
			if f.Type != Number && f.Type != Whole {
				continue
			}
			id := k.Name + " " + f.Name
			if slices.Contains(unbounded, id) {
				continue
			}
			if alternatives[id] == nil {
				alternatives[id] = [][]any{nil}
			}
			for _, end := range []float64{f.Least, f.Most} {
				if err := refusal(t, k, f.Name, end); err != nil && !tooLarge(end, err) {
					t.Errorf("%s: %s is %v, within %s: %v", k.Name, f.Name, end, f.Range(), err)
				}
			}
			for _, beyond := range beyond(f) {
				if refusal(t, k, f.Name, beyond) == nil {
					t.Errorf("%s: %s is %v, beyond %s, and allowed", k.Name, f.Name, beyond,
						f.Range())
				}
			}
		}
	}
}

// tooLarge reports whether an organization is one that a machine of 32 bits cannot hold.
func tooLarge(end float64, err error) bool {
	return strconv.IntSize < 64 &&
		(end > float64(kernel.MaxWords) || strings.Contains(err.Error(), "kernel.MaxWords"))
}

// beyond returns numbers beyond the range of a field. The largest int32 stands for no limit.
func beyond(f Field) []float64 {
	below, above := f.Least-1, f.Most+1
	if f.Type == Whole && below >= 0 {
		below = -1
	}
	if above >= math.MaxInt32 {
		return []float64{below}
	}
	return []float64{below, above}
}

// A kind that was put with a value has its defaults when it is put again.
func TestPutBeginsAnew(t *testing.T) {
	for _, k := range All() {
		if k.Role != Mechanism {
			continue
		}
		var want, with, got Draft
		values := Values{}
		for _, f := range k.Fields {
			if f.Type == Switch {
				values[f.Name] = param.Value{Number: 1 - f.Default.Number}
			}
		}
		for _, put := range []struct {
			Values
			*Draft
		}{{nil, &want}, {values, &with}, {nil, &got}} {
			if err := k.Put(put.Values, put.Draft); err != nil {
				t.Fatalf("%s: %v", k.Name, err)
			}
		}
		if got.On != want.On {
			t.Errorf("%s keeps a value that it was put with before", k.Name)
		}
		if len(values) > 0 && with.On == want.On {
			t.Errorf("%s does not put its switches", k.Name)
		}
	}
}
