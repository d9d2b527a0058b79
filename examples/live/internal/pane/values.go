package pane

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"orglearn/metrics/study/kinds"
	"orglearn/metrics/study/param"
)

// Values are values by key: role/name/field of a parameter, or role/name of a kind that is on (1)
// or off (0).
type Values map[string]param.Value

// On is what says that a kind is on.
var on = param.Value{Number: 1}

// key returns the key of a kind.
func key(k kinds.Kind) string { return string(k.Role) + "/" + k.Name }

// switched reports whether a kind is on or off, and not always there.
func switched(k kinds.Kind) bool {
	return k.Role != kinds.Conditions && k.Role != kinds.Organization && k.Role != kinds.Model
}

// find returns the kind of a key, and its field if the key has one.
func find(t kinds.Table, key string) (k kinds.Kind, f *kinds.Field, err error) {
	parts := strings.Split(key, "/")
	if len(parts) < 2 || len(parts) > 3 {
		return k, nil, fmt.Errorf("%q names nothing, want role/name or role/name/field", key)
	}
	k, ok := t.Find(kinds.Role(parts[0]), parts[1])
	if !ok {
		return k, nil, fmt.Errorf("there is no %s %q", parts[0], parts[1])
	}
	if len(parts) == 2 {
		return k, nil, nil
	}
	at := slices.IndexFunc(k.Fields, func(f kinds.Field) bool { return f.Name == parts[2] })
	if at < 0 {
		return k, nil, fmt.Errorf("%s has no %q", k.Name, parts[2])
	}
	return k, &k.Fields[at], nil
}

// set reads one value of a link.
func (v Values) set(t kinds.Table, key, text string) error {
	k, f, err := find(t, key)
	switch {
	case err != nil:
		return err
	case f == nil && (!switched(k) || text != "0" && text != "1"):
		return fmt.Errorf("%s is %q, want 0 or 1 for a mechanism, reality, event or rule", key,
			text)
	case f == nil:
		v[key] = param.Value{Number: float64(text[0] - '0')}
		return nil
	}
	value := param.Value{Word: text}
	if f.Type != kinds.Choice {
		value.Word = ""
		value.Number, err = strconv.ParseFloat(text, 64)
		if err != nil || math.IsNaN(value.Number) || math.IsInf(value.Number, 0) {
			return fmt.Errorf("%s is %q, want %s", key, text, f.Range())
		}
	}
	if err := f.Check(value); err != nil {
		return fmt.Errorf("%s: %w", k.Name, err)
	}
	v[key] = value
	return nil
}

// over returns the values with those of others in their place.
func (v Values) over(others ...Values) Values {
	all := Values{}
	for _, values := range append([]Values{v}, others...) {
		for key, value := range values {
			all[key] = value
		}
	}
	return all
}

// part returns a kind with its values.
func (v Values) part(k kinds.Kind) kinds.Part {
	p := kinds.Part{Kind: k, Values: kinds.Values{}}
	for _, f := range k.Fields {
		if value, ok := v[key(k)+"/"+f.Name]; ok {
			p.Values[f.Name] = value
		}
	}
	return p
}
