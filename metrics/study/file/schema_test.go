package file_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/jsonschema-go/jsonschema"

	"orglearn/metrics/study/file"
	"orglearn/metrics/study/kinds"
)

// validator returns what validates a file by the schema.
func validator(t *testing.T) func(text string) error {
	t.Helper()
	text, err := file.Schema(kinds.All())
	if err != nil {
		t.Fatal(err)
	}
	var s jsonschema.Schema
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	resolved, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return func(text string) error {
		var value any
		// The YAML library reads 5e-1 as a text.
		text = strings.ReplaceAll(text, "5e-1", ".5")
		if err := yaml.Unmarshal([]byte(text), &value); err != nil {
			t.Fatal(err)
		}
		bytes, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		var plain any
		if err := json.Unmarshal(bytes, &plain); err != nil {
			t.Fatal(err)
		}
		return resolved.Validate(plain)
	}
}

// The schema accepts what Parse accepts, and rejects the file with eight faults, and each of those
// faults alone that it can see.
func TestSchema(t *testing.T) {
	valid := validator(t)
	for _, text := range []string{leaving, everything,
		replace("isolated: {size: 5}", "joined: {kind: matrix, control: connected}")} {
		if err := valid(text); err != nil {
			t.Errorf("%v in\n%s", err, text)
		}
	}
	for _, text := range []string{eight,
		replace("seed: 1991", "seed: -1"), replace("replicates: 50", "replicates: ten"),
		replace("seed: 1991", "sead: 1991"), replace("span: 4", "span: 0"),
		replace("communities: {}", "comunities: {}"), replace("[.02, .1, 5e-1]", "[.02, 1.5]"),
		replace("[1, 2]", "[1, 1]"), replace("{score: [20, 50, 200], consensus: [200]}", "{}"),
		replace("consensus: [200]", "skore: [200]"), replace("{span: 4}", "{kind: hirarchy}"),
		replace("margin: .02", "margin: -1"), replace("span: 4", "control: conected"),
		leaving + "rules: {objectify: {majority: {rate: 2}}}\n",
		leaving + "events: {turnover: {}}\n",
		leaving + "roster: {tie: a.csv}\n",
	} {
		if valid(text) == nil {
			t.Errorf("the schema accepts\n%s", text)
		}
	}
}
