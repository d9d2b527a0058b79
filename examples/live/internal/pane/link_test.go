package pane

import (
	"strings"
	"testing"
)

func TestParseRefuses(t *testing.T) {
	for link, want := range map[string]string{
		"":                               "no pane a",
		"a=nothing":                      `"nothing"`,
		"a=event/turnover":               "want an organization or a model",
		"a=conditions/conditions":        "want an organization or a model",
		two + "&seed=-1":                 `seed is "-1", want a whole number`,
		two + "&seeed=1":                 `"seeed" names nothing`,
		two + "&c:event/turnover=1":      `no c:event "turnover"`,
		two + "&event/turnover=2":        "want 0 or 1",
		two + "&event/turnover/rate=1.5": "want 0 to 1",
		two + "&event/turnover/rate=NaN": `is "NaN", want 0 to 1`,
		two + "&event/turnover/rate=Inf": `is "Inf", want 0 to 1`,
		two + "&event/turnover/size=1":   `turnover has no "size"`,
		two + "&then:event/turnover=1":   "there is no then",
		two + "&then=-1":                 "want a tick",
		two + "&a:b:event/turnover=1":    `no b:event "turnover"`,
		strings.Repeat("a", MaxLink+1):   "want at most",
	} {
		if _, err := Parse(link); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60s: the error is %v, want %q", link, err, want)
		}
	}
}

// What only the page needs is no error, and does not come into the study.
func TestStudy(t *testing.T) {
	s := parsed(t, two+"&metric=best&student=3&class=1&b:control=randomized&event/turnover=1")
	const want = "a=organization%2Fcommunities&b=organization%2Fhierarchy&b%3Acontrol=randomized" +
		"&event%2Fturnover=1&seed=7"
	if s.Study() != want {
		t.Errorf("the study is %s, want %s", s.Study(), want)
	}
}

func TestTooLargeForAPage(t *testing.T) {
	for link, want := range map[string]string{
		"people=10001":      "10001 people, want at most 10000",
		"ticks=5001":        "5001 ticks, want at most 5000",
		"people=2000000000": "want at most", "ticks=2000000000": "want at most",
		"people=9999&conditions/conditions/ticks=4999&conditions/conditions/dimensions=128": "too" +
			" many for a page",
		"dimensions=1048576": "too many for a page",
	} {
		s := parsed(t, two+"&conditions/conditions/"+link)
		if _, err := New(s, 0); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: the error is %v, want %q", link, err, want)
		}
	}
}

// Whatever a link says, it is an error or a run that steps.
func FuzzParse(f *testing.F) {
	f.Add(two)
	f.Add(two + "&then=3&then:a:conditions/conditions/absorb=.5&b:control=randomized")
	f.Add("a=model/march&model/march/p1=0.1&metric=score")
	f.Add("a=organization/pairs&mechanism/trust=1&conditions/conditions/people=7")
	f.Fuzz(func(t *testing.T, link string) {
		s, err := Parse(link)
		if err != nil {
			return
		}
		p, err := New(s, 0)
		if err != nil || p.Model().People() > 500 || p.Model().Dimensions() > 500 {
			return
		}
		for range 3 {
			if _, _, err := p.Next(nil); err != nil {
				return
			}
		}
	})
}
