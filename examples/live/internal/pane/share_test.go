package pane

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"orglearn/examples/internal/share"
	"orglearn/metrics"
)

const small = two + "&conditions/conditions/ticks=30&conditions/conditions/people=50"

func shares(t *testing.T, link string, students ...int) (all []io.Reader) {
	t.Helper()
	for _, student := range students {
		one, err := Share(link, student)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, bytes.NewReader(one))
	}
	return all
}

// The shares of a class, in any order, are one run to the last byte.
func TestSharesAreOneRun(t *testing.T) {
	class, err := share.Merge(CheckLink, shares(t, small, 3, 1, 2)...)
	if err != nil {
		t.Fatal(err)
	}
	s := parsed(t, class.Link)
	e, err := s.Experiment()
	if err != nil {
		t.Fatal(err)
	}
	e.Replicates = 3 * share.PerStudent
	whole, err := metrics.Measure(t.Context(), e, Metrics()...)
	if err != nil {
		t.Fatal(err)
	}
	var got, want bytes.Buffer
	if err := class.Table.WriteCSV(&got); err != nil {
		t.Fatal(err)
	}
	if err := whole.WriteCSV(&want); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want.Bytes()) {
		t.Error("the merged shares differ from one run")
	}
}

func TestMergeRefuses(t *testing.T) {
	other := shares(t, small+"&conditions/conditions/absorb=0.2", 2)
	for name, c := range map[string]struct {
		shares []io.Reader
		want   string
	}{
		"twice":   {shares(t, small, 1, 1), "share 1 and share 2 are both of student 1"},
		"another": {append(shares(t, small, 1), other...), "share 2 is of"},
		"none":    {nil, "no table"},
		"text":    {[]io.Reader{strings.NewReader("<script>")}, "does not begin with"},
		"long": {[]io.Reader{strings.NewReader(strings.Repeat("x", share.MaxShare+1))},
			"more than"},
		"another form": {[]io.Reader{strings.NewReader(share.Header + two + "&metric=score\n")},
			"has the link"},
	} {
		if _, err := share.Merge(CheckLink, c.shares...); err == nil ||
			!strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: the error is %v, want %q", name, err, c.want)
		}
	}
	for _, student := range []int{0, -1, share.MaxStudents + 1} {
		if _, err := Share(small, student); err == nil {
			t.Errorf("student %d has a share", student)
		}
	}
}

// Whatever a file holds, it is an error or a table that is written as it was read.
func FuzzReadShare(f *testing.F) {
	one, err := Share(small, 1)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(one)
	f.Add([]byte(share.Header + small))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := share.Read(bytes.NewReader(text), CheckLink)
		if err != nil {
			return
		}
		var b bytes.Buffer
		b.WriteString(share.Header + s.Link + "\n")
		if err := s.Table.WriteCSV(&b); err != nil || !bytes.Equal(b.Bytes(), text) {
			t.Errorf("it is written otherwise: %v", err)
		}
	})
}
