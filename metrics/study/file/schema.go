package file

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"orglearn/metrics/study"
	"orglearn/metrics/study/kinds"
	"orglearn/sim"
)

// object is a part of a JSON schema.
type object = map[string]any

// Schema returns the JSON schema (draft 2020-12) of study files with the kinds of a table, for
// editors. It says less than Parse: that organizations and cells exist, that values fit together,
// and that something is recorded at a tick are not in it.
func Schema(table kinds.Table) ([]byte, error) {
	s := closed(object{
		"study":         text("the question"),
		"seed":          whole("of all chance", 0, 1<<53),
		"replicates":    whole("of each cell", 1, study.MaxReplicates),
		"organizations": organizationsSchema(table),
		"randomized":    object{"type": "boolean", "description": "each beside its control"},
		"conditions":    kindSchema(table.Of(kinds.Conditions)[0]),
		"mechanisms":    kindsSchema(table.Of(kinds.Mechanism)),
		"reality":       one(kindsSchema(table.Of(kinds.Reality))),
		"rules":         rulesSchema(table),
		"events": object{"type": "array", "minItems": 1,
			"items": kindsSchema(table.Of(kinds.Event))},
		"roster":     rosterSchema(),
		"axes":       axesSchema(table),
		"record":     recordSchema(),
		"compare":    object{"type": "array", "minItems": 1, "items": outcome(compareSchema())},
		"until":      outcome(untilSchema()),
		"hypotheses": object{"type": "object", "additionalProperties": outcome(claimSchema())},
		"targets": object{"type": "object", "additionalProperties": object{"type": "object",
			"additionalProperties": object{"type": "number"}}},
	})
	s["$defs"] = object{"organization": organizationSchema(table)}
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = "A study of organizations"
	s["required"] = []string{"organizations", "record"}
	return json.MarshalIndent(s, "", "  ")
}

// closed is an object that has these properties only.
func closed(properties object) object {
	return object{"type": "object", "properties": properties, "additionalProperties": false}
}

func text(what string) object { return object{"type": "string", "description": what} }

func whole(what string, least, most float64) object {
	return object{"type": "integer", "description": what, "minimum": least, "maximum": most}
}

func one(s object) object {
	s["maxProperties"] = 1
	return s
}

// fieldSchema is the schema of a value of a field.
func fieldSchema(f kinds.Field) object {
	s := object{"description": f.Sentence + " (" + f.Range() + ")"}
	switch f.Type {
	case kinds.Switch:
		s["type"], s["default"] = "boolean", f.Default.Number != 0
	case kinds.Choice:
		s["type"], s["enum"], s["default"] = "string", f.Words, f.Default.Word
	default:
		s["type"], s["minimum"], s["maximum"] = "number", f.Least, f.Most
		s["default"] = f.Default.Number
		if f.Type == kinds.Whole {
			s["type"] = "integer"
		}
	}
	return s
}

// kindSchema is the schema of the fields of a kind.
func kindSchema(k kinds.Kind) object {
	fields := object{}
	for _, f := range k.Fields {
		fields[f.Name] = fieldSchema(f)
	}
	s := closed(fields)
	s["type"] = []string{"object", "null"}
	s["description"] = k.Sentence
	return s
}

// kindsSchema is the schema of kinds by name.
func kindsSchema(table kinds.Table) object {
	all := object{}
	for _, k := range table {
		all[k.Name] = kindSchema(k)
	}
	return closed(all)
}

func rulesSchema(table kinds.Table) object {
	all := object{}
	for _, role := range kinds.Rules() {
		all[string(role)] = kindsSchema(table.Of(role))
	}
	return closed(all)
}

// organizationsSchema is the schema of organizations: a kind by its name, or any name with a kind.
func organizationsSchema(table kinds.Table) object {
	named := object{}
	for _, k := range append(table.Of(kinds.Organization), table.Of(kinds.Model)...) {
		own := closed(organizationFields(table, k))
		own["type"], own["description"] = []string{"object", "null"}, k.Sentence
		named[k.Name] = object{"anyOf": []object{own,
			{"$ref": "#/$defs/organization"}}}
	}
	return object{"type": "object", "properties": named, "minProperties": 1,
		"additionalProperties": object{"$ref": "#/$defs/organization"}}
}

// organizationFields are the fields of an organization and its control.
func organizationFields(table kinds.Table, k kinds.Kind) object {
	var controls []string
	for _, c := range table.Of(kinds.Control) {
		controls = append(controls, c.Name)
	}
	fields := maps.Clone(kindSchema(k)["properties"].(object))
	fields["control"] = object{"enum": controls, "description": "what is drawn at random"}
	return fields
}

// organizationSchema is the schema of an organization that names its kind.
func organizationSchema(table kinds.Table) object {
	var given []object
	for _, k := range append(table.Of(kinds.Organization), table.Of(kinds.Model)...) {
		fields := organizationFields(table, k)
		fields["kind"] = object{"const": k.Name}
		with := closed(fields)
		with["required"] = []string{"kind"}
		given = append(given, with)
	}
	return object{"oneOf": given}
}

// axesSchema is the schema of axes. A name may belong to several kinds, so it says what values any
// of them takes.
func axesSchema(table kinds.Table) object {
	of := map[string][]object{}
	add := func(name string, f kinds.Field) { of[name] = append(of[name], fieldSchema(f)) }
	for _, k := range table {
		own := k.Role == kinds.Organization || k.Role == kinds.Model
		for i, f := range k.Fields {
			if own || k.Role == kinds.Conditions {
				add(f.Name, f)
				continue
			}
			if i == 0 {
				add(k.Name, f)
			}
			add(k.Name+"."+f.Name, f)
		}
	}
	axes := object{}
	for name, values := range of {
		axes[name] = object{"type": "array", "minItems": 1, "uniqueItems": true,
			"items": object{"anyOf": values}}
	}
	return closed(axes)
}

// tick is the schema of a tick.
func tick() object {
	return object{"anyOf": []object{whole("a tick", 0, sim.MaxTicks), {"const": "end"}}}
}

// recordSchema is the schema of what is recorded.
func recordSchema() object {
	at := object{"anyOf": []object{tick(), {"type": "array", "minItems": 1, "uniqueItems": true,
		"items": tick()}}}
	named, channels := object{}, []string{}
	for _, m := range kinds.Measures() {
		named[m.Name] = at
		if m.Channel {
			channels = append(channels, m.Name)
		}
	}
	slices.Sort(channels)
	s := closed(named)
	s["minProperties"] = 1
	s["patternProperties"] = object{"^(" + strings.Join(channels, "|") + ") .+$": at}
	return s
}

// outcome is the schema of an object that also names a metric and its tick.
func outcome(s object) object {
	s["additionalProperties"] = tick()
	return s
}

func between() object {
	return object{"type": "array", "minItems": 2, "maxItems": 2, "uniqueItems": true,
		"items": text("an organization")}
}

func compareSchema() object {
	s := closed(object{"between": between(), "margin": object{"type": "number", "minimum": 0}})
	s["required"], s["minProperties"] = []string{"between"}, 2
	return s
}

func untilSchema() object {
	s := closed(object{"between": between(), "most": object{"enum": study.Looks},
		"half-width": object{"type": "number", "exclusiveMinimum": 0}})
	s["required"] = []string{"between", "half-width"}
	return s
}

func claimSchema() object {
	s := closed(object{"higher": text("a cell"), "lower": text("a cell"),
		"by": object{"type": "number", "minimum": 0}})
	s["required"] = []string{"higher", "lower"}
	return s
}
